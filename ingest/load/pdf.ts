import { PDFiumLibrary } from '@hyzyla/pdfium';
import { shareOfSyllables } from '../../knowledge/text/syllable-likelihood.ts';
import type { Block, Loaded } from '../blocks.ts';
import type { RawLine } from './join-lines.ts';
import { readCharacters } from './pdf-characters.ts';
import { buildLines, type Line, lineText } from './pdf-lines.ts';
import { type Band, findTables, toBands } from './pdf-tables.ts';
import { skip } from './skipped.ts';
import { lineBlocks } from './text.ts';

/** Below this share of Vietnamese syllables a page's text layer is not trusted. */
const TRUSTED_SHARE = 0.7;
const MIN_CHARACTERS_PER_PAGE = 25;
/** A text layer rebuilt from this many pages or fewer is read; more is a book, not an official text. */
const MAX_PAGES = 600;

/** A PDF with a text layer: words rebuilt from the places of the characters, tables from aligned columns. */
export async function loadPdf(bytes: Uint8Array): Promise<Loaded> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes).catch((error: unknown) => error);
    if (document instanceof Error) return skip(/password/i.test(document.message) ? 'encrypted' : 'unreadable');
    const opened = document as Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;
    if (opened.getPageCount() > MAX_PAGES) return skip('too-large', `${opened.getPageCount()} trang`);
    const pages = [...opened.pages()].map((page) => buildLines(readCharacters(library, page)));
    opened.destroy();
    return readPages(pages);
  } finally {
    library.destroy();
  }
}

function readPages(pages: readonly (readonly Line[])[]): Loaded {
  const texts = pages.map((lines) => lines.map((line) => lineText(line.words)).join('\n'));
  const bare = texts.filter((text) => text.length < MIN_CHARACTERS_PER_PAGE).length;
  if (texts.every((text) => text.trim() === '') || bare > pages.length / 2)
    return skip('no-text-layer', `${bare}/${pages.length} trang`);
  const garbled = texts.flatMap((text, index) => (shareOfSyllables(text) < TRUSTED_SHARE ? [index + 1] : []));
  if (garbled.length > 0) return skip('garbled-text', `trang ${garbled.join(', ')}`);

  const repeated = repeatedLines(pages);
  const bands = pages.flatMap((lines, index) =>
    toBands(
      lines.filter((line, position) => !isPageFurniture(line, position, lines.length, repeated)),
      index + 1,
    ),
  );
  return { ok: true, format: 'pdf', blocks: toBlocks(bands), stated: {} };
}

function toBlocks(bands: readonly Band[]): readonly Block[] {
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

/** Lines that stand at the top or bottom of at least three pages, compared without figures. */
function repeatedLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set(
      [lines[0], lines.at(-1)].flatMap((line) => (line === undefined ? [] : [withoutFigures(line)])),
    );
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

function isPageFurniture(line: Line, position: number, count: number, repeated: ReadonlySet<string>): boolean {
  if (position !== 0 && position !== count - 1) return false;
  return /^\W*\d{1,3}\W*$/u.test(lineText(line.words)) || repeated.has(withoutFigures(line));
}

function withoutFigures(line: Line): string {
  return lineText(line.words).replace(/\d+/g, '#');
}
