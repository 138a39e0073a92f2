import { isSyllable, isTornApart } from './syllable-likelihood.ts';

/**
 * How well a text was read, 0..1: the share of its words that are whole Vietnamese syllables, numbers aside. Pieces of
 * a torn syllable («thá ng») count as wrong although each may be a syllable, and so do lone consonants. Official texts
 * reach 0.98 and more; a text layer with a broken font or a page read upside down stays below 0.8. 0 without words.
 */
export function readingScore(text: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 0;
  const wrong = words.map((word) => !isWhole(word));
  for (let index = 1; index < words.length; index += 1) {
    if (!isTornApart(words[index - 1] ?? '', words[index] ?? '')) continue;
    wrong[index - 1] = true;
    wrong[index] = true;
  }
  return 1 - wrong.filter(Boolean).length / words.length;
}

/** Capitals are abbreviations of offices and documents (NQ, HĐND), which no list of syllables knows. */
function isWhole(word: string): boolean {
  return isSyllable(word) || (word.length > 1 && /^\p{Lu}+$/u.test(word));
}
