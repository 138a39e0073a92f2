import { isAbbreviation } from './abbreviations.ts';
import { type KeyStyle, readKeys } from './keyboard-leftovers.ts';
import { fold } from './normalise.ts';
import { knownWords } from './restore/known-words.ts';
import { oneSpelling, withCaseOf } from './spelling.ts';
import { readSyllable, type Syllable } from './syllable.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTERS_THEN_DIGITS = /^(\p{L}+)(\d+)$/u;
const LONGEST_WORD = 100;

/** A word undecoded by the keyboard, and how sure that is. */
interface Decoded {
  readonly word: string;
  /** It is no other word, so the whole message was typed so. */
  readonly sure: boolean;
}

/**
 * Writes out words that a keyboard left undecoded («hocj phis», «tru7o7ng2»), shortens words drawn out for feeling
 * («quáaa», «lắmmm») and parts words from their numbers («lop5»). Syllables, abbreviations and foreign words stay;
 * keys that may also mean something else («lop5») are decoded only beside some that cannot.
 */
export function mendHastyTyping(text: string): string {
  const words = text.match(WORD) ?? [];
  const sure = (style: KeyStyle) => words.some((word) => decode(word, style)?.sure === true);
  const styles = (['telex', 'vni'] as const).filter(sure);
  return text.replace(WORD, (written) => {
    for (const style of styles) {
      const decoded = decode(written, style);
      if (decoded !== null) return decoded.word;
    }
    const [, letters = '', digits = ''] = LETTERS_THEN_DIGITS.exec(written) ?? [];
    if (letters.length > 1 && isSyllable(letters.toLowerCase())) return `${letters} ${digits}`;
    return isKnown(written.toLowerCase()) ? written : shorten(written);
  });
}

function decode(written: string, style: KeyStyle): Decoded | null {
  const word = written.toLowerCase();
  const shape = style === 'telex' ? /^[a-z]{2,9}$/ : /^[a-z]{1,6}\d[a-z\d]{0,5}$/;
  if (!shape.test(word) || isSyllable(word) || isAbbreviation(word)) return null;
  const keys = readKeys(word, style);
  if (keys === null) return null;
  const meant = syllableOf(keys);
  if (meant === null) return null;
  const drawnOut = style === 'telex' && /([aeo])\1$/.test(word);
  const sure = style === 'telex' ? !drawnOut && !isKnown(word) : /\d[a-z]/.test(word);
  return { word: withCaseOf(written, meant), sure };
}

/** The commonest syllable with these marks; a bar on d may be missing, as in «duwowcj». */
function syllableOf(keys: Syllable): string | null {
  const { byLetters, general } = knownWords();
  const forms = (byLetters.get(keys.folded) ?? []).filter((form) => {
    const { shape, tone } = readSyllable(form);
    return tone === keys.tone && (shape === keys.shape || shape === `0-${keys.shape}`);
  });
  const count = (form: string) => general.single(general.idOf(form));
  return forms.sort((a, b) => count(b) - count(a))[0] ?? null;
}

function shorten(written: string): string {
  if (written.length > LONGEST_WORD) return written;
  const letters = [...written];
  const single = letters
    .filter((letter, index) => index === 0 || fold(letter) !== fold(letters[index - 1] ?? ''))
    .join('');
  return single !== written && isKnown(single.toLowerCase()) ? single : written;
}

function isKnown(word: string): boolean {
  return isSyllable(word) || isAbbreviation(word) || knownWords().isForeign(word);
}

/** Whether the word is a syllable, or one without its diacritics. */
function isSyllable(word: string): boolean {
  const spelled = oneSpelling(word);
  if (knownWords().isSyllable(spelled)) return true;
  return fold(spelled) === spelled && knownWords().byLetters.has(spelled);
}
