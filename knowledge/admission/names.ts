import { fold } from '../text/normalise.ts';

const KINDS = /^(?:phuong|p|duong|pho|d)(?: |$)/;

/** A name without diacritics, marks, and the word that says what it names: «Phường Đội Cấn» and «p. doi can» are one. */
export function placeKey(name: string): string {
  return wordsOf(name).replace(KINDS, '').trim();
}

/** Folded words with single spaces between them; of marks only the slash stays. */
export function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim();
}
