import type { Syllable } from './syllable.ts';

/**
 * Diacritics typed as keys: the Telex and VNI conventions of Vietnamese keyboards, for words that arrive undecoded
 * because the keyboard was off («hocj phis», «tru7o7ng2»).
 */
export type KeyStyle = 'telex' | 'vni';

const [GRAVE, ACUTE, TILDE, HOOK, DOT] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [HAT, BREVE, HORN, BAR] = ['\u0302', '\u0306', '\u031b', '-'];
const TONE_KEYS: Readonly<Record<KeyStyle, ReadonlyMap<string, string>>> = {
  telex: new Map([
    ['f', GRAVE],
    ['s', ACUTE],
    ['x', TILDE],
    ['r', HOOK],
    ['j', DOT],
  ] as [string, string][]),
  vni: new Map([
    ['2', GRAVE],
    ['1', ACUTE],
    ['4', TILDE],
    ['3', HOOK],
    ['5', DOT],
  ] as [string, string][]),
};
const VOWEL = /[aeiouy]/;

/** Letters typed so far, each with its mark or an empty string. */
interface Typed {
  readonly letters: string[];
  readonly marks: string[];
}

/** «nghieengf» has nine; nobody types a syllable with more than a few keys twice. */
const MOST_KEYS = 16;

/**
 * The syllable that these keys spell.
 * @param word lower case, Latin letters and, for VNI, digits
 * @returns `null` when no key stands for a diacritic, or there are too many keys for a syllable
 */
export function readKeys(word: string, style: KeyStyle): Syllable | null {
  if (word.length > MOST_KEYS) return null;
  const typed: Typed = { letters: [], marks: [] };
  let tone = '';
  let decoded = false;
  [...word].forEach((key, at) => {
    const hasVowel = typed.letters.some((letter) => VOWEL.test(letter));
    const toneKey = TONE_KEYS[style].get(key);
    if (toneKey !== undefined && hasVowel && !VOWEL.test(word[at + 1] ?? '')) {
      tone = toneKey;
      decoded = true;
    } else if (style === 'telex' ? putTelexMark(typed, key, at === word.length - 1) : putVniMark(typed, key)) {
      decoded = true;
    } else {
      typed.letters.push(key);
      typed.marks.push('');
    }
  });
  if (!decoded) return null;
  const shape = typed.marks.map((mark, index) => (mark === '' ? '' : `${index}${mark}`)).join('');
  return { folded: typed.letters.join(''), shape, tone };
}

function putTelexMark(typed: Typed, key: string, last: boolean): boolean {
  const before = typed.letters.length - 1;
  if (key === 'w') return putHorn(typed, true) || putBreve(typed) || pushHornedU(typed);
  if (key === 'd' && typed.letters[0] === 'd' && (before === 0 || last)) return mark(typed, 0, BAR);
  return 'aeo'.includes(key) && typed.letters[before] === key && mark(typed, before, HAT);
}

function putVniMark(typed: Typed, key: string): boolean {
  if (key === '6') return mark(typed, lastOf(typed, 'aeo'), HAT);
  if (key === '7') return putHorn(typed, false);
  if (key === '8') return putBreve(typed);
  return key === '9' && typed.letters[0] === 'd' && mark(typed, 0, BAR);
}

/** `both`: one key after «uo» marks both vowels. */
function putHorn(typed: Typed, both: boolean): boolean {
  const at = lastOf(typed, 'aou');
  if (typed.letters[at] === 'a') return false;
  if (both && typed.letters[at] === 'o' && typed.letters[at - 1] === 'u') mark(typed, at - 1, HORN);
  return mark(typed, at, HORN);
}

function putBreve(typed: Typed): boolean {
  return mark(typed, lastOf(typed, 'a'), BREVE);
}

function pushHornedU(typed: Typed): boolean {
  typed.letters.push('u');
  typed.marks.push(HORN ?? '');
  return true;
}

function mark(typed: Typed, at: number, sign: string | undefined): boolean {
  if (at < 0 || sign === undefined || typed.marks[at] !== '') return false;
  typed.marks[at] = sign;
  return true;
}

function lastOf(typed: Typed, wanted: string): number {
  return typed.letters.findLastIndex((letter) => wanted.includes(letter));
}
