import { isSyllable } from '../../../knowledge/text/syllable-likelihood.ts';

/**
 * A recognised word without two mistakes that recognisers make with marked letters: a capital inside a syllable
 * («thỎa» → «thỏa», «HỌc» → «Học») and a letter seen twice («hỘộ» → «hộ»). Nothing else is changed: no figure, and no
 * valid syllable into another.
 */
export function mendWord(text: string): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, mendSyllable);
}

function mendSyllable(word: string): string {
  const isMixed = MIXED.test(word) && word !== word.toUpperCase();
  const lower = word.toLowerCase();
  if (!isMixed && isSyllable(lower)) return word;
  const meant = isSyllable(lower) ? lower : withoutTwin(lower);
  if (meant === null || !MARKED.test(meant)) return word;
  if (!isMixed && word === word.toUpperCase()) return meant.toUpperCase();
  return /\p{Lu}/u.test(word.charAt(0)) ? word.charAt(0) + meant.slice(1) : meant;
}

/** The syllable that is left when one of two equal neighbouring letters goes, or `null`. */
function withoutTwin(lower: string): string | null {
  const shortened = lower.replace(/(\P{ASCII})\1/u, '$1');
  return shortened !== lower && isSyllable(shortened) ? shortened : null;
}

/** A capital after the first letter. */
const MIXED = /^.+\p{Lu}/u;
/** Plain letters may be an abbreviation (TTr, TTg) that happens to be a syllable. */
const MARKED = /\P{ASCII}/u;
