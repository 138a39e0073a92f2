import { isSyllable } from '../../../knowledge/text/syllable-likelihood.ts';

/**
 * A recognised word with capitals taken from inside a syllable («thỎa» → «thỏa», «HỌc» → «Học»): capital and small
 * letters with marks look alike to a recogniser. Nothing else is changed: no figure, and no syllable into another.
 */
export function mendWord(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (!MIXED.test(word) || word === word.toUpperCase()) return word;
    const lower = word.toLowerCase();
    if (!/[^a-z]/.test(lower) || !isSyllable(lower)) return word;
    const first = word.charAt(0);
    return /\p{Lu}/u.test(first) ? first + lower.slice(1) : lower;
  });
}

/** A capital after the first letter. */
const MIXED = /^.+\p{Lu}/u;
