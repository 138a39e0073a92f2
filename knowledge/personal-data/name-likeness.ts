import {
  FREQUENT_NAMES,
  HONORIFICS,
  PET_NAMES,
  PLAIN_HONORIFICS,
  PLAIN_SURNAMES,
  SELDOM_NAMES,
  UNSURE_WORDS,
} from './name-words.ts';
import type { ReadSpeech, SpokenWord } from './plain-speech.ts';

/** What else than its words speaks for a name. */
export interface Evidence {
  /** It stands in capitals where other words do not. */
  readonly capitals: boolean;
  /** «tên là», «họ tên cháu:» stand before it. */
  readonly labelled: boolean;
  /** «con em là», «mẹ của» stand before it. */
  readonly said: boolean;
  /** The word directly before it, if only a blank parts them. */
  readonly addressed: WrittenWord | undefined;
  /** Whether after so many of its words comes what is told of people: a class, an age, what a teacher does. */
  isConfirmed(length: number): boolean;
}

interface WrittenWord {
  readonly start: number;
  readonly folded: string;
}

/*
 * In natural logarithms, from a logistic regression over made-up messages with names and over questions and sentences
 * of official texts without any, all without capitals; those for capitals and for single words were set by hand.
 */
const A_NAME = -3;
const CAPITALS = 10;
const LABELLED = 5.5;
const SAID = 1.5;
const CONFIRMED = 6;
const CHILD = 2.3;
const ADDRESSED = 0.5;
/** «ban dai dien»: what looks like an honorific reads as another word. */
const NO_HONORIFIC = -1.2;
const FULL_NAME = 2;
const SURE_WORD = 1;
const UNSURE_WORD = -3;
/** «Thị» stands in the middle of a name, «thì» and «thi» behind anything. */
const ENDS_IN_THI = -5;
const FREQUENT = -5;
const OTHER = -7.6;
const SELDOM = -11;
/** The last words of a name are left to see only where they are so much likelier something else. */
const CUT_SHORT = 4;

/**
 * How many of the words that may be a name are likelier one than plain speech: 0 for none. The words compete, with the
 * word after them, as they read with diacritics if nobody is named.
 * @param run words each of which may stand in a name
 */
export function likelyNameLength(run: readonly WrittenWord[], speech: ReadSpeech, evidence: Evidence): number {
  const [first] = run;
  if (first === undefined) return 0;
  const read = speech(first.start);
  if (read.length <= run.length) return run.length;
  let words =
    A_NAME +
    (evidence.capitals ? CAPITALS : 0) +
    (evidence.labelled ? LABELLED : evidence.said ? SAID : addressOf(evidence.addressed, speech));
  const scores = run.map((word, index) => {
    const [spoken, next] = [read[index], read[index + 1]];
    words += costOf(word, evidence) - (spoken?.following ?? 0);
    return words - dependence(next) + shapeOf(run, index + 1) + (evidence.isConfirmed(index + 1) ? CONFIRMED : 0);
  });
  const enough = Math.max(0, Math.max(...scores) - CUT_SHORT);
  return scores.findLastIndex((score) => score > enough) + 1;
}

function shapeOf(run: readonly WrittenWord[], length: number): number {
  if (run[length - 1]?.folded === 'thi') return ENDS_IN_THI;
  if (length === 1) return UNSURE_WORDS.has(run[0]?.folded ?? '') ? UNSURE_WORD : SURE_WORD;
  return length >= 3 && PLAIN_SURNAMES.has(run[0]?.folded ?? '') ? FULL_NAME : 0;
}

/** How much likelier a word is after the one before it than elsewhere. */
function dependence(word: SpokenWord | undefined): number {
  return word === undefined ? 0 : word.following - word.alone;
}

function costOf({ folded }: WrittenWord, { addressed }: Evidence): number {
  if (SELDOM_NAMES.has(folded)) return SELDOM;
  return FREQUENT_NAMES.has(folded) || (isChild(addressed) && PET_NAMES.has(folded)) ? FREQUENT : OTHER;
}

function isChild(word: WrittenWord | undefined): boolean {
  return word?.folded === 'be' || word?.folded === 'chau';
}

function addressOf(word: WrittenWord | undefined, speech: ReadSpeech): number {
  if (word === undefined) return 0;
  if (isChild(word)) return CHILD;
  if (!PLAIN_HONORIFICS.has(word.folded)) return 0;
  const restored = speech(word.start)[0]?.restored ?? '';
  return HONORIFICS.has(restored) ? ADDRESSED : NO_HONORIFIC;
}
