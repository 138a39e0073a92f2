import { isAmount, isUnit } from '../tables/cell-kinds.ts';

/** Cells that can follow one row number: rows without a number of their own below a section. */
const MOST_CELLS = 400;
/** Paragraphs that one label's cell may hold beyond its first. */
const MOST_PARAGRAPHS = 6;

type ColumnKind = 'amount' | 'unit' | 'text';

/** What the columns after the row number hold, and the heading rows above them. */
export interface FlatLayout {
  readonly kinds: readonly ColumnKind[];
  readonly headings: readonly (readonly string[])[];
}

export interface FittedGroup {
  readonly rows: readonly (readonly string[])[];
  /** Cells of the group that belong to its rows; what follows the last row does not. */
  readonly used: number;
}

/**
 * Learns from the fullest rows which columns hold amounts.
 * @param headings heading cells, the row number's first; one heading over several amounts may stand among them
 * @param groups cells that follow each row number
 * @returns `null` when the rows agree on no layout
 */
export function numericColumns(headings: readonly string[], groups: readonly (readonly string[])[]): FlatLayout | null {
  const width = headings.length - 1;
  const full = groups.slice(0, -1).filter((group) => group.length === width);
  if (full.length > 0 || groups.at(-1)?.length === width) {
    const rows = full.length > 0 ? full : groups.slice(-1);
    return { headings: [headings], kinds: columnKinds(headings.slice(1), rows) };
  }
  return spannedLayout(
    headings,
    groups.filter((group) => group.length === width - 1),
  );
}

function columnKinds(headings: readonly string[], rows: readonly (readonly string[])[]): readonly ColumnKind[] {
  return headings.map((heading, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    if (/^(?:đơn vị(?: tính)?|đvt)\b/iu.test(heading) || cells.every(isUnit)) return 'unit';
    return cells.every(isAmount) ? 'amount' : 'text';
  });
}

/** Headings in two levels: the name over the amount columns comes before theirs, which close the headings. */
function spannedLayout(headings: readonly string[], rows: readonly (readonly string[])[]): FlatLayout | null {
  const [sample] = rows;
  if (sample === undefined || rows.length < 2) return null;
  const kinds = columnKinds(
    Array.from({ length: headings.length - 2 }, () => ''),
    rows,
  );
  const from = kinds.indexOf('amount');
  const count = kinds.filter((kind) => kind === 'amount').length;
  if (from < 0 || count < 2 || kinds.slice(from, from + count).some((kind) => kind !== 'amount')) return null;
  const upper = headings.slice(0, headings.length - count);
  const lower = headings.slice(-count);
  const spanning = from + 1;
  const top = [...upper.slice(0, spanning), ...lower.map(() => upper[spanning] ?? ''), ...upper.slice(spanning + 1)];
  const below = [...upper.slice(0, spanning), ...lower, ...upper.slice(spanning + 1)];
  return { headings: [top, below], kinds };
}

/**
 * Puts the cells that follow a row number into columns. There must be one way to do it; a label may have gone on in
 * a second cell, and rows without a number of their own may follow. `null` when the cells do not fit.
 * @param last whether text after the table may stand among the cells
 */
export function fitGroup(
  number: string,
  cells: readonly string[],
  layout: FlatLayout,
  last: boolean,
): FittedGroup | null {
  if (cells.length === 0) return null;
  for (let used = Math.min(cells.length, MOST_CELLS); used > 0; used -= 1) {
    const own = cells.slice(0, used);
    const row = fitRow(own, layout.kinds);
    if (row !== null && (used === cells.length || isWhole(own, layout.kinds)))
      return { rows: [[number, ...row]], used };
    const rows = fitSubRows(number, own, layout.kinds);
    if (rows !== null) return { rows, used };
    if (!last) return null;
  }
  return null;
}

/** Whether a row fills all columns, or only names a section, so that nothing is missing from it. */
function isWhole(cells: readonly string[], kinds: readonly ColumnKind[]): boolean {
  const amounts = kinds.filter((kind) => kind === 'amount').length;
  return cells.filter(isAmount).length === amounts && (amounts > 0 || cells.length === kinds.length);
}

function fitRow(cells: readonly string[], kinds: readonly ColumnKind[]): readonly string[] | null {
  if (cells.length > kinds.length + MOST_PARAGRAPHS) return null;
  const label = kinds.indexOf('text');
  const plain = placements(cells, kinds, 0);
  if (plain.length > 0) return plain.length === 1 && (plain[0]?.[label] ?? '') !== '' ? (plain[0] ?? null) : null;
  // The label's cell held two paragraphs: only where a unit or an amount shows where it ends.
  for (let extra = 1; label + extra + 1 < cells.length; extra += 1) {
    const joined = cells.slice(label, label + extra + 1);
    const next = cells[label + extra + 1] ?? '';
    if (joined.some((cell) => isAmount(cell) || isUnit(cell))) return null;
    if (!isAmount(next) && !isUnit(next)) continue;
    const shorter = [...cells.slice(0, label), joined.join(' '), ...cells.slice(label + extra + 1)];
    const ways = placements(shorter, kinds, 0).filter((way) => way[label] === joined.join(' '));
    if (ways.length === 1) return ways[0] ?? null;
    if (ways.length > 1) return null;
  }
  return null;
}

/** All ways to put cells into columns in order, one cell a column, every cell where its kind belongs. */
function placements(cells: readonly string[], kinds: readonly ColumnKind[], column: number): readonly string[][] {
  if (cells.length > kinds.length - column) return [];
  if (column === kinds.length) return [[]];
  const [cell = '', ...rest] = cells;
  const ways: string[][] = [];
  if (cells.length > 0 && belongs(cell, kinds[column] ?? 'text'))
    ways.push(...placements(rest, kinds, column + 1).map((way) => [cell, ...way]));
  // The label is never empty.
  if (kinds.indexOf('text') !== column) ways.push(...placements(cells, kinds, column + 1).map((way) => ['', ...way]));
  return ways;
}

function belongs(cell: string, kind: ColumnKind): boolean {
  if (kind === 'amount') return isAmount(cell);
  if (kind === 'unit') return isUnit(cell);
  return !isAmount(cell) && !isUnit(cell);
}

/** «2», a section's name, then rows without numbers: a label and all its amounts each. */
function fitSubRows(
  number: string,
  cells: readonly string[],
  kinds: readonly ColumnKind[],
): readonly (readonly string[])[] | null {
  const amounts = kinds.filter((kind) => kind === 'amount').length;
  if (amounts === 0 || kinds[0] !== 'text' || kinds.slice(1).some((kind) => kind !== 'amount')) return null;
  const runs: string[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run === undefined || (!isAmount(cell) && isAmount(run.at(-1) ?? ''))) runs.push([cell]);
    else run.push(cell);
  }
  if (runs.length < 2) return null;
  const rows: (readonly string[])[] = [];
  for (const [index, run] of runs.entries()) {
    const labels = run.length - amounts;
    const isNamed = index === 0 && labels === 2;
    if (labels !== 1 && !isNamed) return null;
    if (isNamed) rows.push([number, run[0] ?? '', ...kinds.slice(1).map(() => '')]);
    const own = isNamed ? run.slice(1) : run;
    if (isAmount(own[0] ?? '') || !own.slice(1).every(isAmount)) return null;
    rows.push([index === 0 && !isNamed ? number : '', ...own]);
  }
  return rows;
}
