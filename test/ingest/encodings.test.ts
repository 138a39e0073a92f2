import { describe, expect, it } from 'vitest';
import { decodeText } from '../../ingest/load/encodings/decode-text.ts';
import { toLegacy, toWindows1258 } from '../builders/vietnamese-encodings.ts';

const TEXT = `Điều 7. Thời gian nghỉ hè
1. Học sinh lớp 5 được nghỉ từ ngày 01 tháng 6 – trường thông báo “bằng văn bản” cho cha mẹ.
2. Những trường ở xa, gặp bão lũ hoặc dịch bệnh thì hiệu trưởng quyết định lịch bù; mỹ thuật, kỹ năng vẫn dạy đủ.
a) Phụ huynh ký vào sổ;
b) Giáo viên chủ nhiệm giữ sổ, nộp lại trước kỳ thi cuối năm ở nơi tổ chức.`;

const western = (text: string) =>
  Buffer.from([...text].map((letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const noteOf = (bytes: Uint8Array) => decodeText(bytes)?.notes;

describe('Vietnamese text in any encoding becomes NFC Unicode', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['NFD', Buffer.from(TEXT.normalize('NFD'))],
    ['UTF-16 little endian with a mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 little endian without one', utf16(TEXT)],
    ['UTF-16 big endian with a mark', utf16(`\ufeff${TEXT}`).swap16()],
    ['UTF-16 big endian without one', utf16(TEXT).swap16()],
    ['windows-1258', toWindows1258(TEXT)],
    ['TCVN3', western(toLegacy(TEXT, 'TCVN3'))],
    ['TCVN3 pasted into UTF-8', Buffer.from(toLegacy(TEXT, 'TCVN3'))],
    ['VNI', western(toLegacy(TEXT, 'VNI'))],
    ['VNI pasted into UTF-16', utf16(toLegacy(TEXT, 'VNI'))],
    ['VNI in capitals', western(toLegacy(TEXT.toUpperCase(), 'VNI'))],
  ])('%s', (name, bytes) => {
    expect(decodeText(bytes)?.text).toBe(name === 'VNI in capitals' ? TEXT.toUpperCase() : TEXT);
  });

  it('reads words that everybody knows from such files', () => {
    expect(decodeText(western('Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc'))?.text).toBe(
      'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc',
    );
    expect(
      decodeText(western('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc'))?.text,
    ).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc');
  });

  it('converts every letter there and back', () => {
    const letters = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
    for (const encoding of ['TCVN3', 'VNI'] as const) {
      const codes = [...letters].map((letter) => toLegacy(letter, encoding));
      expect(codes.filter((code) => /[\u0100-\uffff]/.test(code))).toEqual([]);
      expect(new Set(codes).size).toBe(letters.length);
    }
  });

  it('converts only the lines that need it in a mixed text', () => {
    const [first = '', ...rest] = TEXT.split('\n');
    const mixed = [first, ...rest.map((line) => toLegacy(line, 'TCVN3'))].join('\n');
    expect(decodeText(Buffer.from(mixed))?.text).toBe(TEXT);
  });

  it('says what was converted, and says nothing where nothing was', () => {
    expect(noteOf(toWindows1258(TEXT))).toEqual(['Đã chuyển mã windows-1258 sang Unicode.']);
    expect(noteOf(western(toLegacy(TEXT, 'TCVN3')))).toEqual(['Đã chuyển mã TCVN3 sang Unicode.']);
    expect(noteOf(western(toLegacy(TEXT, 'VNI')))).toEqual(['Đã chuyển mã VNI sang Unicode.']);
    expect(noteOf(Buffer.from(TEXT))).toEqual([]);
  });

  it('keeps a text whose last character was cut off', () => {
    const cut = Buffer.from(`${TEXT} ở nơi ế`);
    expect(decodeText(cut.subarray(0, cut.length - 1))?.text).toBe(`${TEXT} ở nơi \ufffd`);
  });
});

describe('text that is right already stays as it is', () => {
  it.each([
    ['English', 'Pupils may visit the café – naïve résumés, façades and Noël included. The fee is £5 (±2 °C, 3 m²).'],
    ['French', 'Les élèves étaient déjà à l’école où la maîtresse a écrit très vite: ça, c’est drôle, même à Noël.'],
    ['Spanish', 'El niño español comió mañana en la montaña; el señor pagó el año pasado, ¿quién lo soñó?'],
    ['Vietnamese letters of Latin-1 only', 'là và có cô bà mà thì à ông tôi đi có là và cô bà'],
    ['Vietnamese without marks', 'Hoc sinh duoc nghi he tu ngay 01 thang 6.'],
  ])('%s', (_name, text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ text, notes: [] });
  });

  it('French in windows-1252', () => {
    const text = 'Les élèves étaient déjà à la maison où la maîtresse a écrit très vite.';
    expect(decodeText(Buffer.from(text, 'latin1'))?.text).toBe(text);
  });

  it.each([
    ['zeros', Buffer.alloc(100)],
    ['noise', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 73 + 41) % 256))],
  ])('%s are no text', (_name, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
