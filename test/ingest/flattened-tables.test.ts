import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { readText } from '../builders/read-text.ts';

async function tablesOf(text: string) {
  const loaded = await loadDocument(Buffer.from(text));
  if (!loaded.ok) throw new Error(loaded.skipped.message);
  return loaded.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
}

const lines = (cells: readonly string[]) => cells.join('\n\n');
const FEES = [
  'STT',
  'Nội dung',
  'Đơn vị tính',
  'Mức trần',
  'Ghi chú',
  '1',
  'Dịch vụ bán trú',
  '1.1',
  'Ăn sáng',
  'Đồng/trẻ/ngày',
  '11.000',
  '1.2',
  'Ăn trưa',
  '22.000',
  '2',
  'Đối với cấp mầm non',
  'Dịch vụ trông trẻ',
  'Đồng/trẻ/giờ',
  '9.000',
  '1 giờ = 60 phút',
  '3',
  'Đưa đón',
  'Đồng/trẻ/km',
  '7.000',
  'Bằng xe buýt',
];

describe('a table kept as one cell a line', () => {
  it('is put together again: cells merged over rows left out, a label that goes on, a note', async () => {
    expect(await tablesOf(`Điều 1. Mức thu\n\n${lines(FEES)}\n\nGhi chú: Mức trên là mức trần.`)).toEqual([
      [
        ['STT', 'Nội dung', 'Đơn vị tính', 'Mức trần', 'Ghi chú'],
        ['1', 'Dịch vụ bán trú', '', '', ''],
        ['1.1', 'Ăn sáng', 'Đồng/trẻ/ngày', '11.000', ''],
        ['1.2', 'Ăn trưa', '', '22.000', ''],
        ['2', 'Đối với cấp mầm non Dịch vụ trông trẻ', 'Đồng/trẻ/giờ', '9.000', '1 giờ = 60 phút'],
        ['3', 'Đưa đón', 'Đồng/trẻ/km', '7.000', 'Bằng xe buýt'],
      ],
    ]);
  });

  it('is put together without blank lines too', async () => {
    const [rows] = await tablesOf(`Điều 1. Mức thu\n\n${FEES.join('\n')}`);
    expect(rows?.at(-1)).toEqual(['3', 'Đưa đón', 'Đồng/trẻ/km', '7.000', 'Bằng xe buýt']);
  });

  it('knows rows without a number below a section', async () => {
    const cells = ['STT', 'Cấp học', 'Nông thôn', 'Thành thị', '1', 'Mầm non', '10', '20', '2', 'Phổ thông'];
    const [rows] = await tablesOf(lines([...cells, 'Tiểu học', '30', '40', 'Trung học', '50', '60']));
    expect(rows?.slice(2)).toEqual([
      ['2', 'Phổ thông', '', ''],
      ['', 'Tiểu học', '30', '40'],
      ['', 'Trung học', '50', '60'],
    ]);
  });

  it('knows headings in two levels', async () => {
    const cells = ['TT', 'Trường', 'Mức thu', 'Năm nay', 'Năm sau'];
    const rows = ['1', 'Trường A', '10.000', '11.000', '2', 'Trường B', '20.000', '21.000', '3', 'Trường C', '30.000'];
    expect((await tablesOf(lines([...cells, ...rows, '31.000'])))[0]?.slice(0, 3)).toEqual([
      ['TT', 'Trường', 'Mức thu', 'Mức thu'],
      ['TT', 'Trường', 'Năm nay', 'Năm sau'],
      ['1', 'Trường A', '10.000', '11.000'],
    ]);
  });

  it('knows a table without row numbers by its rhythm', async () => {
    const cells = ['Địa bàn', 'Mầm non', 'Tiểu học', 'Đô thị', '19', '18', 'Nông thôn', '14', '13'];
    expect((await tablesOf(lines(['Đơn vị tính: nghìn đồng', ...cells, 'Điều 3. Hỗ trợ'])))[0]).toEqual([
      ['Địa bàn', 'Mầm non', 'Tiểu học'],
      ['Đô thị', '19', '18'],
      ['Nông thôn', '14', '13'],
    ]);
  });

  it('goes on where a page number took a row’s number away', async () => {
    const cells = ['STT', 'Tên phường', '1', 'Phường A', '2', 'Phường B', 'Phường C', '4', 'Phường D'];
    expect((await tablesOf(lines(cells)))[0]?.slice(2)).toEqual([
      ['2', 'Phường B'],
      ['', 'Phường C'],
      ['4', 'Phường D'],
    ]);
  });

  it.each([
    [
      'an amount is missing that could be either of two',
      ['STT', 'Cấp', 'Xã', 'Phường', '1', 'Mầm non', '10', '20', '2', 'Tiểu học', '30', '3', 'Trung học', '40', '50'],
    ],
    [
      'a row has a number that does not follow',
      ['STT', 'Tên', 'Mức', '1', 'Một', '10.000', '5', 'Hai', '20.000', '9', 'Ba', '30.000'],
    ],
    ['a numbered list only looks like one', ['Danh sách', 'Lớp', '1', 'Một', '2', 'Hai', '3', 'Ba', '4']],
  ])('stays text when %s', async (_name, cells) => {
    expect(await tablesOf(lines(cells))).toEqual([]);
  });

  it('ends where rules go on', async () => {
    const document = await readText(`Điều 1. Mức thu\n\n1. Mức thu như sau:\n\n${lines(FEES)}\n\n2. Khoản sau bảng.`);
    const last = document.passages.at(-1);
    expect(last).toMatchObject({ address: 'Điều 1, khoản 2', text: '2. Khoản sau bảng.' });
  });
});

/** Fee tables: sections with rows, every amount once in the table. */
const tables = fc
  .array(fc.array(fc.record({ unit: fc.boolean(), long: fc.boolean() }), { minLength: 1, maxLength: 4 }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((sections) => {
    let amount = 100_000;
    return sections.map((rows, section) => ({
      number: `${section + 1}`,
      rows: rows.map((row, at) => {
        amount += 1_000;
        return { ...row, number: `${section + 1}.${at + 1}`, amount: amount.toLocaleString('de-DE') };
      }),
    }));
  });

describe('any flattened table', () => {
  it('puts every amount into its row, or stays text', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (sections) => {
        const cells = ['STT', 'Khoản thu', 'Đơn vị tính', 'Mức thu'];
        for (const section of sections) {
          cells.push(section.number, `Nhóm ${section.number}`);
          for (const row of section.rows) {
            cells.push(row.number, `Khoản thu ${row.number}`);
            if (row.long) cells.push('tính theo tháng học');
            if (row.unit) cells.push('Đồng/tháng');
            cells.push(row.amount);
          }
        }
        const document = await readText(`PHỤ LỤC\n\n${lines(cells)}`);
        const parts = document.passages.flatMap((passage) => passage.parts);
        for (const row of sections.flatMap((section) => section.rows)) {
          const part = parts.find((each) => each.address === `Phụ lục, mục ${row.number}`);
          const holding = parts.filter((each) => each.text.includes(row.amount));
          expect(holding).toHaveLength(1);
          if (part !== undefined && part.alone !== undefined) expect(part.alone).toContain(row.amount);
          else expect(parts.every((each) => each.alone === undefined)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
