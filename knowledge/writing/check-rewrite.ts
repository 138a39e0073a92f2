import { FILLER_WORDS, QUESTION_WORDS } from '../question/filler-words.ts';
import { withoutPointing } from '../question/follow-up.ts';
import { accentedWords, tokenize } from '../text/tokens.ts';
import { JOINING_WORDS } from './rewrite-words.ts';

/**
 * What is wrong with a rewritten question: longer than a question, signs that no question has, a number or a word that
 * nobody said, the message's own matter left out, or nothing of the earlier messages put in.
 */
export type RewriteFault = 'too-long' | 'markup' | 'new-number' | 'new-word' | 'lost-matter' | 'adds-nothing';

const LONGEST = 300;
const MOST_WORDS = 50;
/** Of the message's own words, this share has to stand in the question: else it asks something else. */
const LEAST_KEPT = 0.6;
const STRANGE = /[^\p{Script=Latin}\p{M}0-9\s.,;:!?%/()"'“”‘’«»–—\-+[\]₫]/u;

/**
 * Whether a rewritten question may be searched for; `null`: nothing is wrong with it.
 * @param message what the citizen wrote last, read
 * @param others every other form of the conversation's messages; a word without diacritics stands for each of its readings
 */
export function checkRewrite(question: string, message: string, others: readonly string[]): RewriteFault | null {
  const words = accentedWords(question);
  if (question.length > LONGEST || words.length > MOST_WORDS) return 'too-long';
  if (words.length === 0 || STRANGE.test(question)) return 'markup';
  const said = new Set([message, ...others].flatMap(accentedWords));
  const isNumber = (word: string) => /\p{N}/u.test(word);
  if (words.some((word) => isNumber(word) && !said.has(word))) return 'new-number';
  const { folded } = tokenize(question);
  const isKnown = (word: string, plain: string) => said.has(word) || said.has(plain) || JOINING_WORDS.has(word);
  if (words.some((word, index) => !isNumber(word) && !isKnown(word, folded[index] ?? word))) return 'new-word';
  if (!keepsMatter(new Set(folded), message)) return 'lost-matter';
  const own = new Set(tokenize(message).folded);
  return matterOf(question).some((syllable) => !own.has(syllable)) ? null : 'adds-nothing';
}

/** Every number of the message, and most of its own words. */
function keepsMatter(held: ReadonlySet<string>, message: string): boolean {
  if (accentedWords(message).some((word) => /\p{N}/u.test(word) && !held.has(word))) return false;
  const own = matterOf(withoutPointing(message));
  return own.filter((syllable) => held.has(syllable)).length >= LEAST_KEPT * own.length;
}

/** Its syllables without courtesy and words that ask. */
function matterOf(text: string): readonly string[] {
  return tokenize(text).folded.filter((syllable) => !FILLER_WORDS.has(syllable) && !QUESTION_WORDS.has(syllable));
}
