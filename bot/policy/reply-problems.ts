import type { ReplyId } from './replies.ts';

/** What keeps an edited reply from being used. */
export type ReplyProblem =
  | 'empty'
  | 'too-long'
  | 'no-hotline'
  | 'foreign-address'
  | 'strange-characters'
  | 'placeholder';

/** A reply must fit a phone and, with the line that says who speaks and the time of an answer, every channel. */
export const LONGEST_FIXED_REPLY = 1_200;
/** Child helpline, police, ambulance: each as a number of its own. */
const HOTLINES = ['111', '113', '115'].map((number) => new RegExp(`(?<![\\d.])${number}(?!\\d)`, 'u'));
/** Replies that may be all that a child in danger gets. */
const TO_SOMEBODY_IN_DANGER: readonly ReplyId[] = ['crisisAdult', 'crisisSelfHarm', 'crisisMissing'];

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'»”]+|(?<![\p{L}\d.@-])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org|info|edu|gov|me|ly|io|link|xyz|top|site|online|shop|cc)(?:\/\S*)?(?![\p{L}\d])/giu;
/** Controls, and letters that hide themselves or turn the direction of what follows. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/**
 * Everything that keeps words from being used as the fixed reply of that id; empty: nothing does.
 * @param publicUrl the product's own address, the only one that a reply may name; `null`: none may be judged, because
 * the settings are not at hand
 */
export function replyProblems(id: ReplyId, words: string, publicUrl: string | null): readonly ReplyProblem[] {
  const problems: ReplyProblem[] = [];
  if (words.trim() === '') problems.push('empty');
  if (words.length > LONGEST_FIXED_REPLY) problems.push('too-long');
  if (TO_SOMEBODY_IN_DANGER.includes(id) && !HOTLINES.every((hotline) => hotline.test(words))) {
    problems.push('no-hotline');
  }
  if (publicUrl !== null && foreignAddresses(words, publicUrl).length > 0) problems.push('foreign-address');
  if (STRANGE.test(words.replaceAll('\n', ''))) problems.push('strange-characters');
  if (/\{\w*\}|\$\{|%s/u.test(words)) problems.push('placeholder');
  return problems;
}

/** Addresses of the web in some words that do not belong to the product itself. */
export function foreignAddresses(words: string, publicUrl: string): readonly string[] {
  return [...words.matchAll(ADDRESS)].map(([found]) => found).filter((found) => !isOwn(found, publicUrl));
}

function isOwn(address: string, publicUrl: string): boolean {
  if (publicUrl === '') return false;
  try {
    const found = new URL(/^https?:/iu.test(address) ? address : `https://${address}`);
    return found.host === new URL(publicUrl).host;
  } catch {
    return false;
  }
}
