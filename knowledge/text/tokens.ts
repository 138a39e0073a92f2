import { fold } from './normalise.ts';
import { oneSpelling } from './spelling.ts';

const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,/-]\p{N}+)*/gu;

/** A text's syllables and numbers in three forms. Vietnamese writes one syllable between spaces, so a syllable is a token. */
export interface Tokens {
  /** Lower case with diacritics, in one spelling (`hoà` as `hòa`, `kí` as `ký`). */
  readonly accented: readonly string[];
  /** Without diacritics, đ as d; same length and order as `accented`. */
  readonly folded: readonly string[];
  /** Neighbouring folded syllables joined by `_`: a cheap stand-in for compounds (`hoc_phi`). */
  readonly pairs: readonly string[];
}

/** Splits NFC text. `35.000` and `58/2025` stay whole; a dash or a sentence mark separates. */
export function tokenize(text: string): Tokens {
  const accented = accentedWords(text);
  const folded = accented.map(foldSyllable);
  const pairs: string[] = [];
  for (let index = 1; index < folded.length; index += 1) pairs.push(`${folded[index - 1]}_${folded[index]}`);
  return { accented, folded, pairs };
}

/** The text that was read last: whoever counts reads one for several things, one after the other. */
let lastRead: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] };

/** The first of these forms alone, which takes a third of the time. */
export function accentedWords(text: string): readonly string[] {
  if (text !== lastRead.text)
    lastRead = { text, words: oneSpelling(text.normalize('NFC').toLowerCase()).match(WORD) ?? [] };
  return lastRead.words;
}

/** Texts repeat a few thousand syllables, and folding one takes longer than everything else here. */
const foldedSyllables = new Map<string, string>();
const MOST_KEPT = 50_000;

/** One word in lower case without diacritics, as `fold` gives it; known ones are remembered. */
export function foldSyllable(syllable: string): string {
  const known = foldedSyllables.get(syllable);
  if (known !== undefined) return known;
  const folded = fold(syllable);
  if (foldedSyllables.size < MOST_KEPT) foldedSyllables.set(syllable, folded);
  return folded;
}
