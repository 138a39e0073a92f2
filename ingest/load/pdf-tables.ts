import { isTornApart } from '../../knowledge/text/syllable-likelihood.ts';
import { type Line, lineText, type Word } from './pdf-lines.ts';

/** Lines that belong together: a paragraph, or one row of a table whose cells wrap. */
export interface Band {
  readonly lines: readonly Line[];
  readonly page: number;
}

/** A run of bands read as a table, or one band of running text. */
export type Region =
  | { readonly kind: 'text'; readonly band: Band }
  | { readonly kind: 'table'; readonly page: number; readonly rows: readonly (readonly string[])[] };

/** Baselines further apart than this share of the font size part bands. */
const BAND_GAP = 1.75;
/** A white strip this wide (points) that nearly no line crosses parts two columns. */
const MIN_STRIP = 2.5;
const MAX_CROSSING_SHARE = 0.06;
const MIN_TABLE_BANDS = 3;
/** How far (points) the middle of a cell may stand from the middle of its row. */
const CENTRE_TOLERANCE = 3;
const ROW_NUMBER = /^\d+(?:\.\d+)*\.?$/;
/** The two-column head and foot of an official letter are not tables. */
const LETTERHEAD = /CỘNG HÒA XÃ HỘI|Độc lập - Tự do|Nơi nhận/;

/** Groups the lines of one page, top to bottom, by vertical distance. */
export function toBands(lines: readonly Line[], page: number): readonly Band[] {
  const bands: Line[][] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const near = previous !== null && previous.y - line.y < BAND_GAP * Math.max(previous.size, line.size);
    const current = bands.at(-1);
    if (near && current !== undefined) current.push(line);
    else bands.push([line]);
    previous = line;
  }
  return bands.map((bandLines) => ({ lines: bandLines, page }));
}

/**
 * Finds tables among bands: a run of bands in several columns, widened by the neighbours that keep to the same
 * columns. A row that goes on over a page break is joined. Everything else is running text.
 */
export function findTables(bands: readonly Band[]): readonly Region[] {
  const regions: Region[] = [];
  let index = 0;
  while (index < bands.length) {
    const table = readTable(bands, index);
    const band = bands[index];
    if (table !== null) {
      regions.push({ kind: 'table', page: band?.page ?? 1, rows: table.rows });
      index = table.end;
    } else {
      if (band !== undefined) regions.push({ kind: 'text', band });
      index += 1;
    }
  }
  return regions;
}

function isTabular(band: Band): boolean {
  return band.lines.some((line) => line.words.some((word, index) => index > 0 && word.afterGap));
}

/** The table that begins at `start`, with the index after its last band; `null` when none does. */
function readTable(
  bands: readonly Band[],
  start: number,
): { readonly rows: readonly (readonly string[])[]; readonly end: number } | null {
  const first = bands[start];
  if (first === undefined || !isTabular(first)) return null;
  let end = start + 1;
  let starts = columnStarts(linesOf(bands.slice(start, end)));
  for (; end < bands.length; end += 1) {
    const band = bands[end];
    if (band === undefined) break;
    const wider = columnStarts(linesOf(bands.slice(start, end + 1)));
    if (!isTabular(band) && (wider.length < starts.length || !keepsTo(band, wider))) break;
    starts = wider;
    if (starts.length < 2) return null;
  }
  const region = bands.slice(start, end);
  if (region.length < MIN_TABLE_BANDS || starts.length < 2) return null;
  if (region.some((band) => LETTERHEAD.test(band.lines.map((line) => lineText(line.words)).join(' ')))) return null;
  return { rows: readRows(region, starts), end };
}

function linesOf(bands: readonly Band[]): readonly Line[] {
  return bands.flatMap((band) => band.lines);
}

/** Whether no line of the band runs across a column's left edge. */
function keepsTo(band: Band, starts: readonly number[]): boolean {
  const lastStart = starts.at(-1) ?? 0;
  return band.lines.every((line) => {
    const first = line.words[0];
    const last = line.words.at(-1);
    if (first === undefined || last === undefined) return true;
    const column = starts.findLastIndex((edge) => first.left >= edge - 1);
    const next = starts[column + 1];
    return next === undefined
      ? first.left >= lastStart - 1
      : last.right <= next + 1 || line.words.some((word) => word.afterGap);
  });
}

function readRows(bands: readonly Band[], starts: readonly number[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let page = bands[0]?.page;
  for (const band of bands) {
    for (const row of rowsOfBand(band, starts)) {
      const previous = rows.at(-1);
      if (band.page !== page && row[0] === '' && previous !== undefined) {
        row.forEach((text, column) => {
          previous[column] = joinCellLines([previous[column] ?? '', text].filter((part) => part !== ''));
        });
      } else rows.push(row);
      page = band.page;
    }
  }
  return rows;
}

interface CellLine {
  readonly y: number;
  readonly text: string;
}

/** Usually one row; several when the first column numbers several rows that share a wrapped cell. */
function rowsOfBand(band: Band, starts: readonly number[]): string[][] {
  const columns = starts.map(() => [] as CellLine[]);
  for (const line of band.lines) {
    const byColumn = starts.map(() => [] as Word[]);
    for (const word of line.words)
      byColumn[
        Math.max(
          0,
          starts.findLastIndex((edge) => word.left >= edge - 1),
        )
      ]?.push(word);
    byColumn.forEach((words, column) => {
      if (words.length > 0) columns[column]?.push({ y: line.y, text: lineText(words) });
    });
  }
  const numbers = columns[0] ?? [];
  if (numbers.length < 2 || !numbers.every((line) => ROW_NUMBER.test(line.text))) {
    return [columns.map((lines) => joinCellLines(lines.map((line) => line.text)))];
  }
  const centres = numbers.map((line) => line.y);
  const cells = columns.map((lines) => splitByCentres(lines, centres));
  return centres.map((_, row) => cells.map((cell) => joinCellLines((cell[row] ?? []).map((line) => line.text))));
}

/**
 * Shares the lines of a cell column out to rows whose cells are centred at the given heights. A cell that fits no
 * split is merged over all the rows and repeated.
 */
function splitByCentres(lines: readonly CellLine[], centres: readonly number[]): readonly (readonly CellLine[])[] {
  const split = trySplit(lines, centres);
  return split ?? centres.map(() => lines);
}

function trySplit(lines: readonly CellLine[], centres: readonly number[]): readonly (readonly CellLine[])[] | null {
  const [centre, ...others] = centres;
  if (centre === undefined) return lines.length === 0 ? [] : null;
  for (let take = 1; take <= lines.length - others.length; take += 1) {
    const own = lines.slice(0, take);
    const middle = ((own[0]?.y ?? 0) + (own.at(-1)?.y ?? 0)) / 2;
    if (Math.abs(middle - centre) > CENTRE_TOLERANCE) continue;
    const rest = trySplit(lines.slice(take), others);
    if (rest !== null) return [own, ...rest];
  }
  return null;
}

/** Left edges of columns: where a white strip runs down through nearly all lines. */
function columnStarts(lines: readonly Line[]): readonly number[] {
  const words = lines.flatMap((line) => line.words);
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const step = 0.5;
  const bins = Math.ceil((right - left) / step) + 1;
  const crossing = new Array<number>(bins).fill(0);
  for (const line of lines) {
    const covered = new Set<number>();
    for (const [index, word] of line.words.entries()) {
      const before = line.words[index - 1];
      // A plain space inside a cell is no strip.
      const from = before === undefined || word.left - before.right > 0.45 * line.size ? word.left : before.right;
      for (let bin = Math.floor((from - left) / step); bin <= Math.floor((word.right - left) / step); bin += 1)
        covered.add(bin);
    }
    for (const bin of covered) crossing[bin] = (crossing[bin] ?? 0) + 1;
  }
  const allowed = Math.floor(lines.length * MAX_CROSSING_SHARE);
  const starts = [left];
  let stripFrom = -1;
  for (let bin = 0; bin < bins; bin += 1) {
    const free = (crossing[bin] ?? 0) <= allowed;
    if (free && stripFrom < 0) stripFrom = bin;
    if (!free && stripFrom >= 0) {
      if ((bin - stripFrom) * step >= MIN_STRIP && stripFrom > 0) starts.push(left + bin * step);
      stripFrom = -1;
    }
  }
  return starts;
}

/** Joins the wrapped lines of a cell, mending syllables that a narrow column tore apart. */
export function joinCellLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '' || text.endsWith('/')) return text + line;
    const before = text.match(/[\p{L}\p{M}]+$/u)?.[0] ?? '';
    const after = line.match(/^[\p{L}\p{M}]+/u)?.[0] ?? '';
    return before !== '' && after !== '' && isTornApart(before, after) ? text + line : `${text} ${line}`;
  }, '');
}
