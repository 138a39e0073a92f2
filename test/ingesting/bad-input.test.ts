import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';
import { anOleFile } from '../builders/ole-files.ts';
import { aPdf, withPassword } from '../builders/pdf-files.ts';
import { type ProgramResult, startProgram } from '../builders/program.ts';
import { SCANNED_PAGE } from '../builders/scans.ts';
import { aParagraph, aRun, aWordFile } from '../builders/word-files.ts';
import { aWorkbook } from '../builders/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MACROS = { 'word/vbaProject.bin': strToU8('Sub AutoOpen()') };
const aWordText = (text: string, more = {}) => aWordFile(aParagraph(aRun(text)), { more });

function aProtectedZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8('Điều 1.') }));
  const record = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip.writeUInt16LE(1, record + 8);
  return zip;
}

function aMacroWorkbook(): Uint8Array {
  const parts = unzipSync(
    aWorkbook({
      'Mức thu': {
        rows: [
          ['Nội dung', 'Mức thu'],
          ['Bữa trưa', 35_000],
        ],
      },
    }),
  );
  return zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('Sub Workbook_Open()') });
}

/** Files that ask the reader to fetch something from the address. */
function curiousFiles(address: string): Record<string, string | Uint8Array> {
  const entity = `<!DOCTYPE a [<!ENTITY a SYSTEM "${address}entity">]>`;
  const page = `${entity}<html><head><link rel="stylesheet" href="${address}css"><script src="${address}js"></script></head><body><img src="${address}img"><iframe src="${address}frame"></iframe><p>Điều 1. Trang có ảnh ngoài.</p><p>&a;</p></body></html>`;
  const image = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}template" TargetMode="External"/></Relationships>`;
  return {
    'thuc-the.docx': aWordText('', {
      'word/document.xml': strToU8(`<?xml version="1.0"?>${entity}<w:document><w:body>&a;</w:body></w:document>`),
    }),
    'mau-ngoai.docx': aWordText('Điều 1. Văn bản theo mẫu ngoài.', { 'word/_rels/document.xml.rels': strToU8(image) }),
    'anh-ngoai.html': page,
  };
}

/** What becomes of each file of the folder, by what its line in the report says. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  'tot.txt': /^✓ .*1\/QĐ-UBND, 1 đoạn/m,
  'rong.docx': /^✗ .*Tệp trống/m,
  'word.pdf': /^✓ .*đoạn/m,
  'trang.docx': /^✓ .*đoạn/m,
  'mat-khau.pdf': /^✗ .*Tệp có mật khẩu/m,
  'mat-khau.docx': /^✗ .*Tệp có mật khẩu/m,
  'mat-khau.xlsx': /^✗ .*Tệp có mật khẩu/m,
  'mat-khau.zip': /^✗ .*mật khẩu/m,
  'macro.docm': /^✓ .*đoạn/m,
  'macro.xlsm': /^✓ .*đoạn/m,
  'thuc-the.docx': /^✗ .*khai báo nguy hiểm/m,
  'mau-ngoai.docx': /^✓ .*đoạn/m,
  'anh-ngoai.html': /^✓ .*đoạn/m,
  'Quyết định số 5.txt': /^✓ .*5\/QĐ-UBND/m,
  'quy-dinh..txt..txt': /^✓ .*6\/QĐ-UBND/m,
  'goi.zip › ../../ngoai.txt': /^✗ .*trỏ ra ngoài/m,
  'goi.zip › trong.txt': /^✓ .*7\/QĐ-UBND/m,
  'bom.zip': /^✗ .*phình quá lớn/m,
  'hong.doc': /^✗ .*hãy lưu lại thành docx/m,
};

describe('an ingest of a folder full of bad input', () => {
  const files = join(folder, 'files');
  const dataDir = join(folder, 'data');
  let result: ProgramResult;
  let fetched = 0;

  beforeAll(async () => {
    const server = createServer((_, response) => {
      fetched += 1;
      response.end('<p>ngoài</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const locked = anOleFile({ EncryptedPackage: Buffer.alloc(9), EncryptionInfo: Buffer.alloc(9) });
    putFiles(files, {
      'tot.txt': aDecision(1, ['Bữa trưa 35.000 đồng.']),
      'rong.docx': '',
      'word.pdf': aWordText('Điều 1. Tệp Word mang đuôi pdf.'),
      'trang.docx': '<html><body><p>Điều 1. Trang web mang đuôi docx.</p></body></html>',
      'mat-khau.pdf': withPassword(await aPdf([{ lines: ['Điều 1.'] }])),
      'mat-khau.docx': locked,
      'mat-khau.xlsx': locked,
      'mat-khau.zip': aProtectedZip(),
      'macro.docm': aWordText('Điều 1. Văn bản có macro.', MACROS),
      'macro.xlsm': aMacroWorkbook(),
      ...curiousFiles(`http://127.0.0.1:${port}/`),
      ['Quyết định số 5.txt'.normalize('NFD')]: aDecision(5, ['Tên tệp gõ tách dấu.']),
      'quy-dinh..txt..txt': aDecision(6, ['Tên tệp có hai chấm.']),
      'goi.zip': zipSync({
        '../../ngoai.txt': strToU8(aDecision(8, ['Ra ngoài.'])),
        'trong.txt': strToU8(aDecision(7, ['Ở trong.'])),
      }),
      'bom.zip': zipSync({ 'bom.txt': new Uint8Array(20 * 1024 * 1024) }),
      'hong.doc': Buffer.concat([anOleFile({ WordDocument: Buffer.alloc(600, 7) }), Buffer.from('x')]),
    });
    result = await startProgram(['ingest', files, '--data', dataDir]).ended;
    server.close();
  }, 120_000);

  const lineOf = (name: string) =>
    result.out.split('\n').find((line) => line.slice(2).startsWith(`${name} `) || line.slice(2) === name);

  it.each(Object.entries(EXPECTED))('says of %s what became of it', (name, expected) => {
    expect(lineOf(name), result.out).toMatch(expected);
  });

  it('switches to the new index with status 0 and names every file once', () => {
    expect(result.code, result.error).toBe(0);
    const named = result.out.split('\n').filter((line) => /^[✓✗=] /.test(line));
    expect(named).toHaveLength(Object.keys(EXPECTED).length);
    const indexed = Object.values(EXPECTED).filter((line) => line.source.startsWith('^✓'));
    expect(openSnapshot(dataDir).documents).toHaveLength(indexed.length);
  });

  it('notes macros that it ignored', () => {
    expect(result.out.match(/Tệp có macro; macro được bỏ qua/g)).toHaveLength(2);
  });

  it('fetches nothing that a file names', () => {
    expect(fetched).toBe(0);
  });

  it('ends with status 1 where nothing at all can be read', { timeout: 120_000 }, async () => {
    const only = join(folder, 'only');
    putFiles(only, { 'rong.docx': '', 'bom.zip': zipSync({ 'bom.txt': new Uint8Array(20 * 1024 * 1024) }) });
    const { code, out } = await startProgram(['ingest', only, '--data', join(folder, 'none')]).ended;
    expect(code).toBe(1);
    expect(out).toContain('Không nạp được văn bản nào');
  });
});

describe('a scan of three hundred pages', () => {
  it('is read on from run to run, says how far it is, and holds up no other document', {
    timeout: 120_000,
  }, async () => {
    const files = join(folder, 'scan');
    const picture = await sharp(SCANNED_PAGE)
      .extract({ left: 0, top: 140, width: 1_650, height: 160 })
      .resize(900)
      .toBuffer();
    putFiles(files, {
      'quet.pdf': await aPdf(Array.from({ length: 300 }, () => ({ picture }))),
      'tot.txt': aDecision(1, ['Bữa trưa 35.000 đồng.']),
    });
    const index = () =>
      ingest({ paths: [files] }, join(folder, 'scan-data'), {
        encoder: null,
        now: () => Date.now() + 3_600_000,
        // One page a run; see `RecognitionTerms`.
        limits: { recogniseMs: 0 },
      });
    const first = await index();
    expect(first.lines.map((line) => [line.file, line.status])).toEqual([
      ['quet.pdf', 'skipped'],
      ['tot.txt', 'indexed'],
    ]);
    // Pages are recognised side by side, so that a run may end with one more than it began.
    const pagesRead = (message: string | null | undefined) =>
      Number(/chạy lại lệnh nạp để đọc tiếp\. \(đã đọc (\d+)\/300 trang\)$/.exec(message ?? '')?.[1]);
    const afterFirst = pagesRead(first.lines[0]?.message);
    expect(afterFirst).toBeGreaterThanOrEqual(1);
    expect(afterFirst).toBeLessThan(10);
    expect(pagesRead((await index()).lines[0]?.message)).toBeGreaterThan(afterFirst);
  });
});
