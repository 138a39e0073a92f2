import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAdmissionWorkbook } from '../../ingest/admission/read-workbook.ts';
import { writeTable } from '../../ingest/admission/write-workbook.ts';
import type { AdmissionTable, ZoneRow } from '../../knowledge/admission/table.ts';
import { sampleTable } from '../builders/admission-table.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

/** Monday 4 May 2026, 9:00 in Vietnam. */
const MONDAY = Date.UTC(2026, 4, 4, 2);

let pages: ServedPages;
let editor: PageVisitor;
let sample: AdmissionTable;
beforeAll(async () => {
  pages = await servePages({ now: MONDAY });
  editor = await signIn(pages, { name: 'bien-tap', role: 'editor' });
  sample = await sampleTable();
});
afterAll(() => pages.close());

const page = async (query = '') => (await editor.get(`/staff/admission${query}`)).text();

/** Uploads a table's workbook and gives the page that follows. */
async function upload(bytes: Uint8Array, name = 'bang.xlsx'): Promise<string> {
  const form = new FormData();
  form.set('token', hiddenField(await page(), 'token'));
  form.append('files', new File([new Uint8Array(bytes)], name));
  const response = await editor.upload('/staff/admission', form);
  return response.status === 303 ? page() : response.text();
}

/** Posts a form of the page as it is now, and gives the page that follows. */
async function change(to: string, fields: Record<string, string> = {}): Promise<string> {
  const html = await page();
  const sent = { token: hiddenField(html, 'token'), seen: hiddenField(html, 'seen'), ...fields };
  const response = await editor.submit(`/staff/admission/${to}`, sent);
  const location = response.headers.get('location');
  return location === null ? response.text() : page(location.slice('/staff/admission'.length));
}

const publish = async () => change('publish', { digest: hiddenField(await page(), 'digest') });
const ask = (words: string) => change('try', { words });

describe('the page on admission tables', () => {
  it('gives a template and a sample that reads as one', async () => {
    expect((await editor.get('/staff/admission/template')).headers.get('content-disposition')).toContain('.xlsx');
    const bytes = await (await editor.get('/staff/admission/sample')).arrayBuffer();
    expect(readAdmissionWorkbook(new Uint8Array(bytes))).toEqual({ ok: true, table: sample });
  });

  it('refuses a file that is no workbook in words that help', async () => {
    expect(await upload(new TextEncoder().encode('a,b'))).toContain('Chưa đọc được bảng');
    expect(await page()).not.toContain('Xem trước: năm học');
  });

  it('shows conflicts and holes by sheet and row before anything is published', async () => {
    const zones = sample.zones.map((row): ZoneRow => (row.source.line === 7 ? { ...row, houseFrom: 90 } : row));
    const html = await upload(await writeTable({ ...sample, zones }));
    expect(html).toContain('Trang “Tuyến tuyển sinh”, dòng 6, 7: cùng địa chỉ số 90 Đội Cấn');
    expect(html).toContain('Mâu thuẫn (1)');
    expect(html).toContain('Chưa công bố bảng nào');
  });

  it('publishes, answers by it, and takes it back', async () => {
    await upload(await writeTable(sample));
    expect(await ask('bé sinh 2020 ở ngõ 12 Đội Cấn, thường trú')).toContain('Trường Tiểu học Mẫu Số Hai');
    expect(await publish()).toContain('Có hiệu lực với người dân');
    const zones = sample.zones.map((row): ZoneRow => ({ ...row, schools: ['Trường Mẫu Mới'] }));
    await upload(await writeTable({ ...sample, zones }));
    await publish();
    expect(await ask('bé sinh 2020 ở ngõ 12 Đội Cấn, thường trú')).toContain('Trường Mẫu Mới');
    await change('restore', { version: hiddenField(await page(), 'version') });
    expect(await ask('bé sinh 2020 ở ngõ 12 Đội Cấn, thường trú')).toContain('Trường Tiểu học Mẫu Số Hai');
    const bytes = await (await editor.get('/staff/admission/workbook?year=2026-2027')).arrayBuffer();
    expect(readAdmissionWorkbook(new Uint8Array(bytes))).toEqual({ ok: true, table: sample });
    expect(await change('withdraw', { year: '2026-2027' })).toContain('Chưa công bố bảng nào');
  });

  it('publishes nothing that was not looked at, and nothing over what somebody else published', async () => {
    await upload(await writeTable(sample));
    expect(await change('publish', { digest: 'another' })).toContain('Bản xem trước đã đổi');
    const digest = hiddenField(await page(), 'digest');
    expect(await change('publish', { digest, seen: '0' })).toContain('Người khác vừa công bố');
    expect(await change('drop')).toContain('Đã bỏ bản xem trước');
    expect(await page()).not.toContain('Xem trước: năm học');
  });

  it('writes down who published what, and nothing of what was tried', async () => {
    const entries = (await pages.audit.list(0, 1_000)).filter(({ action }) => action.startsWith('admission.'));
    expect(entries[0]).toMatchObject({ actor: 'bien-tap', action: 'admission.publish', subject: '2026-2027' });
    expect(entries.map(({ action }) => action)).toContain('admission.restore');
    expect(JSON.stringify(entries)).not.toContain('Đội Cấn');
  });
});
