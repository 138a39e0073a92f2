import { expandAbbreviations } from '../../knowledge/text/abbreviations.ts';
import { readSyllable, type Syllable } from '../../knowledge/text/syllable.ts';
import { unmask } from '../../knowledge/text/unmask.ts';

/** One word of a message as the rules see it. */
export interface MessageWord extends Syllable {
  /** A sentence ends before this word; no phrase reaches across. */
  readonly opensSentence: boolean;
  /** The message is written with diacritics throughout, so that a missing one means a level tone. */
  readonly spelledOut: boolean;
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
/** About three of five Vietnamese syllables carry a tone mark; somebody who leaves some out stays below this. */
const SPELLED_OUT_SHARE = 0.4;
const SENTENCE_END = /[.!?;…](?:\s|$)/u;

/** Unmasks, writes abbreviations out and splits a message into words with their diacritics. */
export function readMessageWords(text: string): MessageWords {
  const bounded =
    text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS / 2)} ${text.slice(-MAX_CHARACTERS / 2)}`;
  const readable = expandAbbreviations(unmask(bounded));
  const words: MessageWord[] = [];
  const positions = new Map<string, number[]>();
  const spelledOut = isSpelledOut(readable);
  let end = 0;
  for (const found of readable.matchAll(WORD)) {
    const syllable = readSyllable(found[0]);
    const opensSentence = SENTENCE_END.test(readable.slice(end, found.index));
    const known = positions.get(syllable.folded);
    if (known === undefined) positions.set(syllable.folded, [words.length]);
    else known.push(words.length);
    words.push({ ...syllable, opensSentence, spelledOut });
    end = found.index + found[0].length;
  }
  return { words, positions };
}

function isSpelledOut(text: string): boolean {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(readSyllable);
  const marked = words.filter((word) => word.tone !== '');
  return words.length > 0 && marked.length / words.length >= SPELLED_OUT_SHARE;
}
