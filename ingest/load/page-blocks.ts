import type { Block, TableBlock } from '../blocks.ts';
import { joinLines, type RawLine } from './join-lines.ts';
import { type Line, lineText } from './pdf-lines.ts';
import { type Band, findTables, toBands } from './pdf-tables.ts';
import type { RuledTable } from './pictures/picture-text.ts';

/** What stands on one page, however it was read. */
export interface PageText {
  readonly page: number;
  readonly lines: readonly Line[];
  /** Tables known already; others are found among the lines. */
  readonly tables: readonly RuledTable[];
}

/** Columns of two tables whose edges differ by less (points) are the same. */
const SAME_EDGE = 6;

/** Paragraphs and tables of all pages in reading order, without page numbers and running heads. */
export function toBlocks(pages: readonly PageText[]): readonly Block[] {
  const repeated = repeatedLines(pages);
  const offsets = numberOffsets(pages);
  const blocks: Block[] = [];
  let bands: Band[] = [];
  let open: { readonly table: RuledTable; rows: readonly (readonly string[])[]; readonly page: number } | null = null;
  const endTable = () => {
    if (open !== null) blocks.push(tableBlock(open.rows, open.page));
    open = null;
  };
  const endBands = () => {
    if (bands.length > 0) endTable();
    blocks.push(...blocksOfBands(bands));
    bands = [];
  };
  for (const page of pages) {
    const kept = page.lines.filter((line, position) => {
      const atEdge = position === 0 || position === page.lines.length - 1;
      return !(atEdge && (isPageNumber(line, page.page, offsets) || repeated.has(withoutFigures(line))));
    });
    const waiting = [...page.tables];
    let run: Line[] = [];
    const endRun = () => {
      bands.push(...toBands(run, page.page));
      run = [];
    };
    const placeTable = (table: RuledTable) => {
      endRun();
      endBands();
      if (open !== null && continues(open.table, table)) open = { ...open, rows: joinRows(open.rows, table.rows) };
      else {
        endTable();
        open = { table, rows: table.rows, page: page.page };
      }
    };
    for (const line of kept) {
      while ((waiting[0]?.top ?? Number.NEGATIVE_INFINITY) > line.y) placeTable(waiting.shift() as RuledTable);
      run.push(line);
    }
    for (const table of waiting) placeTable(table);
    endRun();
  }
  endBands();
  endTable();
  return blocks;
}

function tableBlock(rows: readonly (readonly string[])[], page: number): TableBlock {
  return { kind: 'table', rows, page };
}

function blocksOfBands(bands: readonly Band[]): readonly Block[] {
  const blocks: Block[] = [];
  let gathered: RawLine[] = [];
  const flush = () => {
    for (const paragraph of joinLines(gathered, false)) blocks.push({ kind: 'paragraph', ...paragraph });
    gathered = [];
  };
  for (const region of findTables(bands)) {
    if (region.kind === 'table') {
      flush();
      blocks.push(tableBlock(region.rows, region.page));
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

/** Lines that stand at the top or bottom of at least three pages, compared without figures. */
function repeatedLines(pages: readonly PageText[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    const edges = new Set(
      [lines[0], lines.at(-1)].flatMap((line) => (line === undefined ? [] : [withoutFigures(line)])),
    );
    for (const edge of edges) if (edge.replace(/\W*#\W*/, '') !== '') counts.set(edge, (counts.get(edge) ?? 0) + 1);
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

/** A lone number at the edge of a page is its number when it counts on with the pages; else it belongs to a table. */
function isPageNumber(line: Line, page: number, offsets: ReadonlySet<number>): boolean {
  const number = bareNumber(line);
  return number !== null && offsets.has(number - page);
}

function bareNumber(line: Line): number | null {
  const number = /^[^\p{L}\p{N}]*(\d{1,3})[^\p{L}\p{N}]*$/u.exec(lineText(line.words))?.[1];
  return number === undefined ? null : Number(number);
}

function withoutFigures(line: Line): string {
  return lineText(line.words).replace(/\d+/g, '#');
}
