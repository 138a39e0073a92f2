/** One word as written, split so that missing or misplaced diacritics can be told from different ones. */
export interface Syllable {
  /** Lower case without any diacritics, đ as d. */
  readonly folded: string;
  /** Hats, horns, breves and the bar of đ, in order of letters, e.g. `o^u'`; empty for plain letters. */
  readonly shape: string;
  /** The tone mark (grave, acute, tilde, hook, dot below), wherever it stands in the syllable; empty for none. */
  readonly tone: string;
}

const TONES = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
const HOOK = '\u0309';
const TILDE = '\u0303';

/** Splits one word; reading it twice gives equal parts for `toà` and `tòa`. */
export function readSyllable(word: string): Syllable {
  let folded = '';
  let shape = '';
  let tone = '';
  for (const character of word.toLowerCase().normalize('NFD')) {
    if (TONES.has(character)) tone = character;
    else if (character === 'đ') {
      folded += 'd';
      shape += `${folded.length - 1}-`;
    } else if (/\p{M}/u.test(character)) shape += `${folded.length - 1}${character}`;
    else folded += character;
  }
  return { folded, shape, tone };
}

/**
 * Whether somebody who means `meant` may have written `written`: the letters are equal and every diacritic that was
 * written belongs there. Left-out diacritics agree (`danh`, `đanh` with `đánh`), different ones do not (`dành`).
 * Hook and tilde count as one, because many speakers do not tell them apart.
 */
export function agrees(written: Syllable, meant: Syllable): boolean {
  if (written.folded !== meant.folded) return false;
  if (written.tone !== '' && sound(written.tone) !== sound(meant.tone)) return false;
  if (written.shape === '' || written.shape === meant.shape) return true;
  const marks = written.shape.match(/\d+\D/gu) ?? [];
  return marks.every((mark) => meant.shape.includes(mark));
}

function sound(tone: string): string {
  return tone === TILDE ? HOOK : tone;
}
