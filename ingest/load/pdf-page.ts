import type { PDFiumLibrary } from '@hyzyla/pdfium';
import { readingScore } from '../../knowledge/text/reading-score.ts';
import type { PageWay } from '../blocks.ts';
import { repairLegacy } from './encodings/legacy-text.ts';
import type { PageText } from './page-blocks.ts';
import { type PdfPage, readCharacters, shareOfPictures } from './pdf-characters.ts';
import { buildLines } from './pdf-lines.ts';
import type { GreyPicture } from './pictures/grey-picture.ts';
import { countWords, type PictureText, wordsOf } from './pictures/picture-text.ts';

/** One way a page was read, with how well. */
export interface PageCandidate extends PageText {
  readonly way: PageWay;
  /** See `readingScore`; 1 for a blank page. */
  readonly score: number;
  readonly words: number;
}

/** A text layer that scores lower is compared with what recognition reads from the page's picture. */
const TRUSTED_SCORE = 0.9;
/** Fewer words on a page that is mostly a picture are a stamp or a page number over a scan. */
const STAMP_WORDS = 150;
const BARE_WORDS = 5;
const MOSTLY_PICTURE = 0.25;
/** Recognition must find so many times the good words of the text layer to replace it. */
const CLEARLY_BETTER = 1.05;

/** A page whose best reading scores lower is left out: its words would be taken for the document's. */
const LEAST_SCORE = 0.6;
/** Fewer words prove nothing: figures, names, a seal. */
const JUDGED_WORDS = 20;

/** Resolution at which pages are drawn for recognition: finer costs time and gains nothing on office print. */
const DPI = 200;
/** Pages larger than this at that resolution (posters) are drawn coarser. */
const MAX_PIXELS = 16_000_000;
/** Longest side of a page's picture: what is said to be longer, as damaged files say, is no page but a line. */
const MAX_SIDE = 20_000;

/** The better of the two readings of a page's text layer: with the spaces it states, or rebuilt from gaps. */
export function readTextLayer(library: PDFiumLibrary, page: PdfPage, number: number): PageCandidate {
  const characters = readCharacters(library, page);
  const stated = candidate('text-layer', number, buildLines(characters, 'spaces'));
  const rebuilt = candidate('rebuilt', number, buildLines(characters, 'gaps'));
  const same = wordsOf(stated) === wordsOf(rebuilt);
  return same || stated.score > rebuilt.score ? stated : rebuilt;
}

function candidate(way: PageWay, page: number, lines: PageText['lines']): PageCandidate {
  const text = { lines, tables: [] };
  return { way, page, ...text, words: countWords(text), score: readingScore(repairLegacy(wordsOf(text)).text) };
}

/** Whether the page may say more, or say it better, than its text layer. */
export function needsRecognition(library: PDFiumLibrary, page: PdfPage, layer: PageCandidate): boolean {
  if (layer.words < BARE_WORDS || layer.score < TRUSTED_SCORE) return true;
  return layer.words < STAMP_WORDS && shareOfPictures(library, page) > MOSTLY_PICTURE;
}

/** What recognition made of the page, or its text layer where that has as many good words. */
export function betterReading(layer: PageCandidate, text: PictureText): PageCandidate {
  const words = countWords(text);
  const recognised = { way: 'ocr' as const, page: layer.page, ...text, words };
  return layer.words === 0 || words * text.score > CLEARLY_BETTER * layer.words * layer.score ? recognised : layer;
}

/** Whether what was read of a page may be taken for its text. */
export function isReadable({ words, score }: Pick<PageCandidate, 'words' | 'score'>): boolean {
  return words < JUDGED_WORDS || score >= LEAST_SCORE;
}

/** The page as it looks, in grey. Closes the page. */
export async function drawPage(page: PdfPage): Promise<GreyPicture> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(
    DPI / 72,
    Math.sqrt(MAX_PIXELS / Math.max(1, originalWidth * originalHeight)),
    MAX_SIDE / Math.max(1, originalWidth, originalHeight),
  );
  const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
  return { width, height, pixels: data, dpi: Math.round(scale * 72) };
}
