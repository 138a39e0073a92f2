import type { TableBlock } from '../blocks.ts';
import { isAmount, isTableNote, isUnit, unitCaption } from './cell-kinds.ts';
import { columnCount, splitHeadings } from './headings.ts';
import { numberDepth, romanValue, rowNumber } from './row-number.ts';
import { mendRows } from './torn-rows.ts';

export type ColumnRole = 'number' | 'label' | 'unit' | 'amount' | 'text';

export interface Column {
  /** Its heading; the levels of a heading in several rows are joined by « – ». */
  readonly name: string;
  readonly role: ColumnRole;
  /** Unit that the heading states in brackets, for example `đồng/tháng`. */
  readonly unit: string | null;
}

/** One value of a row under its column. */
export interface RowValue {
  readonly column: Column;
  readonly text: string;
  /** Unit of an amount, from the row, the rows above it in the same section, the heading or the caption. */
  readonly unit: string | null;
}

export interface TypedRow {
  /** `1.1.2`, `II`, or `null` for a row without a number. */
  readonly number: string | null;
  readonly label: string;
  /** Whether the row only names the rows below it. */
  readonly isSection: boolean;
  /** Smaller stands above; see {@link numberDepth}. */
  readonly depth: number;
  readonly values: readonly RowValue[];
  /** The row's words as printed, number first; a cell merged over several columns once. */
  readonly text: string;
}

export interface TypedTable {
  /** Words of the heading rows, or `null` when the table has none. */
  readonly header: string | null;
  /** Lines inside the table that stand above its headings. */
  readonly captions: readonly string[];
  /** The row «(1) (2) (3)» that only counts the columns. */
  readonly columnNumbers: string | null;
  readonly rows: readonly TypedRow[];
  /** Notes that stand below the rows. */
  readonly notes: readonly string[];
}

/**
 * Reads what the rows and columns of a table are: headings, row numbers, labels, units, amounts, section rows, notes.
 * @param unit unit of all amounts, as the text above the table states it, or `null`
 */
export function readTypedTable(table: TableBlock, unit: string | null): TypedTable {
  const clean = table.rows
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const { body: all, notes } = splitNotes(clean);
  const { captions, headings, columnNumbers, body } = splitHeadings(all);
  const rows = mendRows(body);
  const columns = readColumns(headings, rows);
  const stated = captions.map(unitCaption).find((caption) => caption !== null) ?? unit;
  return {
    header: headings.length === 0 ? null : headerWords(headings),
    captions,
    columnNumbers: columnNumbers === null ? null : columnNumbers.join(' '),
    rows: readRows(rows, columns, stated),
    notes,
  };
}

function readColumns(
  headings: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const width = Math.max(columnCount(headings), columnCount(rows));
  const names = Array.from({ length: width }, (_, column) =>
    [...new Set(headings.map((row) => row[column] ?? '').filter((cell) => cell !== ''))].join(' – '),
  );
  const cells = (column: number) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const share = (column: number, test: (cell: string) => boolean) =>
    cells(column).filter(test).length / Math.max(1, cells(column).length);
  const isNumbered = (column: number) =>
    column === 0 &&
    (/^(?:s?tt|số\s*tt|số thứ tự)\.?$/iu.test(names[0] ?? '') || share(0, (cell) => rowNumber(cell) !== null) > 0.6);
  const kinds = names.map((name, column): ColumnRole => {
    if (isNumbered(column)) return 'number';
    if (
      /^(?:đơn vị tính|đơn vị|đvt)(?:\s*\(.*\))?$/iu.test(name) ||
      (cells(column).length > 1 && share(column, isUnit) === 1)
    )
      return 'unit';
    return !/^mã\s/iu.test(name) && share(column, holdsAmount) > 0.6 ? 'amount' : 'text';
  });
  const label = kinds.findIndex(
    (kind, column) =>
      kind === 'text' && (cells(column).length === 0 || share(column, (cell) => /\p{L}{2}/u.test(cell)) > 0.5),
  );
  return names.map((name, column) => ({
    name,
    role: column === label ? 'label' : (kinds[column] ?? 'text'),
    unit: name.match(/\(\s*((?:[\d.]+\s*)?(?:nghìn |ngàn |triệu )?(?:đồng|%)[^)]*)\)/iu)?.[1] ?? null,
  }));
}

function holdsAmount(cell: string): boolean {
  return isAmount(cell) && cell.length < 40;
}

function headerWords(headings: readonly (readonly string[])[]): string {
  return headings
    .map((row, level) =>
      row.filter((cell, column) => cell !== '' && cell !== row[column - 1] && cell !== headings[level - 1]?.[column]),
    )
    .filter((row) => row.length > 0)
    .map((row) => row.join(' | '))
    .join(' | ');
}

function readRows(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  stated: string | null,
): readonly TypedRow[] {
  const numberColumn = columns.findIndex((column) => column.role === 'number');
  const labelColumn = columns.findIndex((column) => column.role === 'label');
  const unitColumn = columns.findIndex((column) => column.role === 'unit');
  const numbers = rows.map((row) => (numberColumn < 0 ? null : rowNumber(row[numberColumn] ?? '')));
  const nextNumbers = numbers.reduceRight<(string | null)[]>((next, _, index) => {
    next[index] = numbers[index + 1] ?? next[index + 1] ?? null;
    return next;
  }, []);
  const read: TypedRow[] = [];
  let depthOfUnnumbered: number | null = null;
  let unitAbove: string | null = null;
  rows.forEach((row, index) => {
    const number = numbers[index] ?? null;
    const filled = distinctCells(row);
    const label = row[labelColumn] ?? filled[0] ?? '';
    const isMerged = filled.length === 1 && filled[0] !== undefined;
    const own = isMerged ? [] : columns.flatMap((column, at) => (isValue(column, row[at], label) ? [at] : []));
    const isSection =
      own.length === 0 &&
      (isParent(number, numbers[index + 1] ?? null, nextNumbers[index] ?? null) ||
        (columns.length > 2 && !(isMerged && number !== null)));
    if (number === null && isSection) depthOfUnnumbered ??= read.length === 0 ? 0 : 3;
    const rowUnit: string | null = (unitColumn < 0 ? '' : (row[unitColumn] ?? '')) || null;
    if (isSection) unitAbove = null;
    else if (rowUnit !== null) unitAbove = rowUnit;
    const depth: number =
      number !== null ? numberDepth(number) : isSection ? (depthOfUnnumbered ?? 0) : Number.POSITIVE_INFINITY;
    read.push({
      number,
      label: isMerged ? (filled[0] ?? '') : label,
      isSection,
      depth,
      values: own.map((at) => {
        const column = columns[at] ?? { name: '', role: 'text', unit: null };
        const text = row[at] ?? '';
        const unit = column.role === 'amount' ? (rowUnit ?? column.unit ?? unitAbove ?? stated) : null;
        return { column, text, unit };
      }),
      text: rowText(filled, number !== null),
    });
  });
  return read;
}

function isValue(column: Column, cell: string | undefined, label: string): boolean {
  return (column.role === 'amount' || column.role === 'text') && cell !== undefined && cell !== '' && cell !== label;
}

/** Whether the rows below are its own: `1` above `1.1`, `II` above the next numbered row if that is `1`. */
function isParent(number: string | null, below: string | null, next: string | null): boolean {
  if (number === null || next === null) return false;
  if (romanValue(number) !== null || /^[A-H]$/.test(number)) return numberDepth(next) > numberDepth(number);
  return below?.startsWith(`${number}.`) ?? false;
}

/** A merged cell repeats its words in every position; once is enough. Equal amounts side by side are two amounts. */
function distinctCells(row: readonly string[]): readonly string[] {
  return row.filter((cell, index) => cell !== '' && (cell !== row[index - 1] || !/\p{L}{2}/u.test(cell)));
}

function rowText(cells: readonly string[], isNumbered: boolean): string {
  const [first = '', ...rest] = cells;
  return isNumbered && rest.length > 0 ? `${first} ${rest.join(' – ')}` : cells.join(' – ');
}

/** Notes below the rows: rows that hold nothing else, and what a page reader left in the last row's last cell. */
function splitNotes(rows: readonly (readonly string[])[]): {
  readonly body: readonly (readonly string[])[];
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const body = rows.map((row) => [...row]);
  while (body.length > 1) {
    const filled = distinctCells(body.at(-1) ?? []);
    if (filled.length !== 1 || !isTableNote(filled[0] ?? '')) break;
    notes.unshift(filled[0] ?? '');
    body.pop();
  }
  const last = body.at(-1);
  const at = (last?.length ?? 0) - 1;
  const swallowed = last?.[at]?.match(/^(.+?)\s+((?:Ghi chú|Lưu ý)\s*:\s.+)$/u);
  if (last !== undefined && swallowed !== null && swallowed !== undefined) {
    last[at] = swallowed[1] ?? '';
    notes.unshift(swallowed[2] ?? '');
  }
  return { body, notes };
}
