import type { MessageWord, MessageWords } from '../message-words.ts';
import { PHRASE_LISTS } from '../phrase-lists.ts';
import { createSignReader } from '../rule-signs.ts';
import { CRISIS } from '../rules/crisis.ts';
import { MATTER_RULES } from '../rules/rule-sets.ts';
import type { MessageShape } from '../shapes.ts';

/** Number of buckets that features are hashed into. */
export const BUCKETS = 1 << 15;

/** Longer messages are read by their first and last words, as the rules' time is bounded too. */
const MAX_WORDS = 400;
const LETTERS_IN_A_ROW = 4;
const SEEN_SHAPES: readonly MessageShape[] = [
  'identity-number',
  'phone-number',
  'birth-date',
  'question',
  'asks',
  'up-to-6-words',
  'up-to-12-words',
];

const readSigns = createSignReader([CRISIS, ...MATTER_RULES], PHRASE_LISTS);

/**
 * The distinct buckets of a message's features, in rising order: one to three folded syllables in a row, a syllable and
 * the next but one, single syllables and pairs with the diacritics that were written, runs of letters (for typing
 * errors), signs of the rules, and what can be seen without words. Deterministic.
 */
export function readFeatures(message: MessageWords, shapes: ReadonlySet<MessageShape>): Uint16Array {
  const found = new Set<number>();
  const add = (feature: string) => found.add(bucketOf(feature));
  const words = bounded(message.words);
  const folded = ['^', ...words.map(foldedForm), '$'];
  for (let at = 0; at < folded.length; at += 1) {
    const one = folded[at] ?? '';
    const two = folded[at + 1];
    const three = folded[at + 2];
    add(`1 ${one}`);
    if (two === undefined) continue;
    add(`2 ${one} ${two}`);
    if (three === undefined) continue;
    add(`3 ${one} ${two} ${three}`);
    add(`2 ${one} * ${three}`);
  }
  words.forEach((word, at) => {
    const written = writtenForm(word);
    if (written === null) return;
    add(`w ${written}`);
    const next = words[at + 1];
    const follower = next === undefined ? null : writtenForm(next);
    if (follower !== null) add(`w ${written} ${follower}`);
  });
  const letters = folded.join(' ');
  for (let at = 0; at + LETTERS_IN_A_ROW <= letters.length; at += 1) {
    add(`c ${letters.slice(at, at + LETTERS_IN_A_ROW)}`);
  }
  for (const sign of readSigns(message)) add(`r ${sign}`);
  for (const shape of SEEN_SHAPES) if (shapes.has(shape)) add(`s ${shape}`);
  return Uint16Array.from(found).sort();
}

function bounded(words: readonly MessageWord[]): readonly MessageWord[] {
  return words.length <= MAX_WORDS ? words : [...words.slice(0, MAX_WORDS / 2), ...words.slice(-MAX_WORDS / 2)];
}

/** A number counts by its length only: its digits are no sign of a matter. */
function foldedForm(word: MessageWord): string {
  return /^\d/u.test(word.folded) ? '0'.repeat(Math.min(word.folded.length, 9)) : word.folded;
}

/** The word with its diacritics, or `null` where none were written and may have been left out. */
function writtenForm(word: MessageWord): string | null {
  if (/^\d/u.test(word.folded)) return null;
  return word.tone === '' && word.shape === '' && !word.spelledOut ? null : `${word.folded}${word.shape}${word.tone}`;
}

/** FNV-1a over UTF-16 code units, folded to the number of buckets. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & (BUCKETS - 1);
}
