import { FREQUENT_NAMES, HONORIFICS, PLAIN_HONORIFICS, SELDOM_NAMES } from './name-words.ts';
import type { ReadSpeech, SpokenWord } from './plain-speech.ts';

/** What else than its words speaks for a name. */
export interface Evidence {
  /** «tên là», «họ tên cháu:» stand before it. */
  readonly labelled: boolean;
  /** The word directly before it, if only a blank parts them. */
  readonly addressed: WrittenWord | undefined;
  /** Whether a class or an age comes after so many of its words. */
  hasClass(length: number): boolean;
}

interface WrittenWord {
  readonly start: number;
  readonly folded: string;
}

/*
 * In natural logarithms, as a logistic regression gave them for made-up messages with names and for questions and
 * sentences of official texts without any, all without capitals.
 */
const A_NAME = -4.5;
const LABELLED = 2.8;
const HAS_CLASS = 4.7;
const CHILD = 1.3;
const ADDRESSED = -1.2;
/** «ban dai dien»: what looks like an honorific reads as another word. */
const NO_HONORIFIC = -1.9;
const FREQUENT = -2.9;
const OTHER = -6.5;
const SELDOM = -9;

/**
 * How many of the words that may be a name are likelier one than plain speech: 0 for none. The words compete, with the
 * word after them, as they read with diacritics if nobody is named.
 * @param run words without capitals, each of which may stand in a name
 */
export function likelyNameLength(run: readonly WrittenWord[], speech: ReadSpeech, evidence: Evidence): number {
  const [first] = run;
  if (first === undefined) return 0;
  const read = speech(first.start);
  let score = A_NAME + (evidence.labelled ? LABELLED : 0) + addressOf(evidence.addressed, speech);
  let best = 0;
  let length = 0;
  for (let count = 1; count <= run.length; count += 1) {
    const spoken = read[count - 1];
    const next = read[count];
    const word = run[count - 1];
    if (spoken === undefined || next === undefined || word === undefined) break;
    score += costOf(word) - spoken.following;
    const whole = score - dependence(next) + (evidence.hasClass(count) ? HAS_CLASS : 0);
    if (whole > best) {
      best = whole;
      length = count;
    }
  }
  return length;
}

/** How much likelier a word is after the one before it than elsewhere. */
function dependence({ following, alone }: SpokenWord): number {
  return following - alone;
}

function costOf({ folded }: WrittenWord): number {
  if (SELDOM_NAMES.has(folded)) return SELDOM;
  return FREQUENT_NAMES.has(folded) ? FREQUENT : OTHER;
}

function addressOf(word: WrittenWord | undefined, speech: ReadSpeech): number {
  if (word === undefined) return 0;
  if (word.folded === 'be' || word.folded === 'chau') return CHILD;
  if (!PLAIN_HONORIFICS.has(word.folded)) return 0;
  const restored = speech(word.start)[0]?.restored ?? '';
  return HONORIFICS.has(restored) ? ADDRESSED : ADDRESSED + NO_HONORIFIC;
}
