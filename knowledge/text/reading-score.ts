import { isSyllable, isTornApart } from './syllable-likelihood.ts';

/**
 * How well a text was read, 0..1: the share of its words that are whole Vietnamese syllables; numbers and abbreviations
 * do not count. Pieces of a torn syllable («thá ng») are wrong although each may be a syllable. Official texts reach
 * 0.98 and more; a text layer with a broken font or a page read upside down stays below 0.8. 0 without words.
 */
export function readingScore(text: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  const judged = words.filter((word) => !isAbbreviation(word));
  const wrong = new Set<number>();
  for (let index = 0; index < judged.length; index += 1) {
    const [word = '', next = ''] = judged.slice(index, index + 2);
    if (!isSyllable(word)) wrong.add(index);
    if (next !== '' && isTornApart(word, next)) wrong.add(index).add(index + 1);
  }
  return judged.length === 0 ? 0 : 1 - wrong.size / judged.length;
}

/** Names of offices and documents (NQ, HĐND, TTr), which no list of syllables knows; they say nothing. */
function isAbbreviation(word: string): boolean {
  return /^[A-ZĐƯ]{2,7}[a-z]?$/u.test(word) && !isSyllable(word);
}
