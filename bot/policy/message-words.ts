import { expandAbbreviations } from '../../knowledge/text/abbreviations.ts';
import { readSyllable, type Syllable } from '../../knowledge/text/syllable.ts';
import { unmask } from '../../knowledge/text/unmask.ts';

/** One word of a message as the rules see it. */
export interface MessageWord extends Syllable {
  /** A sentence ends before this word; no phrase reaches across. */
  readonly opensSentence: boolean;
}

/** A message read once for all rules. */
export interface MessageWords {
  readonly words: readonly MessageWord[];
  /** Positions of each folded word. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** Longer messages are judged by their first and last words: what matters stands there, and time stays bounded. */
const MAX_CHARACTERS = 12_000;
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
const SENTENCE_END = /[.!?;…](?:\s|$)/u;

/** Unmasks, writes abbreviations out and splits a message into words with their diacritics. */
export function readMessageWords(text: string): MessageWords {
  const bounded =
    text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS / 2)} ${text.slice(-MAX_CHARACTERS / 2)}`;
  const readable = expandAbbreviations(unmask(bounded));
  const words: MessageWord[] = [];
  const positions = new Map<string, number[]>();
  let end = 0;
  for (const found of readable.matchAll(WORD)) {
    const syllable = readSyllable(found[0]);
    const opensSentence = SENTENCE_END.test(readable.slice(end, found.index));
    const known = positions.get(syllable.folded);
    if (known === undefined) positions.set(syllable.folded, [words.length]);
    else known.push(words.length);
    words.push({ ...syllable, opensSentence });
    end = found.index + found[0].length;
  }
  return { words, positions };
}
