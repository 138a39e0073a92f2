import { COMMON_PASSWORDS } from './common-passwords.ts';

const SHORTEST = 12;
const LONGEST = 200;
/** Letters and digits that must be left when common words, years and the own name are taken out. */
const OWN_CHARACTERS = 6;
const DIFFERENT_CHARACTERS = 5;

export type PasswordProblem = 'short' | 'long' | 'own-name' | 'common';

/** What is wrong with a new password of an account, `null` when nothing is. Composition of letters does not matter. */
export function passwordProblem(password: string, account: { readonly name: string }): PasswordProblem | null {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < SHORTEST) return 'short';
  if (characters.length > LONGEST) return 'long';
  const plain = plainForm(password);
  const name = plainForm(account.name);
  const rest = takeOut(plain, [name]);
  if (rest.length < OWN_CHARACTERS && rest !== plain) return 'own-name';
  if (new Set(characters).size < DIFFERENT_CHARACTERS) return 'common';
  return takeOut(rest, COMMON_PASSWORDS).replace(/(?:19|20)\d\d/g, '').length < OWN_CHARACTERS ? 'common' : null;
}

/** Letters without marks and digits; a password of other scripts or signs alone keeps those, as they are its own. */
function plainForm(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s_.-]/g, '');
  return plain.replace(/[!@#$%*?]+$/, '');
}

/** Longer words first, so that a part of one does not hide the whole. */
function takeOut(text: string, words: readonly string[]): string {
  const longestFirst = [...words].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text);
}
