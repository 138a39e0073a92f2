import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, Loaded } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { toLegacy, toWindows1258 } from '../builders/vietnamese-encodings.ts';
import { aWorkbook } from '../builders/workbooks.ts';

type Read = Extract<Loaded, { ok: true }>;

async function read(bytes: Uint8Array): Promise<Read> {
  const loaded = await loadDocument(bytes);
  if (!loaded.ok) throw new Error(loaded.skipped.message);
  return loaded;
}

const shown = (block: Block) => (block.kind === 'table' ? block.rows : `${block.kind}: ${block.text}`);
const blocksOf = async (bytes: Uint8Array) => (await read(bytes)).blocks.map(shown);

describe.each(['xlsx', 'xls'] as const)('a workbook (%s)', (format) => {
  it('gives each sheet a heading and its table, merged cells repeated', async () => {
    const bytes = aWorkbook(
      {
        'Mức thu': {
          rows: [
            ['STT', 'Khoản thu', 'Mức'],
            [1, 'Tiền ăn', [35_000, '#,##0']],
            [2, null, [20_000, '#,##0']],
          ],
          merged: ['B2:B3'],
        },
        Sheet2: {
          rows: [
            ['Lớp', 'Sĩ số'],
            ['1A', 40],
          ],
        },
      },
      format,
    );
    expect((await read(bytes)).format).toBe(format);
    expect(await blocksOf(bytes)).toEqual([
      'heading: Mức thu',
      [
        ['STT', 'Khoản thu', 'Mức'],
        ['1', 'Tiền ăn', '35.000'],
        ['2', 'Tiền ăn', '20.000'],
      ],
      [
        ['Lớp', 'Sĩ số'],
        ['1A', '40'],
      ],
    ]);
  });

  it('shows numbers and dates in Vietnamese notation', async () => {
    const row = [
      [1_234_567.5, '#,##0.0'],
      [0.075, '0.0%'],
      [45_905, 'm/d/yy'],
      [45_905.5, 'dd/mm/yyyy hh:mm'],
      [0.3125, 'h:mm'],
      [2026, '0'],
      true,
    ] as const;
    expect(await blocksOf(aWorkbook({ Sheet1: { rows: [['a', 'b', 'c', 'd', 'e', 'g', 'h'], row] } }, format))).toEqual(
      [
        [
          ['a', 'b', 'c', 'd', 'e', 'g', 'h'],
          ['1.234.567,5', '7,5%', '05/09/2025', '05/09/2025 12:00', '07:30', '2026', 'Có'],
        ],
      ],
    );
  });

  it('parts tables at empty rows, and takes lone lines for titles and notes', async () => {
    const rows = [
      ['BẢNG MỨC THU NĂM HỌC 2026-2027'],
      ['Đơn vị: đồng'],
      ['TT', 'Nội dung', null, 'Mức'],
      [1.1, 'Ăn', null, 1],
      ['Ghi chú: chưa gồm thuế.'],
      [],
      ['Lớp', 'Số'],
      ['2A', 35],
    ];
    expect(await blocksOf(aWorkbook({ Sheet1: { rows } }, format))).toEqual([
      'paragraph: BẢNG MỨC THU NĂM HỌC 2026-2027',
      'paragraph: Đơn vị: đồng',
      [
        ['TT', 'Nội dung', 'Mức'],
        ['1.1', 'Ăn', '1'],
      ],
      'paragraph: Ghi chú: chưa gồm thuế.',
      [
        ['Lớp', 'Số'],
        ['2A', '35'],
      ],
    ]);
  });

  it('leaves hidden sheets out and says so', async () => {
    const loaded = await read(
      aWorkbook(
        {
          A: {
            rows: [
              ['x', 'y'],
              [1, 2],
            ],
          },
          Nháp: { rows: [['z']], hidden: true },
        },
        format,
      ),
    );
    expect(loaded.notes).toEqual(['Bỏ qua trang tính ẩn «Nháp»: bỏ ẩn rồi nạp lại nếu cần.']);
    expect(JSON.stringify(loaded.blocks)).not.toContain('z');
  });

  it('has text of TCVN3 fonts converted', async () => {
    const rows = [
      ['Trường tiểu học', 'Mức đóng góp'],
      ['Đội Cấn', 'không thu tiền của học sinh nghèo'],
    ].map((row) => row.map((cell) => toLegacy(cell, 'TCVN3')));
    expect(await blocksOf(aWorkbook({ Sheet1: { rows } }, format))).toEqual([
      [
        ['Trường tiểu học', 'Mức đóng góp'],
        ['Đội Cấn', 'không thu tiền của học sinh nghèo'],
      ],
    ]);
  });
});

describe('a workbook that needs care', () => {
  const reasonOf = async (bytes: Uint8Array) => {
    const loaded = await loadDocument(bytes);
    return loaded.ok ? null : loaded.skipped.reason;
  };
  const withPart = (path: string, change: (xml: string) => string) => {
    const parts = unzipSync(
      aWorkbook({
        Sheet1: {
          rows: [
            ['a', 'b'],
            [1, 2],
          ],
        },
      }),
    );
    return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path]))) });
  };

  it('computes no formula and shows the value that was saved', async () => {
    const bytes = withPart('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<v>2</v>', '<f>WEBSERVICE("http://localhost/")</f><v>7</v>'),
    );
    expect(await blocksOf(bytes)).toEqual([
      [
        ['a', 'b'],
        ['1', '7'],
      ],
    ]);
  });

  it('is refused where a range is merged over more cells than is read', async () => {
    const merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(
      await reasonOf(
        withPart('xl/worksheets/sheet1.xml', (xml) => xml.replace('</sheetData>', `</sheetData>${merge}`)),
      ),
    ).toBe('too-large');
  });

  it('is refused where it declares entities', async () => {
    expect(await reasonOf(withPart('xl/worksheets/sheet1.xml', (xml) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`))).toBe(
      'unsafe',
    );
  });

  it('does not let a crafted part change the program', async () => {
    await loadDocument(
      withPart('xl/comments1.xml', () => '<comments><authors><author>__proto__</author></authors></comments>'),
    );
    expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
  });

  it('is empty without cells', async () => {
    expect(await reasonOf(aWorkbook({ Sheet1: { rows: [] } }))).toBe('empty');
  });
});

describe('separated values', () => {
  const table = [
    ['STT', 'Trường', 'Mức thu'],
    ['1', 'Đội Cấn; cơ sở 2', '35.000'],
    ['2', 'Ba Đình "A"', '20.000'],
  ];
  const text = (separator: string) =>
    table
      .map((row) =>
        row
          .map((cell) => (cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(separator),
      )
      .join('\r\n');

  it.each([
    ['semicolons', Buffer.from(text(';'))],
    ['commas', Buffer.from(text(','))],
    ['tabs', Buffer.from(text('\t'))],
    ['a byte order mark', Buffer.from(`\ufeff${text(';')}`)],
    ['UTF-16 with tabs, as Excel saves Unicode text', Buffer.from(`\ufeff${text('\t')}`, 'utf16le')],
    ['windows-1258', toWindows1258(text(';'))],
    ['the separator stated', Buffer.from(`sep=;\n${text(';')}`)],
  ])('with %s are a table', async (_name, bytes) => {
    const loaded = await read(bytes);
    expect(loaded.format).toBe('csv');
    expect(loaded.blocks).toEqual([{ kind: 'table', rows: table, page: null }]);
  });

  it('may hold line ends in quotes', async () => {
    expect(await blocksOf(Buffer.from('a;b;c\n"một\nhai";2;3\n4;5;6\n'))).toEqual([
      [
        ['a', 'b', 'c'],
        ['một hai', '2', '3'],
        ['4', '5', '6'],
      ],
    ]);
  });

  it.each([
    [
      'a list of points that end in semicolons',
      'Các trường hợp sau đây;\na) Học sinh nghèo;\nb) Học sinh khuyết tật;\nc) Con liệt sĩ;\n',
    ],
    [
      'sentences with commas',
      'Phòng, chống dịch, bảo đảm an toàn.\nĂn, ngủ, nghỉ tại trường, lớp.\nHọc, chơi, tập, nghỉ.\n',
    ],
    ['a letter', 'Kính gửi: Ban giám hiệu\n\nTôi viết đơn này; mong được xem xét.\nTrân trọng.'],
  ])('are not %s', async (_name, prose) => {
    expect((await read(Buffer.from(prose))).format).toBe('txt');
  });
});
