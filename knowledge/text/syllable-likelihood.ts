import { knownWords, LEAST_SYLLABLE } from './restore/known-words.ts';
import { oneSpelling } from './spelling.ts';

/** About the base-2 logarithm of all syllables counted; a level minus this is a log probability. */
const TOTAL_BITS = 25;
const UNSEEN_LEVEL = 1;

/** Base-2 logarithm, rounded down, of how often public text holds each syllable; made at the first use. */
let levels: ReadonlyMap<string, number> | null = null;

/** Whether the word is a syllable that Vietnamese text uses (NFC). */
export function isSyllable(word: string): boolean {
  return levelOf(word) !== undefined;
}

/** Surprise of a syllable in bits: about 7 for the commonest, 24 for one never seen. */
export function surprise(word: string): number {
  return TOTAL_BITS - (levelOf(word) ?? UNSEEN_LEVEL);
}

/** Whether two neighbouring pieces are more likely one syllable torn apart ("thá|ng") than two ("thu|phí"). */
export function isTornApart(before: string, after: string): boolean {
  return isSyllable(before + after) && surprise(before + after) < surprise(before) + surprise(after) - 6;
}

/** Share (0..1) of a text's words that are Vietnamese syllables; 1 for a text without words. */
export function shareOfSyllables(text: string): number {
  const words = oneSpelling(text.normalize('NFC')).match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 1;
  return words.filter((word) => isSyllable(word) || /^[\p{Lu}\d]+$/u.test(word)).length / words.length;
}

function levelOf(word: string): number | undefined {
  levels ??= readLevels();
  const lower = word.toLowerCase();
  return levels.get(lower) ?? levels.get(oneSpelling(lower));
}

function readLevels(): ReadonlyMap<string, number> {
  const { general } = knownWords();
  return new Map(
    general.words.flatMap((word, id) => {
      const count = general.single(id);
      return count < LEAST_SYLLABLE - 0.5 ? [] : [[word, Math.floor(Math.log2(count))] as const];
    }),
  );
}
