import type { Block } from '../../blocks.ts';

type Row = readonly string[];

/**
 * Blocks of a sheet's grid: rows without text part tables; lines above and below a table that say one thing only, as
 * titles, units and notes do, are paragraphs; what is left with two columns or more is a table.
 */
export function gridBlocks(grid: readonly Row[]): readonly Block[] {
  const pieces: Row[][] = [[]];
  for (const row of grid) {
    if (row.every((cell) => cell === '')) pieces.push([]);
    else pieces.at(-1)?.push(row);
  }
  return pieces.flatMap(pieceBlocks);
}

function pieceBlocks(rows: readonly Row[]): readonly Block[] {
  const first = rows.findIndex((row) => distinct(row).length > 1);
  if (first < 0) return rows.flatMap(paragraphOf);
  let last = rows.length;
  while (last > first + 1 && distinct(rows[last - 1] ?? []).length === 1 && isNote(rows[last - 1] ?? [])) last -= 1;
  const table = withoutEmptyColumns(rows.slice(first, last));
  return [
    ...rows.slice(0, first).flatMap(paragraphOf),
    { kind: 'table', rows: table, page: null },
    ...rows.slice(last).flatMap(paragraphOf),
  ];
}

function distinct(row: Row): readonly string[] {
  return [...new Set(row.filter((cell) => cell !== ''))];
}

/** Notes stand below a table in its first column and are sentences; a short single cell there is a row of the table. */
function isNote(row: Row): boolean {
  return /^(?:\(\*+\)|\*|ghi chú|lưu ý|chú thích|nguồn|người lập|ngày|hà nội,)/iu.test(distinct(row)[0] ?? '');
}

function paragraphOf(row: Row): readonly Block[] {
  return distinct(row).map((text) => ({ kind: 'paragraph', text, page: null }));
}

function withoutEmptyColumns(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? '') !== ''),
  );
  return rows.map((row) => filled.map((column) => row[column] ?? ''));
}
