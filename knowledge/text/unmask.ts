import { HOMOGLYPHS } from './homoglyphs.ts';
import { stripInvisible } from './normalise.ts';

const LEET: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['@', 'a'],
]);

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx])';
const VOWEL = '[aăâeêioôơuưy]';
const CODA = '(?:ng|nh|ch|[cmnpt])';
/** A Vietnamese syllable without tone mark; the coda must not open the next syllable. */
const SYLLABLE = new RegExp(`${ONSET}?${VOWEL}{1,3}(?:${CODA}(?!${VOWEL}))?`, 'uy');
const WHOLE_SYLLABLE = new RegExp(`^${ONSET}?${VOWEL}{1,3}${CODA}?$`, 'u');
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Four or more single letters with one separator each: nobody writes words so except to hide them. */
const SPACED_LETTERS = /(?<![\p{L}\p{M}\p{N}])(?:\p{L}\p{M}*[ .\-_*]{1,2}){3,60}\p{L}\p{M}*(?![\p{L}\p{M}\p{N}])/gu;

/** One word that holds a digit or @ between letters. */
const LEET_WORD = /(?<![\p{L}\p{M}\p{N}@.])\p{L}[\p{L}\p{M}]{0,6}[01345@][\p{L}\p{M}]{1,6}(?![\p{L}\p{M}\p{N}@.])/gu;
const REPEATED_LETTER = /(\p{L})(\p{M}*)\1{2,}/gu;

/**
 * The text as a reader sees it: look-alike letters as Latin, letters spread with spaces or dots joined to syllables
 * (`t ự t ử` → `tự tử`), digits for letters inside a syllable resolved (`ch3t` → `chet`), `quáaaa` as `quá`.
 * Numbers, class names and amounts stay. NFC; for reading by rules only, never shown to anyone.
 */
export function unmask(text: string): string {
  const latin = [...stripInvisible(text).normalize('NFKC')].map((letter) => HOMOGLYPHS.get(letter) ?? letter).join('');
  return latin
    .normalize('NFC')
    .replace(SPACED_LETTERS, joinLetters)
    .replace(LEET_WORD, resolveLeet)
    .normalize('NFD')
    .replace(REPEATED_LETTER, '$1$2')
    .normalize('NFC');
}

function joinLetters(spaced: string): string {
  const joined = spaced.replace(/[ .\-_*]/g, '').normalize('NFC');
  const plain = withoutTone(joined);
  const syllables: string[] = [];
  let at = 0;
  while (at < plain.length) {
    SYLLABLE.lastIndex = at;
    const length = SYLLABLE.exec(plain)?.[0].length ?? 0;
    // Not Vietnamese when joined: initials or teencode ("e k b v"), which stay as they are.
    if (length === 0) return spaced;
    syllables.push(joined.slice(at, at + length));
    at += length;
  }
  return syllables.some((syllable) => syllable.length > 1) ? syllables.join(' ') : spaced;
}

function resolveLeet(word: string): string {
  const resolved = [...word].map((letter) => LEET.get(letter) ?? letter).join('');
  return WHOLE_SYLLABLE.test(withoutTone(resolved)) ? resolved : word;
}

/** Lower case without tone marks; one NFC code unit for each NFC letter of the input. */
function withoutTone(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(TONE_MARKS, '').normalize('NFC');
}
