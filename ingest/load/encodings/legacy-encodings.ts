import iconv from 'iconv-lite';

/**
 * The two ways Vietnamese was written before Unicode that files still hold: text whose letters are western European
 * code points, turned into Vietnamese only by the font it was set in.
 */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/** TCVN3 puts one Vietnamese letter on one western code point. */
const TCVN3_LETTERS: ReadonlyMap<string, string> = tcvn3Letters();

/** VNI writes a mark of its own after a plain vowel; these marks carry hat, horn or breve together with a tone. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const TONE_MARKS = 'ùøûõï';
const HAT_MARKS = 'âáàåãä';
const BREVE_MARKS = 'êéèúüë';
/** Which marks may follow which letter. */
const VNI_MARKS_AFTER: Readonly<Record<string, string>> = {
  a: TONE_MARKS + HAT_MARKS + BREVE_MARKS,
  e: TONE_MARKS + HAT_MARKS,
  o: TONE_MARKS + HAT_MARKS,
  u: TONE_MARKS,
  y: TONE_MARKS,
  ô: TONE_MARKS,
  ö: TONE_MARKS,
};
/** Letters that VNI puts on one code point. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/giu;
const SYMBOL_FONT_CHARACTER = /[\uF020-\uF0FF]/g;

/**
 * Vietnamese in NFC of text written for a TCVN3 (ABC, `.VnTime`) or VNI font. Characters that the encoding does not
 * use stay as they are. Fonts of the symbol kind shift all characters into the private area; that is undone.
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const western = text.replace(SYMBOL_FONT_CHARACTER, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xf000),
  );
  return (encoding === 'TCVN3' ? fromTcvn3(western) : fromVni(western)).normalize('NFC');
}

/** Whether `character` is one that VNI writes after a vowel and never at the start of a word. */
export function isVniMark(character: string): boolean {
  return character.toLowerCase() in VNI_MARKS;
}

function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (character) => TCVN3_LETTERS.get(character) ?? character);
}

function fromVni(text: string): string {
  return text.replace(VNI_PAIR, (written: string, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return vniLetter(written);
    if (!(VNI_MARKS_AFTER[base.toLowerCase()] ?? '').includes(mark.toLowerCase()))
      return vniLetter(base) + vniLetter(mark);
    return vniLetter(base) + (VNI_MARKS[mark.toLowerCase()] ?? '');
  });
}

function vniLetter(character: string): string {
  const letter = VNI_LETTERS[character.toLowerCase()];
  if (letter === undefined) return character;
  return character === character.toLowerCase() ? letter : letter.toUpperCase();
}

/** From the library's TCVN 5712 table, without the five bare tones, which TCVN3 fonts leave to ° ± ² ³ ´. */
function tcvn3Letters(): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (let code = 0xa1; code <= 0xff; code += 1) {
    const letter = iconv.decode(Buffer.from([code]), 'tcvn');
    if (/^\p{L}$/u.test(letter)) letters.set(String.fromCharCode(code), letter);
  }
  return letters;
}
