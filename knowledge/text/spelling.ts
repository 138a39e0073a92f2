const LATE_TONE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;

/** Tones after the second vowel («hoà») beside the same after the first («hòa»). */
const EARLY: ReadonlyMap<string, string> = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'
    .split(' ')
    .flatMap((late, index, all) => (index % 2 === 0 ? [[late, all[index + 1] ?? late] as const] : [])),
);

/** Syllables that official texts spell with i or with y, as `written → one spelling`. */
const ONE_SPELLING: ReadonlyMap<string, string> = new Map([
  ['kí', 'ký'],
  ['kì', 'kỳ'],
  ['kỉ', 'kỷ'],
  ['kĩ', 'kỹ'],
  ['kị', 'kỵ'],
  ['lí', 'lý'],
  ['mĩ', 'mỹ'],
  ['tỉ', 'tỷ'],
  ['sỹ', 'sĩ'],
  ['quí', 'quý'],
  ['quì', 'quỳ'],
  ['quỉ', 'quỷ'],
  ['quĩ', 'quỹ'],
  ['quị', 'quỵ'],
]);
const TWO_SPELLINGS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...ONE_SPELLING.keys()].join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);

/** The NFC text with one spelling for each syllable: «hoà» as «hòa», «kí» as «ký». Same length, same case. */
export function oneSpelling(text: string): string {
  return text
    .replace(LATE_TONE, (late) => withCaseOf(late, EARLY.get(late.toLowerCase()) ?? late))
    .replace(TWO_SPELLINGS, (word) => withCaseOf(word, ONE_SPELLING.get(word.toLowerCase()) ?? word));
}

/** `word` in the letters' case of a text of about the same length: `HOC` + `học` → `HỌC`, `Hoc` → `Học`. */
export function withCaseOf(written: string, word: string): string {
  if (written === written.toLowerCase()) return word;
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase();
  return [...word]
    .map((letter, index) => (isUpper([...written][index] ?? '') ? letter.toUpperCase() : letter))
    .join('');
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
