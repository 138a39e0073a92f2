/**
 * Characters that show nothing but split or reorder words: soft hyphen, zero-width and bidirectional marks,
 * variation selectors, tags, and control characters other than tab and line breaks.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDDEF]/g;

const COMBINING = /\p{M}+/gu;

/** The text in Unicode NFC, the only form compared and stored in this product. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/** The text without characters that show nothing; line breaks and tabs stay. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(/[\u2028\u2029]/g, '\n');
}

/** Lower case, no diacritics, đ as d, runs of white space as one space, trimmed. The length may differ from the input's. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
