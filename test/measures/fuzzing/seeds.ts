import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { SAMPLES_DIR } from '../../../adapters/cli/samples.ts';
import { aDecision } from '../../builders/office-files.ts';
import { aPdf } from '../../builders/pdf-files.ts';
import { SCANNED_PAGE } from '../../builders/scans.ts';
import { aLevel, aParagraph, aRun, aWordFile, inList } from '../../builders/word-files.ts';
import { aWord97File, aWord97Paragraph, aWord97Row } from '../../builders/word97-files.ts';
import { aWorkbook } from '../../builders/workbooks.ts';

/** Small sound files of every format that is read, as what damaged ones are made of. */
export const SEEDS = {
  txt: async () => [
    ...samples('.txt'),
    strToU8(aDecision(1, ['Bữa trưa 35.000 đồng.\n1. Trẻ mẫu giáo:\na) 3 tuổi;\nb) 4 tuổi.'])),
  ],
  md: async () => [strToU8(MARKDOWN)],
  html: async () => samples('.html'),
  docx: async () => [...samples('.docx'), timeless(aNumberedWordFile())],
  doc: async () => [anOldWordFile()],
  pdf: async () => [...samples('.pdf'), await aPdf([{ lines: DECISION.split('\n\n') }, { lines: ['Trang hai.'] }])],
  scan: async () => [await aPdf([{ picture: await fewWords() }])],
  png: async () => [await fewWords()],
  jpg: async () => [
    await sharp(await fewWords())
      .jpeg()
      .toBuffer(),
  ],
  webp: async () => [
    await sharp(await fewWords())
      .webp()
      .toBuffer(),
  ],
  xlsx: async () => [timeless(aPriceList('xlsx'))],
  xls: async () => [aPriceList('xls')],
  csv: async () => [strToU8('STT;Nội dung;Mức thu\n1;"Bữa trưa; bữa phụ";35.000\n2;Bữa sáng;20.000\n3;Xe;15.000\n')],
  zip: async () => [
    timeless(
      zipSync({
        'a.txt': strToU8(DECISION),
        'bang/gia.xlsx': timeless(aPriceList('xlsx')),
        'b.docx': timeless(aNumberedWordFile()),
      }),
    ),
  ],
  mht: async () => [Buffer.from(WEB_ARCHIVE)],
} as const satisfies Readonly<Record<string, () => Promise<readonly Uint8Array[]>>>;

/** Formats by the names that the command knows. */
export type SeedFormat = keyof typeof SEEDS;

/** Formats whose sound files are pictures of text, which take seconds to read. */
export const PICTURE_FORMATS: readonly SeedFormat[] = ['scan', 'png', 'jpg', 'webp'];

/** The ending of a file of the format. */
export function endingOf(format: SeedFormat): string {
  return format === 'scan' ? 'pdf' : format;
}

/** The time that zips state, so that the same seed makes the same bytes. */
export const ZIPPED_AT = new Date(2026, 0, 1);

function timeless(zip: Uint8Array): Uint8Array {
  return zipSync(unzipSync(zip), { mtime: ZIPPED_AT });
}

const DECISION = aDecision(2, ['Xe đưa đón 15.000 đồng một lượt.', 'Thực hiện từ ngày 01 tháng 9 năm 2026.']);
const MARKDOWN = `---
so_hieu: 3/TB-UBND
---
# THÔNG BÁO

## Điều 1. Mức thu

| STT | Nội dung | Mức thu |
|---|---|---|
| 1 | Bữa trưa | 35.000 |
| 2 | Bữa sáng | 20.000 |

1. Trẻ mẫu giáo:
   a) **3 tuổi**;
   b) 4 tuổi.
> Trích [Điều 2](https://example.org) của quyết định.
`;
const WEB_ARCHIVE = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="----=_phan"',
  '',
  '------=_phan',
  'Content-Type: text/html; charset="utf-8"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    '<html><body><h1>THÔNG BÁO</h1><p>Điều 1. Bữa trưa 35.000 đồng.</p><table><tr><td>1</td></tr></table></body></html>',
  ).toString('base64'),
  '------=_phan--',
].join('\r\n');

function samples(ending: string): Uint8Array[] {
  return readdirSync(SAMPLES_DIR)
    .filter((name) => extname(name) === ending)
    .map((name) => readFileSync(join(SAMPLES_DIR, name)));
}

function aNumberedWordFile(): Uint8Array {
  const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${aParagraph(aRun(text))}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('STT', '<w:vMerge w:val="restart"/>')}${cell('Mức', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('1')}${cell('2')}</w:tr></w:tbl>`;
  const body = [
    aParagraph(aRun('Điều 1. Phạm vi')),
    aParagraph(aRun('Mức thu'), inList(1)),
    aParagraph(aRun('QuyÕt ®Þnh', '.VnTime'), inList(1, 1)),
    table,
    aParagraph(`${aRun('Có chú thích')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  ];
  const numbering = `<w:abstractNum w:abstractNumId="0">${aLevel(0, 'decimal', '%1.')}${aLevel(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const footnotes = `<w:footnote w:id="2">${aParagraph(aRun('Chú thích.'))}</w:footnote>`;
  return aWordFile(body.join(''), { numbering, footnotes });
}

function anOldWordFile(): Uint8Array {
  return aWord97File({
    paragraphs: [
      aWord97Paragraph('Điều 1. Phạm vi'),
      aWord97Paragraph('QuyÕt ®Þnh', '.VnTime'),
      { runs: [{ text: 'Mức thu' }], listLevel: 0 },
      ...aWord97Row(['STT', 'Mức thu']),
      ...aWord97Row(['1', '35.000']),
      aWord97Paragraph('Có chú thích\x02'),
    ],
    footnotes: ['Chú thích.'],
    list: ['\x00.'],
  });
}

function aPriceList(format: 'xlsx' | 'xls'): Uint8Array {
  const rows = [
    ['MỨC THU NĂM HỌC', null, null],
    ['STT', 'Nội dung', 'Mức thu'],
    [1, 'Bữa trưa', [35_000, '#,##0']],
    [2, 'Bữa sáng', [20_000, '#,##0']],
  ] as const;
  return aWorkbook({ 'Mức thu': { rows, merged: ['A1:C1'] }, Cũ: { rows: [['x']], hidden: true } }, format);
}

/** Two lines of the scanned page: enough to go through every step of reading a picture, and quick. */
function fewWords(): Promise<Buffer> {
  return sharp(SCANNED_PAGE).extract({ left: 0, top: 140, width: 1_650, height: 160 }).resize(900).png().toBuffer();
}
