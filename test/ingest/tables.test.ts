import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { readDocument } from '../../ingest/read-document.ts';
import type { PassagePart } from '../../knowledge/document.ts';
import { type Read, readText } from '../builders/read-text.ts';
import { aParagraph, aRun, aWordFile } from '../builders/word-files.ts';
import { aWorkbook } from '../builders/workbooks.ts';

type Rows = readonly (readonly string[])[];

const partsOf = (document: Read) => document.passages.flatMap((passage) => passage.parts);
const partAt = (document: Read, address: string): PassagePart | undefined =>
  partsOf(document).find((part) => part.address === address);

const html = (head: string, rows: string) =>
  readText(`<!doctype html><body><p>PHỤ LỤC</p>${head}<table>${rows}</table></body>`, 'bang.html');
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

async function read(name: string, bytes: Uint8Array): Promise<Read> {
  const result = await readDocument({ name, bytes });
  if (!result.ok) throw new Error(result.skipped.message);
  return result;
}

function aWordTable(rows: Rows): string {
  const cell = (text: string) => `<w:tc><w:p>${aRun(text)}</w:p></w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const FEES: Rows = [
  ['STT', 'Khoản thu', 'Đơn vị tính', 'Mức trần'],
  ['1', 'Bán trú', '', ''],
  ['1.1', 'Bữa trưa', 'Đồng/trẻ/ngày', '31.000'],
  ['2', 'Đưa đón', 'Đồng/trẻ/km', '8.000'],
];

describe('a row of a table', () => {
  it.each([
    ['docx', () => read('a.docx', aWordFile(aParagraph(aRun('PHỤ LỤC')) + aWordTable(FEES)))],
    ['html', () => html('', FEES.map((cells) => row(...cells)).join(''))],
    [
      'Markdown',
      () =>
        readText(
          `# PHỤ LỤC\n\n${FEES.map((cells) => `| ${cells.join(' | ')} |`)
            .join('\n')
            .replace('\n', '\n|---|---|---|---|\n')}`,
          'a.md',
        ),
    ],
    ['xlsx', () => read('a.xlsx', aWorkbook({ Mức: { rows: [['PHỤ LỤC'], ...FEES.map((cells) => [...cells])] } }))],
    ['text of one cell a line', () => readText(['PHỤ LỤC', ...FEES.flat().filter((cell) => cell !== '')].join('\n\n'))],
  ])('has an address and words that read alone, from %s', async (_format, document) => {
    const part = partAt(await document(), 'Phụ lục, mục 1.1');
    expect(part?.alone).toBe('Bữa trưa – Bán trú – mức trần 31.000 đồng/trẻ/ngày');
    expect(part?.text).toBe('1.1 Bữa trưa – Đồng/trẻ/ngày – 31.000');
  });

  it('keeps the text of a section row and gives it no amount', async () => {
    const document = await html('', FEES.map((cells) => row(...cells)).join(''));
    expect(partAt(document, 'Phụ lục, mục 1')).toEqual({ address: 'Phụ lục, mục 1', text: '1 Bán trú' });
  });

  it('has the unit of a cell merged over several rows', async () => {
    const document = await html(
      '',
      row('TT', 'Bữa', 'Đơn vị tính', 'Mức') +
        '<tr><td>1</td><td>Sáng</td><td rowspan="2">Đồng/ngày</td><td>10.000</td></tr><tr><td>2</td><td>Trưa</td><td>20.000</td></tr>',
    );
    expect(partAt(document, 'Phụ lục, mục 2')?.alone).toBe('Trưa – mức 20.000 đồng/ngày');
  });

  it('has the unit of the row above in its section where its own is empty, and none from another section', async () => {
    const document = await html(
      '',
      [
        ['STT', 'Khoản', 'Đơn vị tính', 'Mức'],
        ['1', 'Ăn', '', ''],
        ['1.1', 'Sáng', 'Đồng/ngày', '10.000'],
        ['1.2', 'Trưa', '', '20.000'],
        ['2', 'Đi lại', '', ''],
        ['2.1', 'Xe', '', '30.000'],
      ]
        .map((cells) => row(...cells))
        .join(''),
    );
    expect(partAt(document, 'Phụ lục, mục 1.2')?.alone).toBe('Trưa – Ăn – mức 20.000 đồng/ngày');
    expect(partAt(document, 'Phụ lục, mục 2.1')?.alone).toBe('Xe – Đi lại – mức 30.000');
  });

  it.each([
    ['the line above', '<p>Đơn vị tính: Nghìn đồng/học sinh/tháng</p>', 'Mức thu', '80 nghìn đồng/học sinh/tháng'],
    ['a line with a figure', '<p>(Đơn vị: 1.000 đồng/tháng)</p>', 'Mức thu', '80 (1.000 đồng/tháng)'],
    ['the heading of the column', '', 'Mức thu (đồng/tháng)', '80 đồng/tháng'],
  ])('has the unit that %s states', async (_name, head, heading, words) => {
    const document = await html(
      head,
      row('STT', 'Trường', heading) + row('1', 'Trường A', '80') + row('2', 'Trường B', '90'),
    );
    expect(partAt(document, 'Phụ lục, mục 1')?.alone).toBe(`Trường A – mức thu ${words}`);
  });

  it('keeps amounts that are written with their unit, which make no column of units', async () => {
    const document = await html(
      '',
      row('STT', 'Đối tượng', 'Mức hỗ trợ', 'Hồ sơ') +
        row('1', 'Học sinh mồ côi', '150.000 đồng/học sinh/tháng', 'Đơn đề nghị') +
        row('2', 'Học sinh khuyết tật', '160.000 đồng/học sinh/tháng', 'Giấy xác nhận'),
    );
    expect(partAt(document, 'Phụ lục, mục 2')?.alone).toBe(
      'Học sinh khuyết tật – Mức hỗ trợ: 160.000 đồng/học sinh/tháng – Hồ sơ: Giấy xác nhận',
    );
  });

  it('names the column of each of its amounts', async () => {
    const document = await html(
      '<p>Đơn vị tính: đồng</p>',
      '<tr><td rowspan="2">STT</td><td rowspan="2">Cấp học</td><td colspan="2">Mức thu</td></tr><tr><td>Xã</td><td>Phường</td></tr>' +
        row('1', 'Mầm non', '80.000', '80.000') +
        row('2', 'Tiểu học', '90.000', '95.000'),
    );
    expect(partAt(document, 'Phụ lục, mục 1')?.text).toBe('1 Mầm non – 80.000 – 80.000');
    expect(partAt(document, 'Phụ lục, mục 2')?.cells).toEqual([
      { address: 'Phụ lục, mục 2, cột Mức thu – Xã', alone: 'Tiểu học – mức thu – Xã 90.000 đồng' },
      { address: 'Phụ lục, mục 2, cột Mức thu – Phường', alone: 'Tiểu học – mức thu – Phường 95.000 đồng' },
    ]);
    expect(document.passages[0]?.headings).toEqual([
      'PHỤ LỤC',
      'Đơn vị tính: đồng',
      'STT | Cấp học | Mức thu | Xã | Phường',
    ]);
  });

  it('is told apart where two rows were printed as one', async () => {
    const document = await html(
      '',
      [
        ['STT', 'Tên đơn vị', 'Mức'],
        ['1', 'Trường A 1 1 Khối 1', '10.000'],
        ['1.2', 'Khối 2', '20.000'],
        ['1.3', 'Khối 3', '30.000'],
      ]
        .map((cells) => row(...cells))
        .join(''),
    );
    expect(partAt(document, 'Phụ lục, mục 1.1')?.alone).toBe('Khối 1 – Trường A – mức 10.000');
    expect(partAt(document, 'Phụ lục, mục 1')?.text).toBe('1 Trường A');
  });

  it('has an address of its own where numbers start again in the next section', async () => {
    const document = await html(
      '',
      [
        ['STT', 'Tên trường', 'Mức'],
        ['I', 'CÔNG LẬP', ''],
        ['1', 'Trường A', '10.000'],
        ['2', 'Trường B', '20.000'],
        ['II', 'TƯ THỤC', ''],
        ['1', 'Trường C', '30.000'],
        ['2', 'Trường D', '40.000'],
        ['3', 'Trường E', '50.000'],
      ]
        .map((cells) => row(...cells))
        .join(''),
    );
    expect(partAt(document, 'Phụ lục, mục 1')?.text).toContain('Trường A');
    expect(partAt(document, 'Phụ lục, mục II.1')?.text).toContain('Trường C');
    expect(partAt(document, 'Phụ lục, mục II.3')?.text).toContain('Trường E');
    const addresses = partsOf(document).map((part) => part.address);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is addressed in the clause that holds the table', async () => {
    const document = await readText(
      '# Quyết định\n\nĐiều 2. Mức thu\n\n1. Mức thu như sau:\n\n| STT | Trường | Mức |\n|---|---|---|\n| 1 | Trường A | 10.000 |\n| 2 | Trường B | 20.000 |\n\n2. Khoản sau.',
      'a.md',
    );
    const passage = document.passages.find((each) => each.text.includes('Trường A'));
    expect(partAt(document, 'Điều 2, khoản 1, bảng, mục 1')?.text).toContain('Trường A');
    expect(passage?.headings).toEqual(['Điều 2. Mức thu', '1. Mức thu như sau:', 'STT | Trường | Mức']);
  });
});

describe('rows in passages', () => {
  it('stand with their section row, and a row between sections alone', async () => {
    const document = await html(
      '',
      [
        ['STT', 'Tên đơn vị', 'Mức'],
        ['1', 'Trường A', ''],
        ['1.1', 'Khối 1', '10.000'],
        ['1.2', 'Khối 2', '20.000'],
        ['2', 'Trường B', '30.000'],
        ['3', 'Trường C', ''],
        ['3.1', 'Khối 1', '40.000'],
      ]
        .map((cells) => row(...cells))
        .join(''),
    );
    expect(document.passages.map((passage) => passage.parts.map((part) => part.address.split(' ').at(-1)))).toEqual([
      ['1', '1.1', '1.2'],
      ['2'],
      ['3', '3.1'],
    ]);
  });

  it('go on over a page with the headings once', async () => {
    const document = await html(
      '',
      `${row('STT', 'Trường', 'Mức')}${row('1', 'A', '10')}</table><table>${row('STT', 'Trường', 'Mức')}${row('2', 'B', '20')}${row('3', 'C', '30')}`,
    );
    expect(document.passages).toHaveLength(1);
    expect(document.passages[0]?.parts).toHaveLength(3);
  });

  it('have the notes below them apart, under their own address', async () => {
    const document = await html(
      '',
      row('STT', 'Trường', 'Mức') +
        row('1', 'A', '10') +
        row('2', 'B', '20') +
        '<tr><td colspan="3">Ghi chú: Chưa gồm thuế.</td></tr>',
    );
    expect(partAt(document, 'Phụ lục, ghi chú')?.text).toBe('Ghi chú: Chưa gồm thuế.');
  });
});

describe('words that read alone', () => {
  it('all stand in the document, in every bundled sample', async () => {
    let rows = 0;
    for (const name of readdirSync(SAMPLES_DIR)) {
      const result = await readDocument({ name, bytes: readFileSync(join(SAMPLES_DIR, name)) });
      if (!result.ok) continue;
      const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
      const own = new Set(words(result.passages.flatMap((passage) => [...passage.headings, passage.text]).join(' ')));
      for (const part of result.passages.flatMap((passage) => passage.parts)) {
        const alone = [part.alone ?? '', ...(part.cells ?? []).map((cell) => cell.alone)].join(' ');
        if (part.alone !== undefined) rows += 1;
        expect(words(alone).filter((word) => !own.has(word))).toEqual([]);
      }
    }
    expect(rows).toBeGreaterThan(20);
  });
});
