import { bundledTables } from '../text/restore/known-words.ts';
import { createLanguageModel, type LanguageModel, type ModelWord } from '../text/restore/language-model.ts';
import { EDGE, NUMBER } from '../text/restore/pair-counts.ts';
import { restoreDiacritics } from '../text/restore/restore-diacritics.ts';
import { oneSpelling } from '../text/spelling.ts';
import type { AlignedText } from './aligned-text.ts';

/** A word of a text as it reads if nobody is named: with its diacritics, and how much it was to be expected there. */
export interface SpokenWord {
  readonly start: number;
  readonly end: number;
  readonly restored: string;
  /** Log probability of the word after the one before it. */
  readonly following: number;
  /** Log probability of the word wherever it stands. */
  readonly alone: number;
}

/** See {@link createSpeechReader}. */
export type ReadSpeech = (from: number) => readonly SpokenWord[];

/**
 * Sentences are read one by one, so that each is restored by how much of its own diacritics is left out; longer ones in
 * pieces, so that no text takes long.
 */
const SENTENCE = /(?:[^.!?;\n]|\.(?!\s|$)){1,600}(?![\p{L}\p{M}])/gu;
const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,/-]\p{N}+)*/gu;
const STOP = /[.;:!?()\n]/u;
/** As many words are looked at from one on: the longest name, and what comes after it. */
const WORDS_AHEAD = 6;

interface Tables {
  readonly model: LanguageModel;
  readonly edge: ModelWord;
}

let tables: Tables | null = null;

function bundled(): Tables {
  if (tables === null) {
    const model = createLanguageModel(bundledTables());
    tables = { model, edge: model.word(EDGE) };
  }
  return tables;
}

/**
 * Makes a function that gives the words from a place on, up to {@link WORDS_AHEAD} of one sentence, the end of the
 * sentence as a last word of no length. A sentence is read when it is first asked for, about 0.5 ms.
 */
export function createSpeechReader({ text }: AlignedText): ReadSpeech {
  let sentences: { readonly start: number; readonly end: number; words: readonly SpokenWord[] | null }[] | null = null;
  return (from) => {
    sentences ??= [...text.matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({
      start: index,
      end: index + sentence.length,
      words: null,
    }));
    const sentence = sentences.find(({ end }) => from < end);
    if (sentence === undefined || from < sentence.start) return [];
    sentence.words ??= readSentence(text.slice(sentence.start, sentence.end), sentence.start);
    const first = sentence.words.findIndex(({ end }) => from < end);
    return first < 0 ? [] : sentence.words.slice(first, first + WORDS_AHEAD);
  };
}

function readSentence(sentence: string, offset: number): readonly SpokenWord[] {
  const { model, edge } = bundled();
  const { words } = restoreDiacritics(sentence.toLowerCase());
  const places = [...sentence.matchAll(WORD)];
  let before = edge;
  let end = 0;
  const read = places.map(({ index, 0: written }, at): SpokenWord => {
    if (STOP.test(sentence.slice(end, index))) before = edge;
    end = index + written.length;
    const restored = oneSpelling(words[at]?.restored ?? written);
    const word = model.word(/\p{N}/u.test(written) ? NUMBER : restored);
    const following = Math.log(model.follows(before, word));
    before = word;
    return { start: offset + index, end: offset + end, restored, following, alone: Math.log(word.alone) };
  });
  const last = offset + sentence.length;
  const following = Math.log(model.follows(before, edge));
  return [...read, { start: last, end: last + 1, restored: '', following, alone: Math.log(edge.alone) }];
}
