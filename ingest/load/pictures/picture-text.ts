import type { Line } from '../pdf-lines.ts';

/** What was read from the picture of one page; plain data, so that it can be kept. */
export interface PictureText {
  /** Running text, top to bottom; places in points from the lower left corner, as in a text layer. */
  readonly lines: readonly Line[];
  /** Tables with drawn rules, top to bottom. */
  readonly tables: readonly RuledTable[];
  /** See `readingScore`. */
  readonly score: number;
}

/** A table whose cells are known from the rules around them. */
export interface RuledTable {
  /** Upper edge, points from the bottom of the page. */
  readonly top: number;
  /** Left edges of the columns and the right edge of the last one, points. */
  readonly edges: readonly number[];
  /** Merged cells repeat their text in every position they cover. */
  readonly rows: readonly (readonly string[])[];
}

/** How many words and figures a page has. */
export function countWords(text: Pick<PictureText, 'lines' | 'tables'>): number {
  return wordsOf(text).match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}

/** All words of a page in one string, for scoring. */
export function wordsOf({ lines, tables }: Pick<PictureText, 'lines' | 'tables'>): string {
  const running = lines.map((line) => line.words.map((word) => word.text).join(' '));
  const cells = tables.flatMap((table) => table.rows.map((row) => row.join(' ')));
  return [...running, ...cells].join('\n');
}
