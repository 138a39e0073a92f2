import type { Line } from '../pdf-lines.ts';
import { COLUMN_GAP } from '../pdf-lines.ts';
import type { GreyPicture } from './grey-picture.ts';
import { mendWord } from './mend-word.ts';
import type { RecognisedLine, RecognisedWord } from './recognition.ts';

/** Height of the letters' boxes on a line with accents and tails, in font sizes. */
const SIZES_PER_LINE = 0.85;
/** Lines whose baselines differ by less than this share of the font size are one, in whatever block they stood. */
const SAME_LINE = 0.45;
/** Marks below this confidence are specks and pieces of frames. */
const LEAST_CONFIDENCE = 40;
const POINTS_PER_INCH = 72;

/** Recognised lines as lines of a text layer: in points from the lower left corner, columns side by side on one line. */
export function placeLines(recognised: readonly RecognisedLine[], { height, dpi }: GreyPicture): readonly Line[] {
  const lines = recognised
    .map((line) => ({ ...line, words: line.words.filter(isWord) }))
    .filter((line) => line.words.length > 0)
    .sort((a, b) => a.baseline - b.baseline);
  const size = SIZES_PER_LINE * median(lines.map((line) => heightOf(line.words)));
  const groups: { baseline: number; words: RecognisedWord[] }[] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group !== undefined && line.baseline - group.baseline < SAME_LINE * size) group.words.push(...line.words);
    else groups.push({ baseline: line.baseline, words: [...line.words] });
  }
  const points = POINTS_PER_INCH / dpi;
  return groups.map(({ baseline, words }) => {
    const sorted = words.sort((a, b) => a.left - b.left);
    return {
      y: (height - baseline) * points,
      size: size * points,
      words: sorted.map((word, index) => {
        const gap = word.left - (sorted[index - 1]?.right ?? word.left);
        return {
          text: mendWord(word.text),
          left: word.left * points,
          right: word.right * points,
          afterGap: gap > COLUMN_GAP * size,
        };
      }),
    };
  });
}

function isWord(word: RecognisedWord): boolean {
  return /[\p{L}\p{N}]/u.test(word.text) || word.confidence >= LEAST_CONFIDENCE;
}

function heightOf(words: readonly RecognisedWord[]): number {
  return Math.max(...words.map((word) => word.bottom)) - Math.min(...words.map((word) => word.top));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
