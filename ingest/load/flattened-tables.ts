import { isAmount, isTableNote } from '../tables/cell-kinds.ts';
import { followsNumber, romanValue, rowNumber } from '../tables/row-number.ts';
import { fitGroup, numericColumns } from './flattened-rows.ts';
import type { RawLine } from './join-lines.ts';

/** Lines of running text, or a table put together again. */
export type FlatPiece =
  | { readonly kind: 'lines'; readonly lines: readonly RawLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly page: number | null };

/** One cell as it stands in the text: the lines between two blank ones, or one line where a table has no blanks. */
interface Cell {
  readonly text: string;
  readonly lines: readonly RawLine[];
}

interface Found {
  readonly rows: readonly (readonly string[])[];
  /** Cells that the table takes up, counted from where it begins. */
  readonly length: number;
}

const ORDINAL_HEADING = /^(?:s?tt|số\s*tt|số thứ tự)\.?$/iu;
const LONGEST_HEADING = 160;
const MOST_COLUMNS = 10;
const FEWEST_ROWS = 3;
/** More cells than any table has that was kept as text. */
const MOST_CELLS = 20_000;
/** What opens a rule, a form or a heading, and so ends a table. */
const ENDS_TABLE =
  /^(?:Điều\s+\d|(?:Chương|Phần|Mục|Tiểu mục)\s+(?:[IVX]+|\d+)(?!\p{L})|Phụ lục(?:\s+[IVX\d]+)?$|Mẫu số|PHỤ LỤC|\d{1,2}[.)]\s+\p{L}|[A-H]\.\s|Nơi nhận|Căn cứ\s|(?:Nghị quyết|Quyết định|Thông tư|Công văn|Kế hoạch|Nghị định)\s+(?:số\s+)?\d+\/)/u;

/**
 * Finds tables that a text kept as one cell a line, by their shape: heading cells, then runs of number, label, unit
 * and amount that repeat. A run whose rhythm does not fit stays text: no amount is guessed into a row.
 */
export function findFlattenedTables(lines: readonly RawLine[]): readonly FlatPiece[] {
  const cells = cellsOf(lines);
  const pieces: FlatPiece[] = [];
  let text: RawLine[] = [];
  let index = 0;
  while (index < cells.length) {
    const found = numberedTable(cells, index) ?? measuredTable(cells, index);
    if (found === null) {
      text.push(...(cells[index]?.lines ?? []));
      index += 1;
      continue;
    }
    if (text.length > 0) pieces.push({ kind: 'lines', lines: text });
    text = [];
    pieces.push({ kind: 'table', rows: found.rows, page: cells[index]?.lines[0]?.page ?? null });
    index += found.length;
  }
  if (text.length > 0) pieces.push({ kind: 'lines', lines: text });
  return pieces;
}

function cellsOf(lines: readonly RawLine[]): readonly Cell[] {
  const chunks: RawLine[][] = [];
  for (const line of lines) {
    const chunk = chunks.at(-1);
    if (chunk === undefined || line.afterBlank) chunks.push([line]);
    else chunk.push(line);
  }
  return chunks.flatMap((chunk) => {
    const start = tableStart(chunk);
    if (start < 0 || chunk.length === 1) return [cellOf(chunk)];
    const before = start === 0 ? [] : [cellOf(chunk.slice(0, start))];
    return [...before, ...cellsWithoutBlanks(chunk.slice(start))];
  });
}

/** The line of a run without blanks at which a table of one cell a line may begin; -1 for running text. */
function tableStart(chunk: readonly RawLine[]): number {
  const ordinal = chunk.findIndex((line) => ORDINAL_HEADING.test(line.text.trim()));
  if (ordinal >= 0) return ordinal;
  const figures = chunk.filter(({ text }) => isAmount(text.trim()) || rowNumber(text.trim()) !== null).length;
  return figures >= FEWEST_ROWS && figures >= 0.3 * chunk.length ? 0 : -1;
}

/** Where no blanks part the cells, a line that goes on in lower case continues the cell above. */
function cellsWithoutBlanks(lines: readonly RawLine[]): readonly Cell[] {
  const cells: RawLine[][] = [];
  for (const line of lines) {
    const last = cells.at(-1);
    const goesOn = /^\p{Ll}/u.test(line.text) && last !== undefined && !isAmount(last.at(-1)?.text.trim() ?? '');
    if (goesOn && rowNumber(line.text.trim()) === null) last.push(line);
    else cells.push([line]);
  }
  return cells.map(cellOf);
}

function cellOf(lines: readonly RawLine[]): Cell {
  const words = lines.map((line) => line.text.trim());
  const parts = words.map((line, index) => (index === 0 || words[index - 1]?.endsWith('/') ? line : ` ${line}`));
  return { text: parts.join('').replace(/\s+/g, ' ').trim(), lines };
}

/** A table whose first column numbers the rows: «STT», more headings, then «1», a label, values, «2», … */
function numberedTable(cells: readonly Cell[], start: number): Found | null {
  if (!ORDINAL_HEADING.test(cells[start]?.text ?? '')) return null;
  const head = cells.slice(start, start + MOST_COLUMNS + 2).map((cell) => cell.text);
  let first = head.findIndex((text, index) => index > 0 && /^(?:[1IA][.)]?|1\.1\.?|\(1\)|a\))$/.test(text));
  const headings = head.slice(0, Math.max(0, first));
  if (headings.length < 2 || headings.length > MOST_COLUMNS || headings.some(isNoHeading)) return null;
  const texts = cells.slice(start, start + MOST_CELLS).map((cell) => cell.text);
  const columnNumbers = texts.slice(first, first + headings.length);
  const counted = columnNumbers.every((text, index) => text === `(${index + 1})`);
  if (counted) first += headings.length;

  const groups: { number: string; cells: string[] }[] = [];
  let taken = first;
  for (; taken < texts.length; taken += 1) {
    const text = texts[taken] ?? '';
    const open = groups.at(-1);
    const number = rowNumber(text);
    const previous = open === undefined ? null : canonical(open.number);
    const width = headings.length - 1;
    if (number !== null && open?.cells.length === 2 * width && skipsOne(previous, number))
      groups.push({ number: '', cells: open.cells.splice(width) }, { number: text, cells: [] });
    else if (number !== null && open?.cells.length !== 0 && followsNumber(previous, number))
      groups.push({ number: text, cells: [] });
    else if (open === undefined || ENDS_TABLE.test(text) || isTableNote(text) || ORDINAL_HEADING.test(text)) break;
    else open.cells.push(text);
  }
  const layout = numericColumns(
    headings,
    groups.map((group) => group.cells),
  );
  if (layout === null) return null;
  const rows: (readonly string[])[] = [...layout.headings, ...(counted ? [columnNumbers] : [])];
  const headingRows = rows.length;
  for (const [index, group] of groups.entries()) {
    const fitted = fitGroup(group.number, group.cells, layout, index === groups.length - 1);
    if (fitted === null) return null;
    rows.push(...fitted.rows);
    taken -= group.cells.length - fitted.used;
  }
  return rows.length - headingRows < FEWEST_ROWS ? null : { rows, length: taken };
}

function canonical(number: string): string {
  return rowNumber(number) ?? number;
}

/** Whether one number is missing between two rows, taken for a page number where a page ends. */
function skipsOne(previous: string | null, number: string): boolean {
  if (previous === null || !/^\d+$/.test(number)) return false;
  return romanValue(previous) === null ? Number(number) === Number(previous) + 2 : number === '2';
}

/** A table without row numbers: headings, then rows of one label and always as many amounts. */
function measuredTable(cells: readonly Cell[], start: number): Found | null {
  const texts = cells.slice(start, start + 2 * MOST_COLUMNS).map((cell) => cell.text);
  const firstAmount = texts.findIndex(isAmount);
  const columns = firstAmount - 1;
  const headings = texts.slice(0, Math.max(0, columns));
  if (columns < 2 || columns > MOST_COLUMNS || headings.some((text) => isNoHeading(text) || rowNumber(text) !== null))
    return null;
  const rows: string[][] = [headings];
  for (let at = start + columns; at + columns <= cells.length; at += columns) {
    const row = cells.slice(at, at + columns).map((cell) => cell.text);
    const [label = '', ...values] = row;
    if (isNoHeading(label) || rowNumber(label) !== null || !values.every(isAmount)) break;
    rows.push(row);
  }
  if (isNumbering(rows.slice(1).map((row) => row.at(-1) ?? ''))) return null;
  const least = columns > 2 ? 2 : FEWEST_ROWS;
  return rows.length - 1 < least || isAmount(cells[start + rows.length * columns]?.text ?? '')
    ? null
    : { rows, length: rows.length * columns };
}

/** Amounts that count 1, 2, 3 are the numbers of the rows that follow them. */
function isNumbering(column: readonly string[]): boolean {
  return column.every((cell, index) => index === 0 || Number(cell) === Number(column[index - 1]) + 1);
}

/** Headings and labels are short and open no rule. */
function isNoHeading(text: string): boolean {
  return text.length > LONGEST_HEADING || isAmount(text) || /[.;:!?]$/.test(text) || ENDS_TABLE.test(text);
}
