import { createHash } from 'node:crypto';
import { fold } from '../../knowledge/text/normalise.ts';
import { AROUND_A_CODE } from './link-phrases.ts';

/**
 * Signs of a code. No vowel and no d, so that no way of typing Vietnamese turns them into other letters and no code is a
 * word; nothing that looks like another sign: no 0 1, B G I L O S Z. Letters before digits, so that a phone's keyboard is
 * changed once.
 */
const LETTERS = 'CFHJKMNPQRTVX';
const DIGITS = '23456789';
const LETTER_COUNT = 5;
const DIGIT_COUNT = 4;
const CODE = new RegExp(`^[${LETTERS}]{${LETTER_COUNT}}[${DIGITS}]{${DIGIT_COUNT}}$`);
/** A code wherever it stands. */
const STANDING = new RegExp(`\\b[${LETTERS}]{${LETTER_COUNT}}[ .-]?[${DIGITS}]{${DIGIT_COUNT}}\\b`, 'gi');
/** What somebody types who tries to write a code: short, with letters and digits. */
const LIKE_A_CODE = /^(?=.*[a-z])(?=.*\d)[a-z\d]{5,14}$/;
/** Words that say that a code follows. */
const NAMES_A_CODE = /^(?:da )?(?:gui )?ma (?:lien ket|ket noi)\b/;

/**
 * A code such as `HKMTP 4729`, of 1.5 billion.
 * @param randomId as random as a UUID, used for nothing else
 */
export function makeLinkCode(randomId: string): string {
  const bytes = createHash('sha256').update(`link-code:${randomId}`).digest();
  // Four bytes a sign, so that none is likelier than another by more than one in a hundred million.
  const letters = Array.from({ length: LETTER_COUNT }, (_, at) => LETTERS[bytes.readUInt32BE(4 * at) % LETTERS.length]);
  const digits = Array.from({ length: DIGIT_COUNT }, (_, at) => DIGITS[bytes.readUInt8(28 + at) % DIGITS.length]);
  return `${letters.join('')} ${digits.join('')}`;
}

/** What is kept of a code: SHA-256 of its signs, hex. */
export function linkCodeDigest(code: string): string {
  return createHash('sha256')
    .update(`link:${code.replaceAll(' ', '')}`)
    .digest('hex');
}

/**
 * The code that a message sends, as {@link makeLinkCode} writes it; `malformed` where it means to send one that cannot be
 * any; `null` where it is about something else. Spaces, marks, small letters and «mã liên kết» around it do not matter.
 */
export function readLinkCode(text: string): string | 'malformed' | null {
  const words = fold(text).match(/[a-z\d]+/g) ?? [];
  const rest = words.filter((word) => !AROUND_A_CODE.has(word)).join('');
  const signs = rest.toUpperCase();
  if (CODE.test(signs)) return `${signs.slice(0, LETTER_COUNT)} ${signs.slice(LETTER_COUNT)}`;
  return NAMES_A_CODE.test(words.join(' ')) && LIKE_A_CODE.test(rest) ? 'malformed' : null;
}

/** A text without the codes in it: staff read transcripts, and only the citizen may link. */
export function hideLinkCodes(text: string): string {
  return text.replace(STANDING, '••••• ••••');
}
