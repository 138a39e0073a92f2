import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { type ReadDocument, readDocument } from '../../ingest/read-document.ts';

type Read = Extract<ReadDocument, { ok: true }>;

async function read(text: string, name = 'van-ban.txt'): Promise<Read> {
  const result = await readDocument({ name, bytes: Buffer.from(text) });
  if (!result.ok) throw new Error(result.skipped.message);
  return result;
}

async function sample(start: string): Promise<Read> {
  const name = readdirSync(SAMPLES_DIR).find((file) => file.startsWith(start)) ?? '';
  const result = await readDocument({ name, bytes: readFileSync(join(SAMPLES_DIR, name)) });
  if (!result.ok) throw new Error(result.skipped.message);
  return result;
}

const parts = (document: Read) => document.passages.flatMap((passage) => passage.parts);
const addressOf = (document: Read, words: string) => parts(document).find((part) => part.text.includes(words))?.address;

const CIRCULAR = `BỘ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/2026/TT-BGDĐT

Hà Nội, ngày 05 tháng 3 năm 2026

THÔNG TƯ
Quy định thử nghiệm

Căn cứ Luật Giáo dục số 43/2019/QH14;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định việc thử.
2. Các trường hợp sau đây:
a) Trường hợp thứ nhất;
b) Trường hợp thứ hai.

Điều 2. Sửa đổi
Sửa đổi Điều 4 như sau:
“Điều 4. Nội dung được trích dẫn
1. Khoản trong đoạn trích.”

Điều 3. Hiệu lực thi hành
1. Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 4 năm 2026.
2. Thông tư này thay thế Thông tư số 11/2020/TT-BGDĐT ngày 19 tháng 5 năm 2020 và bãi bỏ Điều 3 của Thông tư số 12/2021/TT-BGDĐT.

Nơi nhận:
- Văn phòng Quốc hội;
- Lưu: VT.

KT. BỘ TRƯỞNG
`;

describe('the structure of a document', () => {
  it('gives every article, clause and point its address', async () => {
    const document = await read(CIRCULAR);
    expect(addressOf(document, 'quy định việc thử')).toBe('Điều 1, khoản 1');
    expect(addressOf(document, 'Trường hợp thứ hai')).toBe('Điều 1, khoản 2, điểm b');
    expect(document.passages[0]?.headings).toEqual(['Chương I. QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi điều chỉnh']);
  });

  it('does not take an article that is quoted for one of its own', async () => {
    const document = await read(CIRCULAR);
    expect(addressOf(document, 'Khoản trong đoạn trích')).toBe('Điều 2, “Điều 4 khoản 1”');
    expect(parts(document).some((part) => part.address.startsWith('Điều 4'))).toBe(false);
  });

  it('keeps letterhead, legal basis, recipients and signature out of the passages, by name', async () => {
    const document = await read(CIRCULAR);
    const kinds = new Set(document.leftovers.map((leftover) => leftover.kind));
    for (const kind of ['letterhead', 'legal-basis', 'title', 'recipients', 'signature'] as const)
      expect(kinds).toContain(kind);
    expect(
      parts(document)
        .map((part) => part.text)
        .join('\n'),
    ).not.toMatch(/Nơi nhận|Căn cứ Luật|Độc lập/);
  });

  it('reads plans that number with I., 1., a)', async () => {
    expect(addressOf(await sample('901'), 'sinh năm 2020')).toBe('Mục I.1, điểm c');
  });

  it('rejoins sentences that a mail program broke into lines', async () => {
    const document = await sample('914');
    expect(parts(document).find((part) => part.text.includes('không giữ bản chính'))?.text).toBe(
      'a) Trường chỉ nhận bản sao giấy khai sinh hoặc đối chiếu bản điện tử trên ứng dụng VNeID, không giữ bản chính.',
    );
  });

  it('loses no word: every word stands in a passage, its headings or the leftovers', async () => {
    const word = fc.constantFrom(
      'học',
      'phí',
      'trường',
      'lớp',
      '12',
      'Điều',
      'khoản',
      'a)',
      '1.',
      'đồng;',
      'nghỉ.',
      'Mục',
      '-',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const result = await readDocument({ name: 'x.txt', bytes: Buffer.from(lines.join('\n')) });
        if (!result.ok) return;
        const kept = [
          ...result.passages.flatMap((passage) => [...passage.headings, passage.text]),
          ...result.leftovers.map((leftover) => leftover.text),
        ].join(' ');
        for (const text of new Set(lines.join(' ').match(/[\p{L}\d]+/gu) ?? [])) expect(kept).toContain(text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('tables', () => {
  it('make a part of every row, kept under its section row, from docx', async () => {
    const document = await sample('902');
    const passage = document.passages.find((candidate) => candidate.text.includes('1.1.2'));
    expect(passage?.parts.map((part) => part.text)).toEqual([
      '1.1 Tiền ăn của học sinh',
      '1.1.1 Bữa sáng – Đồng/học sinh/ngày – 20.000',
      '1.1.2 Bữa trưa – Đồng/học sinh/ngày – 35.000',
      '1.1.3 Bữa phụ – Đồng/học sinh/ngày – 10.000',
    ]);
    expect(addressOf(document, 'Bữa trưa')).toBe('Phụ lục, mục 1.1.2');
    expect(passage?.headings.at(-1)).toBe('1 Dịch vụ bán trú');
  });

  it('are read from html without the page around them', async () => {
    const document = await sample('904');
    expect(
      parts(document).some(
        (part) => part.text.includes('hộ nghèo') && part.text.includes('150.000 đồng/học sinh/tháng'),
      ),
    ).toBe(true);
    const all = [
      ...parts(document).map((part) => part.text),
      ...document.leftovers.map((leftover) => leftover.text),
    ].join('\n');
    for (const furniture of ['Trang chủ', 'Tin mới', 'Bản quyền']) expect(all).not.toContain(furniture);
  });

  it('expand merged cells', async () => {
    const document = await read(
      '<!doctype html><body><table><tr><th>STT</th><th>Khoản</th><th>Mức</th></tr><tr><td>1</td><td rowspan="2">Tiền ăn</td><td>20.000</td></tr><tr><td>2</td><td>35.000</td></tr></table></body>',
      'bang.html',
    );
    expect(parts(document).map((part) => part.text)).toEqual(['1 Tiền ăn – 20.000', '2 Tiền ăn – 35.000']);
  });
});

describe('metadata', () => {
  it('is what the document says of itself', async () => {
    expect((await read(CIRCULAR)).document).toMatchObject({
      number: '77/2026/TT-BGDĐT',
      kind: 'Thông tư',
      territory: 'national',
      issuedOn: '2026-03-05',
      inForceFrom: '2026-04-20',
      relations: [
        { kind: 'replaces', number: '11/2020/TT-BGDĐT', issuedOn: '2020-05-19', parts: null },
        { kind: 'repeals', number: '12/2021/TT-BGDĐT', parts: ['Điều 3'] },
      ],
    });
  });

  it.each([
    [
      '901',
      {
        number: '901/KH-UBND',
        kind: 'Kế hoạch',
        territory: 'Hà Nội › Ba Đình',
        issuedOn: '2026-03-20',
        inForceFrom: '2026-03-20',
        schoolYear: '2026-2027',
      },
    ],
    ['902', { number: '902/2025/NQ-HĐND', kind: 'Nghị quyết', territory: 'Hà Nội', inForceFrom: '2025-12-08' }],
    ['910', { number: '910/QĐ-UBND', kind: 'Quyết định', issuedOn: '2026-09-20', inForceFrom: '2026-10-01' }],
    ['940', { number: '940/TB-UBND', relations: [{ kind: 'replaces', number: '931/TB-UBND' }] }],
  ])('of sample %s', async (start, expected) => {
    expect((await sample(start)).document).toMatchObject(expected);
  });

  it('stays unknown where nothing is said', async () => {
    expect((await read('Điều 1. Thử\nNội dung.')).document).toMatchObject({
      number: null,
      issuedOn: null,
      inForceFrom: null,
    });
  });
});

describe('pdf', () => {
  it('is read with its Vietnamese intact and its pages known', async () => {
    const document = await sample('910');
    expect(document.format).toBe('pdf');
    expect(addressOf(document, 'không được dạy thêm ngoài nhà trường có thu tiền')).toBe('Điều 1, khoản 2');
    expect(document.passages[0]?.page).toBe(1);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['a picture cut off', '\x89PNG\r\n\x1a\n', 'unreadable'],
    ['a telephone picture that no browser shows', '\0\0\0\x18ftypheic\0\0\0\0', 'unsupported-picture'],
    ['an old Word file cut off', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'unreadable'],
    ['a broken pdf', '%PDF-1.7\nnothing', 'unreadable'],
    ['an archive', 'PK\x03\x04zip', 'unsupported-format'],
    ['binary rubbish', '\xff\x00\xfe\x00\x80', 'unreadable'],
  ])('%s', async (_name, bytes, reason) => {
    const result = await readDocument({ name: 'x', bytes: Buffer.from(bytes, 'latin1') });
    expect(result).toMatchObject({ ok: false, skipped: { reason } });
    expect(!result.ok && result.skipped.message).toMatch(/[ạảãàáâậấầẩẫăắằẵặẳđêếềểễệôốồổỗộơớờởỡợưứừửữự]/);
  });

  it('are told apart by their bytes, not by their name', async () => {
    const document = await read('# Thông báo\n\n1. Nội dung của thông báo.', 'anh.png');
    expect(document.format).toBe('md');
  });

  it('never throw, however they are damaged', async () => {
    const files = readdirSync(SAMPLES_DIR).map((name) => readFileSync(join(SAMPLES_DIR, name)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        async (file, where, byte) => {
          const damaged = Buffer.from(file.subarray(0, Math.ceil(file.length * where)));
          if (damaged.length > 10) damaged[Math.floor(damaged.length / 2)] = byte;
          expect(typeof (await readDocument({ name: 'x', bytes: damaged })).ok).toBe('boolean');
        },
      ),
      { numRuns: 60 },
    );
  });
});
