import type { Block, Loaded } from '../blocks.ts';
import { readHeader, STRUCTURE } from './doc/file-header.ts';
import { readFormatting } from './doc/formatting.ts';
import { readLists } from './doc/lists.ts';
import { readNotePlaces } from './doc/notes.ts';
import { readParagraphs, type WordParagraph } from './doc/paragraphs.ts';
import { readPieces } from './doc/pieces.ts';
import { tableRows, type WordRow } from './doc/tables.ts';
import { convertPieces } from './encodings/legacy-pieces.ts';
import { isLayoutTable } from './layout-tables.ts';
import { createListCounter } from './list-labels.ts';
import { openOle } from './ole-file.ts';
import { LEFT_OUT_DETAILS, READING_NOTES } from './reading-words.ts';
import { skip } from './skipped.ts';

/** A paragraph with its text as a reader sees it. */
interface ShownParagraph extends WordParagraph {
  readonly text: string;
}

/**
 * A Word document of 97 to 2003: paragraphs and tables in order, with the labels of numbered lists and notes in their
 * places, text boxes at the end. Deleted text, comments, headers, footers and macros are left out.
 */
export function loadDoc(bytes: Uint8Array): Loaded {
  const file = openOle(bytes);
  const stream = file?.stream('WordDocument') ?? null;
  if (file === null || stream === null) return skip('unreadable');
  const header = readHeader(stream);
  if (header === null) return skip('unsupported-format', LEFT_OUT_DETAILS.oldWord);
  if (header.isEncrypted) return skip('encrypted');
  const table = file.stream(header.tableStream);
  const pieces = table === null ? null : readPieces(stream, header.structure(table, STRUCTURE.pieces));
  if (table === null || pieces === null) return skip('unreadable');

  const { main, footnotes, headers, comments, endnotes, textBoxes } = header.lengths;
  const formatting = readFormatting(header, stream, table, pieces);
  const places = readNotePlaces(header, table);
  const marks = new Map(places.map((place, index) => [place.reference, ` [${index + 1}] `]));
  const read = (from: number, to: number) => readParagraphs(pieces.text, from, to, formatting, marks);
  const boxesFrom = main + footnotes + headers + comments + endnotes;
  const body = read(0, main);
  const notes = places.map((place) => read(place.from, place.to));
  const boxes = read(boxesFrom, boxesFrom + textBoxes);

  const all = [...body, ...notes.flat(), ...boxes];
  const { texts, converted } = convertPieces(all.map((paragraph) => paragraph.pieces));
  const countList = createListCounter();
  const lists = readLists(header, table);
  const shown = all.map((paragraph, index): ShownParagraph => {
    const list = lists[paragraph.list - 1];
    const label = list === undefined ? null : countList(String(paragraph.list), list, paragraph.listLevel);
    const text = (texts[index] ?? []).join('').normalize('NFC');
    return { ...paragraph, text: label === null || text.trim() === '' ? text : `${label} ${text}` };
  });
  const noteTexts = new Map<number, string>();
  let at = body.length;
  notes.forEach((paragraphs, index) => {
    const text = shown.slice(at, at + paragraphs.length).map((paragraph) => paragraph.text);
    at += paragraphs.length;
    noteTexts.set(places[index]?.reference ?? -1, `[${index + 1}] ${text.join(' ')}`);
  });
  const blocks = [...toBlocks(shown.slice(0, body.length), noteTexts), ...toBlocks(shown.slice(at), noteTexts)];
  if (blocks.length === 0) return skip('empty');
  return { ok: true, format: 'doc', blocks, stated: {}, notes: [...converted].map(READING_NOTES.converted) };
}

/** Paragraphs and tables; a note follows the paragraph or table that refers to it. */
function toBlocks(paragraphs: readonly ShownParagraph[], notes: ReadonlyMap<number, string>): readonly Block[] {
  const blocks: Block[] = [];
  let rows: WordRow[] = [];
  let cells: string[][] = [];
  let cell: string[] = [];
  let waiting: string[] = [];
  const endTable = () => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push({ cells, columns: null });
    blocks.push(...tableBlocks(rows), ...waiting.flatMap(paragraphBlocks));
    [rows, cells, cell, waiting] = [[], [], [], []];
  };
  for (const paragraph of paragraphs) {
    const own = paragraph.noteMarks.map((mark) => notes.get(mark) ?? '');
    if (paragraph.tableDepth === 0) {
      endTable();
      blocks.push(...paragraphBlocks(paragraph.text), ...own.flatMap(paragraphBlocks));
      continue;
    }
    waiting.push(...own);
    if (paragraph.isRowEnd) {
      rows.push({ cells, columns: paragraph.columns });
      [cells, cell] = [[], []];
      continue;
    }
    if (paragraph.text.trim() !== '') cell.push(oneLine(paragraph.text));
    if (paragraph.endsCell && paragraph.tableDepth === 1) {
      cells.push(cell);
      cell = [];
    }
  }
  endTable();
  return blocks;
}

/** A table of data, or the paragraphs of one that only lays out the page. */
function tableBlocks(rows: readonly WordRow[]): readonly Block[] {
  const paragraphs = rows.flatMap((row) => row.cells.flat());
  if (paragraphs.length === 0) return [];
  const grid = tableRows(rows).filter((row) => row.some((text) => text !== ''));
  const isData = (grid[0]?.length ?? 0) >= 2 && !isLayoutTable(paragraphs.join(' '));
  return isData ? [{ kind: 'table', rows: grid, page: null }] : paragraphs.flatMap(paragraphBlocks);
}

function paragraphBlocks(text: string): readonly Block[] {
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line, page: null }));
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
