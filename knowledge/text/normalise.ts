/**
 * Characters that show nothing but split or reorder words: soft hyphen, zero-width and bidirectional marks,
 * variation selectors, tags, and control characters other than tab and line breaks.
 */
const INVISIBLE =
  /(?![\t\n\r])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u3164|\uFFA0)/gu;

const COMBINING = /\p{M}+/gu;

/** The text without characters that show nothing; line breaks and tabs stay. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(/[\u2028\u2029]/g, '\n');
}

/** Lower case, no diacritics, đ as d, runs of white space as one space, trimmed. The length may differ from the input's. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(COMBINING, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();
}
