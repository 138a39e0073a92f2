import type { PlacedCharacter } from './pdf-characters.ts';

/** A word with its place on the line. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Whether a gap wider than a space parts it from the word before. */
  readonly afterGap: boolean;
}

export interface Line {
  /** Baseline, points from the bottom. */
  readonly y: number;
  /** Font size, points. */
  readonly size: number;
  readonly words: readonly Word[];
}

/** A gap wider than this share of the font size parts words; justified text narrows spaces down to about 0.2. */
const WORD_GAP = 0.13;
/** A gap wider than this share of the font size parts columns. */
export const COLUMN_GAP = 1.15;
/** Characters whose baselines differ by less than this share of the size stand on one line. */
const SAME_LINE = 0.45;

/** What parts words: gaps between characters, or the spaces that the text layer states. */
export type WordBreaks = 'gaps' | 'spaces';

/** Rebuilds lines of words from placed characters, top to bottom. */
export function buildLines(characters: readonly PlacedCharacter[], breaks: WordBreaks): readonly Line[] {
  const lines: PlacedCharacter[][] = [];
  for (const character of [...characters].sort((a, b) => b.y - a.y)) {
    const current = lines.at(-1);
    const first = current?.[0];
    const near = first !== undefined && first.y - character.y < SAME_LINE * Math.max(6, first.size);
    if (current !== undefined && near) current.push(character);
    else lines.push([character]);
  }
  return lines.map((line) => toLine(line, breaks));
}

/** The words of a line with single spaces. */
export function lineText(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

function toLine(characters: readonly PlacedCharacter[], breaks: WordBreaks): Line {
  const sorted = [...characters].sort((a, b) => a.left - b.left);
  const size = median(sorted.map((character) => character.size || 10));
  const words: { text: string; left: number; right: number; afterGap: boolean }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const character of sorted) {
    const gap = (character.left - end) / size;
    const last = words.at(-1);
    if (last === undefined || (breaks === 'gaps' ? gap > WORD_GAP : character.afterSpace || gap > COLUMN_GAP)) {
      words.push({ text: character.text, left: character.left, right: character.right, afterGap: gap > COLUMN_GAP });
    } else {
      last.text += character.text;
      last.right = Math.max(last.right, character.right);
    }
    end = Math.max(end, character.right);
  }
  return {
    y: median(sorted.map((character) => character.y)),
    size,
    words: words.map((word) => ({ ...word, text: word.text.normalize('NFC') })),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
