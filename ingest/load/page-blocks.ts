import type { Block } from '../blocks.ts';
import type { RawLine } from './join-lines.ts';
import { type Line, lineText } from './pdf-lines.ts';
import { type Band, findTables, toBands } from './pdf-tables.ts';
import type { RuledTable } from './pictures/picture-text.ts';
import { lineBlocks } from './text.ts';

/** What stands on one page, however it was read. */
export interface PageText {
  readonly page: number;
  readonly lines: readonly Line[];
  /** Tables known already; others are found among the lines. */
  readonly tables: readonly RuledTable[];
}

/** Columns of two tables whose edges differ by less (points) are the same. */
const SAME_EDGE = 6;

/** A stretch of a document: running text with the tables to be found in it, or a table known already. */
type Stretch =
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  | {
      readonly kind: 'table';
      readonly table: RuledTable;
      readonly page: number;
      readonly rows: readonly (readonly string[])[];
    };

/** Paragraphs and tables of all pages in reading order, without page numbers and running heads. */
export function toBlocks(pages: readonly PageText[]): readonly Block[] {
  const isFurniture = furnitureOf(pages);
  const joined: Stretch[] = [];
  for (const stretch of pages.flatMap((page) => stretchesOf(page, isFurniture))) {
    const last = joined.pop();
    if (last?.kind === 'bands' && stretch.kind === 'bands')
      joined.push({ kind: 'bands', bands: [...last.bands, ...stretch.bands] });
    else if (last?.kind === 'table' && stretch.kind === 'table' && continues(last.table, stretch.table))
      joined.push({ ...last, rows: joinRows(last.rows, stretch.rows) });
    else joined.push(...(last === undefined ? [] : [last]), stretch);
  }
  return joined.flatMap((stretch): readonly Block[] =>
    stretch.kind === 'bands'
      ? blocksOfBands(stretch.bands)
      : [{ kind: 'table', rows: stretch.rows, page: stretch.page }],
  );
}

type IsFurniture = (line: Line, page: number) => boolean;

function stretchesOf({ page, lines, tables }: PageText, isFurniture: IsFurniture): readonly Stretch[] {
  const text = lines.filter((line, position) => {
    const atEdge = position === 0 || position === lines.length - 1;
    return !(atEdge && isFurniture(line, page));
  });
  const ceilings = [Number.POSITIVE_INFINITY, ...tables.map((table) => table.top)];
  return ceilings.flatMap((ceiling, index): readonly Stretch[] => {
    const table = tables[index];
    const run = text.filter((line) => line.y <= ceiling && line.y > (table?.top ?? Number.NEGATIVE_INFINITY));
    return [
      ...(run.length === 0 ? [] : [{ kind: 'bands' as const, bands: toBands(run, page) }]),
      ...(table === undefined ? [] : [{ kind: 'table' as const, table, page, rows: table.rows }]),
    ];
  });
}

function blocksOfBands(bands: readonly Band[]): readonly Block[] {
  const blocks: Block[] = [];
  let gathered: RawLine[] = [];
  const flush = () => {
    blocks.push(...lineBlocks(gathered, false));
    gathered = [];
  };
  for (const region of findTables(bands)) {
    if (region.kind === 'table') {
      flush();
      blocks.push({ kind: 'table', rows: region.rows, page: region.page });
    } else {
      region.band.lines.forEach((line, index) => {
        gathered.push({ text: lineText(line.words), page: region.band.page, afterBlank: index === 0 });
      });
    }
  }
  flush();
  return blocks;
}

/** Whether a table goes on with the columns of the one before it. */
function continues(before: RuledTable, table: RuledTable): boolean {
  return (
    before.edges.length === table.edges.length &&
    before.edges.every((edge, index) => {
      const shift = (table.edges[0] ?? 0) - (before.edges[0] ?? 0);
      return Math.abs(edge + shift - (table.edges[index] ?? 0)) < SAME_EDGE;
    })
  );
}

/** A head that is repeated on the new page is left out. */
function joinRows(rows: readonly (readonly string[])[], more: readonly (readonly string[])[]) {
  return rows[0]?.join('\n') === more[0]?.join('\n') ? [...rows, ...more.slice(1)] : [...rows, ...more];
}

/** Tells page numbers and running heads among the first and last lines of pages. */
function furnitureOf(pages: readonly PageText[]): IsFurniture {
  const repeated = repeatedLines(pages);
  const offsets = numberOffsets(pages);
  return (line, page) => {
    const number = bareNumber(line);
    // A lone number counts on with the pages, or it belongs to a table.
    return number === null ? repeated.has(withoutFigures(line)) : offsets.has(number - page);
  };
}

/** Lines that stand at the top or bottom of at least three pages, compared without figures. */
function repeatedLines(pages: readonly PageText[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    const edges = new Set(
      [lines[0], lines.at(-1)].flatMap((line) => (line === undefined ? [] : [withoutFigures(line)])),
    );
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** By how much printed page numbers differ from the count of pages; several where a file was put together. */
function numberOffsets(pages: readonly PageText[]): ReadonlySet<number> {
  const counts = new Map<number, number>([[0, 2]]);
  for (const { lines, page } of pages) {
    for (const line of lines.length > 1 ? [lines[0], lines.at(-1)] : lines) {
      const number = line === undefined ? null : bareNumber(line);
      if (number !== null) counts.set(number - page, (counts.get(number - page) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([offset]) => offset));
}

function bareNumber(line: Line): number | null {
  const number = /^[^\p{L}\p{N}]*(\d{1,3})[^\p{L}\p{N}]*$/u.exec(lineText(line.words))?.[1];
  return number === undefined ? null : Number(number);
}

function withoutFigures(line: Line): string {
  return lineText(line.words).replace(/\d+/g, '#');
}
