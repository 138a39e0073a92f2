import { isAmount } from './cell-kinds.ts';
import { rowNumber } from './row-number.ts';

type Row = readonly string[];

export interface SplitTable {
  /** Lines over the whole width above the headings: a title, «Đơn vị tính: …». */
  readonly captions: readonly string[];
  /** Heading rows from the top; cells merged over columns or rows repeat their words. */
  readonly headings: readonly Row[];
  /** The row «(1) (2) (3)» that only counts the columns. */
  readonly columnNumbers: Row | null;
  readonly body: readonly Row[];
}

const MOST_HEADING_ROWS = 4;

/** Parts the heading rows of a table from its body. */
export function splitHeadings(rows: readonly Row[]): SplitTable {
  let from = 0;
  while (rows.length - from > 2 && new Set(filledCells(rows[from] ?? [])).size === 1 && isHeading(rows[from + 1] ?? []))
    from += 1;
  const captions = rows.slice(0, from).map((row) => filledCells(row)[0] ?? '');
  let to = from;
  if (isHeading(rows[to] ?? [])) {
    to += 1;
    while (to - from < MOST_HEADING_ROWS && goesOn(rows[to - 1] ?? [], rows[to] ?? [], rows[to + 1])) to += 1;
  }
  const counts = to > from && countsColumns(rows[to] ?? []);
  return {
    captions,
    headings: rows.slice(from, to),
    columnNumbers: counts ? (rows[to] ?? null) : null,
    body: rows.slice(counts ? to + 1 : to),
  };
}

/** Cells of the widest row. */
export function columnCount(rows: readonly Row[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Whether a row can head a table: words in two columns or more, no amount, no row number. */
export function isHeading(row: Row): boolean {
  const filled = filledCells(row);
  return filled.length >= 2 && !filled.some((cell) => /^[\d.,%\s]+$/.test(cell)) && rowNumber(filled[0] ?? '') === null;
}

/** A second level of headings repeats merged cells of the first, or leaves empty what the first level named. */
function goesOn(above: Row, row: Row, below: Row | undefined): boolean {
  const filled = filledCells(row);
  if (below === undefined || filled.length < 2 || filled.some(isAmount) || rowNumber(filled[0] ?? '') !== null)
    return false;
  const repeats =
    row[0] !== undefined && row[0] !== '' && row[0] === above[0] && row.some((cell, at) => cell !== above[at]);
  const under =
    row[0] === '' && above[0] !== '' && above.some((cell, at) => at > 0 && (cell === '' || cell === above[at - 1]));
  return repeats || under;
}

function countsColumns(row: Row): boolean {
  return row.length > 1 && row.every((cell, index) => cell === `(${index + 1})` || cell === `${index + 1}`);
}

function filledCells(row: Row): readonly string[] {
  return row.filter((cell) => cell !== '');
}
