/** A row as it stands in the file: its cells' paragraphs, and where its columns begin. */
export interface WordRow {
  readonly cells: readonly (readonly string[])[];
  /** The row's own definition of its columns, or `null`. */
  readonly columns: Buffer | null;
}

interface PlacedCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly continuesAbove: boolean;
}

/** Column edges nearer than this, in twentieths of a point, are the same edge drawn by hand. */
const SAME_EDGE = 60;
const CELL_FORMAT_BYTES = 20;
const MAX_EDGES = 64;
const MERGED_DOWN = 0x20;
const FIRST_OF_MERGED = 0x40;
const MERGED_ACROSS = 0x02;

/** Rows of text over the columns of the whole table; merged cells repeat their text in every place they cover. */
export function tableRows(rows: readonly WordRow[]): readonly (readonly string[])[] {
  const placed = rows.map(placeCells);
  const edges = commonEdges(placed.flat().flatMap((cell) => [cell.from, cell.to]));
  const columnAt = (edge: number) => edges.findLastIndex((common) => common <= edge + SAME_EDGE);
  const grid: string[][] = [];
  for (const cells of placed) {
    const row = Array.from({ length: Math.max(1, edges.length - 1) }, () => '');
    const above = grid.at(-1);
    for (const cell of cells) {
      const first = columnAt(cell.from);
      const text = cell.continuesAbove && cell.text === '' ? (above?.[first] ?? '') : cell.text;
      for (let column = first; column < Math.max(first + 1, columnAt(cell.to)); column += 1) row[column] = text;
    }
    grid.push(row);
  }
  return grid;
}

/** Places a row's cells by its definition of columns (MS-DOC 2.9.315), or one after another when there is none. */
function placeCells(row: WordRow): readonly PlacedCell[] {
  const texts = row.cells.map((paragraphs) => paragraphs.join(' '));
  const count = row.columns === null || row.columns.length === 0 ? 0 : row.columns.readUInt8(0);
  const definition = row.columns;
  if (definition === null || count < texts.length || count > MAX_EDGES || definition.length < 1 + 2 * (count + 1))
    return texts.map((text, index) => ({ text, from: index * 1_000, to: (index + 1) * 1_000, continuesAbove: false }));
  const cells: PlacedCell[] = [];
  texts.forEach((text, index) => {
    const format = 1 + 2 * (count + 1) + CELL_FORMAT_BYTES * index;
    const flags = format + 2 <= definition.length ? definition.readUInt16LE(format) : 0;
    const [from, to] = [definition.readInt16LE(1 + 2 * index), definition.readInt16LE(3 + 2 * index)];
    const left = cells.at(-1);
    if ((flags & 0x03) === MERGED_ACROSS && left !== undefined) cells[cells.length - 1] = { ...left, to };
    else cells.push({ text, from, to, continuesAbove: (flags & (MERGED_DOWN | FIRST_OF_MERGED)) === MERGED_DOWN });
  });
  return cells;
}

function commonEdges(edges: readonly number[]): readonly number[] {
  const common: number[] = [];
  for (const edge of [...new Set(edges)].sort((a, b) => a - b))
    if (edge > (common.at(-1) ?? Number.NEGATIVE_INFINITY) + SAME_EDGE) common.push(edge);
  return common;
}
