import { describe, expect, it } from 'vitest';
import type { Loaded } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { anOleFile } from '../builders/ole-files.ts';
import { toLegacy } from '../builders/vietnamese-encodings.ts';
import { aWord97File, aWord97Paragraph, aWord97Row, type Word97Document } from '../builders/word97-files.ts';

async function read(document: Word97Document): Promise<Extract<Loaded, { ok: true }>> {
  const loaded = await loadDocument(aWord97File(document));
  if (!loaded.ok) throw new Error(loaded.skipped.message);
  return loaded;
}

async function linesOf(document: Word97Document): Promise<readonly string[]> {
  return (await read(document)).blocks.map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join(' / ') : block.text,
  );
}

describe('a Word document of 97 to 2003', () => {
  it('is read paragraph by paragraph, with the results of fields and without deleted text', async () => {
    const document = {
      paragraphs: [
        aWord97Paragraph('Điều 1. Phạm vi\vdòng hai'),
        {
          runs: [
            { text: 'Xem \x13 REF a \x14Phụ lục I\x15 và ' },
            { text: 'mức cũ ', deleted: true },
            { text: 'mức mới.' },
          ],
        },
      ],
    };
    const loaded = await read(document);
    expect(loaded.format).toBe('doc');
    expect(await linesOf(document)).toEqual(['Điều 1. Phạm vi', 'dòng hai', 'Xem Phụ lục I và mức mới.']);
  });

  it('has its legacy fonts converted run by run', async () => {
    const document = {
      paragraphs: [
        {
          runs: [
            { text: toLegacy('quyết định', 'TCVN3'), font: '.VnTimeH' },
            { text: toLegacy(' về mức thu ', 'TCVN3'), font: '.VnTime' },
            { text: 'của trường ' },
            { text: toLegacy('tiểu học', 'VNI'), font: 'VNI-Times' },
          ],
        },
      ],
    };
    expect(await linesOf(document)).toEqual(['QUYẾT ĐỊNH về mức thu của trường tiểu học']);
    expect((await read(document)).notes).toEqual([
      'Đã chuyển mã TCVN3 sang Unicode.',
      'Đã chuyển mã VNI sang Unicode.',
    ]);
  });

  it('is read where Word stored one byte a character', async () => {
    const text = toLegacy('Hội đồng nhân dân quyết nghị mức học phí', 'TCVN3');
    expect(await linesOf({ narrow: true, paragraphs: [aWord97Paragraph(text, '.VnTime')] })).toEqual([
      'Hội đồng nhân dân quyết nghị mức học phí',
    ]);
  });

  it('keeps tables, with cells of several paragraphs and merged cells repeated', async () => {
    const document = {
      paragraphs: [
        aWord97Paragraph('Bảng mức thu'),
        ...aWord97Row(['Khối', 'Mức thu'], { edges: [0, 2_000, 6_000] }),
        ...aWord97Row(['Lớp 1', '35.000', '20.000'], { edges: [0, 2_000, 4_000, 6_000] }),
        { runs: [{ text: 'Lớp 2' }], inTable: true },
        ...aWord97Row(['và 3', '', '25.000'], { edges: [0, 2_000, 4_000, 6_000], continued: [1] }),
        aWord97Paragraph('Hết bảng'),
      ],
    };
    expect(await linesOf(document)).toEqual([
      'Bảng mức thu',
      'Khối | Mức thu | Mức thu / Lớp 1 | 35.000 | 20.000 / Lớp 2 và 3 | 35.000 | 25.000',
      'Hết bảng',
    ]);
  });

  it('takes a letterhead set as a table for what it is', async () => {
    const document = { paragraphs: aWord97Row(['SỞ GIÁO DỤC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']) };
    expect(await linesOf(document)).toEqual(['SỞ GIÁO DỤC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  });

  it('shows the labels of its lists', async () => {
    const item = (text: string, listLevel: number) => ({ ...aWord97Paragraph(text), listLevel });
    const paragraphs = [item('Phạm vi', 0), item('Khoản', 1), item('Khoản', 1), item('Đối tượng', 0), item('Khoản', 1)];
    expect(await linesOf({ list: ['Điều \x00.', '\x00.\x01.'], paragraphs })).toEqual([
      'Điều 1. Phạm vi',
      '1.1. Khoản',
      '1.2. Khoản',
      'Điều 2. Đối tượng',
      '2.1. Khoản',
    ]);
  });

  it('has its footnotes behind the paragraph that refers to them, and its text boxes at the end', async () => {
    const document = {
      paragraphs: [aWord97Paragraph('Mức thu\x02 năm nay.'), aWord97Paragraph('Tiếp theo.')],
      footnotes: ['Theo nghị quyết khác.'],
      textBoxes: ['DỰ THẢO'],
    };
    expect(await linesOf(document)).toEqual([
      'Mức thu [1] năm nay.',
      '[1] Theo nghị quyết khác.',
      'Tiếp theo.',
      'DỰ THẢO',
    ]);
  });
});

describe('old Office files that cannot be read', () => {
  const reasonOf = async (bytes: Uint8Array) => {
    const loaded = await loadDocument(bytes);
    return loaded.ok ? null : loaded.skipped.reason;
  };
  const word = aWord97File({ paragraphs: [aWord97Paragraph('Nội dung')] });

  it.each([
    ['with a password', aWord97File({ paragraphs: [aWord97Paragraph('x')], encrypted: true }), 'encrypted'],
    [
      'a docx or xlsx with a password',
      anOleFile({ EncryptedPackage: Buffer.alloc(9), EncryptionInfo: Buffer.alloc(9) }),
      'encrypted',
    ],
    ['a presentation', anOleFile({ 'PowerPoint Document': Buffer.alloc(9) }), 'unsupported-format'],
    ['Word 95', anOleFile({ WordDocument: Buffer.alloc(5_000) }), 'unsupported-format'],
    ['without text', aWord97File({ paragraphs: [] }), 'empty'],
    ['cut off', word.subarray(0, 3_000), 'unreadable'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  it('whose chain of sectors goes in a circle', async () => {
    const circular = Buffer.from(word);
    for (let at = word.length - 512; at < word.length; at += 4)
      if (word.readUInt32LE(at) < 100) circular.writeUInt32LE(1, at);
    expect(await reasonOf(circular)).toBe('unreadable');
  });
});
