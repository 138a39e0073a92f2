import { fold } from '../knowledge/text/normalise.ts';
import { readableWords } from './sealed-words.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The distinct words by which a text is found: without diacritics, in lower case, đ as d, numbers cut at every mark;
 * nothing of what is sealed.
 * What is searched for and what is searched in go through this, or through the same rules in the engine's own index.
 */
export function searchWords(...texts: readonly (string | null)[]): readonly string[] {
  const words = texts.flatMap((text) => (text === null ? [] : (fold(readableWords(text)).match(WORD) ?? [])));
  return [...new Set(words)];
}
