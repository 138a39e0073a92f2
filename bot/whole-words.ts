import { fold } from '../knowledge/text/normalise.ts';

/** Folded words between spaces, so that a search in it finds whole words and phrases only. */
export function wholeWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}
