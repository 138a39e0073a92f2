import { SYLLABLES_BY_LEVEL } from './syllable-counts.ts';

const LEVELS = new Map<string, number>();
for (const [level, words] of Object.entries(SYLLABLES_BY_LEVEL)) {
  for (const word of words.split(' ')) LEVELS.set(word, Number(level));
}

/** About the base-2 logarithm of all syllables counted; a level minus this is a log probability. */
const TOTAL_BITS = 25;
const UNSEEN_LEVEL = 1;

/** Whether the word is a syllable that Vietnamese text uses (lower case, NFC). */
export function isSyllable(word: string): boolean {
  return LEVELS.has(word.toLowerCase());
}

/** Surprise of a syllable in bits: about 7 for the commonest, 24 for one never seen. */
export function surprise(word: string): number {
  return TOTAL_BITS - (LEVELS.get(word.toLowerCase()) ?? UNSEEN_LEVEL);
}

/** Whether two neighbouring pieces are more likely one syllable torn apart ("thá|ng") than two ("thu|phí"). */
export function isTornApart(before: string, after: string): boolean {
  return isSyllable(before + after) && surprise(before + after) < surprise(before) + surprise(after) - 6;
}

/** Share (0..1) of a text's words that are Vietnamese syllables; 1 for a text without words. */
export function shareOfSyllables(text: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 1;
  return words.filter((word) => isSyllable(word) || /^[\p{Lu}\d]+$/u.test(word)).length / words.length;
}
