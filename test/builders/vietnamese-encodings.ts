import { fromLegacy, type LegacyEncoding } from '../../ingest/load/encodings/legacy-encodings.ts';

/** Tones as code page 1258 holds them: characters of their own after the vowel. */
const TONES_1258: Readonly<Record<string, number>> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};
const LETTERS_1258: Readonly<Record<string, number>> = {
  Ă: 0xc3,
  Đ: 0xd0,
  Ơ: 0xd5,
  Ư: 0xdd,
  ă: 0xe3,
  đ: 0xf0,
  ơ: 0xf5,
  ư: 0xfd,
  '–': 0x96,
  '“': 0x93,
  '”': 0x94,
};

/** Text as Windows' Vietnamese code page holds it. */
export function toWindows1258(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    const tone = [...parts].find((part) => part in TONES_1258);
    const base = parts.replace(tone ?? '', '').normalize('NFC');
    bytes.push(LETTERS_1258[base] ?? base.charCodeAt(0));
    if (tone !== undefined) bytes.push(TONES_1258[tone] ?? 0);
  }
  return Buffer.from(bytes);
}

/**
 * Text as typed for a TCVN3 or VNI font, in western code points. TCVN3 has no capitals with tones: typists set those
 * in a font that draws small letters as capitals.
 */
export function toLegacy(text: string, encoding: LegacyEncoding): string {
  const codes = encoding === 'TCVN3' ? TCVN3_CODES : VNI_CODES;
  return [...text.normalize('NFC')].map((letter) => codes.get(letter) ?? letter).join('');
}

const VIETNAMESE = [
  ...'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ',
  ...'ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ',
];
const WESTERN = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0xa1 + index));
const TCVN3_CODES = codesOf('TCVN3', WESTERN);
const VNI_CODES = codesOf('VNI', [
  ...WESTERN,
  ...[...'aeouyôöAEOUYÔÖ'].flatMap((base) => WESTERN.map((mark) => base + mark)),
]);

/** The codes that read back as each letter; capitals go with capital marks. */
function codesOf(encoding: LegacyEncoding, codes: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const letter of VIETNAMESE) {
    const isCapital = letter !== letter.toLowerCase();
    const code = codes.find(
      (candidate) =>
        fromLegacy(candidate, encoding) === letter &&
        (encoding === 'TCVN3' || (candidate === candidate.toUpperCase()) === isCapital),
    );
    if (code !== undefined) found.set(letter, code);
  }
  return found;
}
