import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { lockIngest } from '../../adapters/ingesting/ingest-lock.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, encoder, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { hiddenField } from '../builders/staff-visitor.ts';

const WORD = '901-KH-UBND-tuyen-sinh-2026-2027.docx';
const PDF = '910-QD-UBND-day-them-hoc-them.pdf';
const INGEST_LIMIT_MS = 90_000;

let dataDir = '';
let running: RunningProduct;
let admin: PageVisitor;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-uploads-'));
  const first = join(SAMPLES_DIR, '914-TB-UBND-hoi-dap-thu-tuc.txt');
  await ingest({ paths: [first] }, dataDir, { encoder: await encoder(), now: Date.now });
  running = await runProduct({ DATA_DIR: dataDir }, {}, dataDir);
  admin = createPageVisitor(running.url);
  await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
});
afterAll(async () => {
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const page = async () => (await admin.get('/staff/uploads')).text();
const token = async () => hiddenField(await (await admin.get('/staff/try')).text(), 'token');

async function upload(...names: readonly string[]): Promise<string> {
  const form = new FormData();
  form.set('token', await token());
  for (const name of names) form.append('files', new File([readFileSync(join(SAMPLES_DIR, name))], name));
  return (await admin.upload('/staff/uploads', form)).text();
}

const idle = () =>
  until(async () => {
    const html = await page();
    return html.includes('data-busy') ? null : html;
  }, INGEST_LIMIT_MS);

async function ask(question: string): Promise<string> {
  return (await admin.submit('/staff/try', { token: await token(), question })).text();
}

describe('files uploaded to a running product', () => {
  it('are read in a process of their own, beside what was indexed before, and answered from', async () => {
    expect(await ask('dạy thêm học thêm có được thu tiền học sinh của mình không')).not.toContain('910/QĐ-UBND');
    expect(await upload(WORD, PDF)).toContain('data-busy="yes"');
    const html = await idle();
    expect(html).toMatch(/Trợ lý đang trả lời từ chỉ mục mới: 3 văn bản/);
    expect(html).toMatch(/Đã nạp<\/span> (?:<!-- -->)?<a href="\/staff\/documents\/\w{16}">910\/QĐ-UBND/);
    expect(html).toMatch(/\d+ trang có lớp chữ/);
    expect(await ask('giáo viên dạy thêm học sinh của mình có được thu tiền không')).toMatch(
      /Trả lời từ văn bản.*910\/QĐ-UBND/s,
    );
    expect(await (await admin.get('/staff/documents?q=901')).text()).toContain('901/KH-UBND');
  });

  it('wait for an ingest that was started elsewhere, and are not answered from once they are removed', async () => {
    const unlock = lockIngest(dataDir, Date.now());
    await admin.submit('/staff/uploads/remove', { token: await token(), file: PDF });
    await until(async () => (await page()).includes('Đang đợi một lượt nạp khác'), INGEST_LIMIT_MS);
    unlock();
    await idle();
    expect(await ask('giáo viên dạy thêm học sinh của mình có được thu tiền không')).not.toContain('910/QĐ-UBND');
  });

  it('stay in the index when an operator names other sources', async () => {
    const other = join(SAMPLES_DIR, '931-TB-UBND-tiep-nhan-trai-tuyen.txt');
    const report = await ingest({ paths: [other] }, dataDir, { encoder: await encoder(), now: Date.now });
    expect(report.lines.map((line) => line.file).sort()).toEqual([WORD, '931-TB-UBND-tiep-nhan-trai-tuyen.txt']);
  });
});
