import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Loaded } from '../blocks.ts';
import { toBlocks } from './page-blocks.ts';
import { closePage } from './pdf-characters.ts';
import {
  betterReading,
  drawPage,
  isReadable,
  needsRecognition,
  type PageCandidate,
  readTextLayer,
} from './pdf-page.ts';
import { readPicture } from './pictures/read-picture.ts';
import type { Recognition } from './pictures/recognition.ts';
import type { ReadingAids } from './reading-aids.ts';
import { LEFT_OUT_DETAILS, READING_NOTES } from './reading-words.ts';
import { skip } from './skipped.ts';

type OpenPdf = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

/** More pages are a book, not an official text. */
const MAX_PAGES = 600;

/**
 * A PDF, page by page in the way that reads best: its text layer, words rebuilt from the places of the characters
 * (tables from aligned columns), or recognised from the page's picture. It is read whole or not at all.
 */
export async function loadPdf(bytes: Uint8Array, aids: ReadingAids): Promise<Loaded> {
  const library = await PDFiumLibrary.init();
  try {
    const opened = await library.loadDocument(bytes).catch((error: unknown) => error);
    if (opened instanceof Error) return skip(/password/i.test(opened.message) ? 'encrypted' : 'unreadable');
    const document = opened as OpenPdf;
    const count = document.getPageCount();
    if (count > MAX_PAGES) return skip('too-large', LEFT_OUT_DETAILS.pages(`${count}`));
    const pages = await readPages(library, document, count, aids);
    document.destroy();
    return assemble(pages);
  } finally {
    library.destroy();
  }
}

/** What came of a page; it waits for another run, or its picture could not be read at all. */
type PageResult = PageCandidate | 'waits' | 'failed' | 'picture';

async function readPages(
  library: PDFiumLibrary,
  document: OpenPdf,
  count: number,
  { recognition, onPage }: ReadingAids,
): Promise<readonly PageResult[]> {
  const results: PageResult[] = [];
  let next = 0;
  let done = 0;
  const lanes = Array.from({ length: Math.max(1, recognition?.parallel ?? 1) }, async () => {
    for (let index = next++; index < count; index = next++) {
      results[index] = await readPage(library, document, index, recognition);
      done += results[index] === 'waits' ? 0 : 1;
      onPage(done, count);
    }
  });
  await Promise.all(lanes);
  return results;
}

async function readPage(
  library: PDFiumLibrary,
  document: OpenPdf,
  index: number,
  recognition: Recognition | null,
): Promise<PageResult> {
  const number = index + 1;
  const page = document.getPage(index);
  const layer = readTextLayer(library, page, number);
  if (!needsRecognition(library, page, layer)) {
    closePage(library, page);
    return layer;
  }
  const kept = recognition?.kept(number) ?? null;
  if (recognition === null || kept !== null || !recognition.mayGoOn()) {
    closePage(library, page);
    if (kept !== null) return betterReading(layer, kept);
    return recognition === null ? (isReadable(layer) && layer.words > 0 ? layer : 'picture') : 'waits';
  }
  const text = await readPicture(await drawPage(page), recognition);
  if (text === null) return 'failed';
  recognition.keep(number, text);
  return betterReading(layer, text);
}

function assemble(results: readonly PageResult[]): Loaded {
  const pages = results.filter((result) => typeof result !== 'string');
  const count = (kind: PageResult) => results.filter((result) => result === kind).length;
  if (count('failed') > 0) return skip('recognition-failed');
  if (count('waits') > 0) return skip('unfinished', LEFT_OUT_DETAILS.pagesRead(`${pages.length}`, `${results.length}`));
  if (count('picture') > results.length / 2)
    return skip('no-text-layer', LEFT_OUT_DETAILS.pagesOf(`${count('picture')}`, `${results.length}`));
  const readable = pages.filter(isReadable);
  if (readable.length < pages.length / 2) return skip('garbled-text');
  const blocks = toBlocks(readable);
  if (blocks.length === 0) return skip(pages.some((page) => page.way === 'ocr') ? 'no-text' : 'empty');
  const left = results.flatMap((result, index) =>
    typeof result === 'string' || !isReadable(result) ? [index + 1] : [],
  );
  const notes = left.length === 0 ? [] : [READING_NOTES.pagesLeft(left.join(', '))];
  const readings = pages.map(({ page, way, score }) => ({ page, way, score: Math.round(score * 1_000) / 1_000 }));
  return { ok: true, format: 'pdf', blocks, stated: {}, notes, pages: readings };
}
