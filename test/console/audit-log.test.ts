import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../adapters/console/csv-table.ts';
import type { AuditLog } from '../../bot/ports/audit.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { signIn } from '../builders/staff-visitor.ts';

const FIRST = Date.UTC(2026, 1, 1, 2, 0);
const DAY = 86_400_000;

let pages: ServedPages;
let lead: PageVisitor;
beforeAll(async () => {
  pages = await servePages();
  lead = await signIn(pages, { name: 'phu-trach', role: 'supervisor' });
  await fill(pages.audit);
});
afterAll(() => pages.close());

/** 120 log-ins, one an hour from 1 February, and one throw of the switch with a reason that a spreadsheet would run. */
async function fill(audit: AuditLog): Promise<void> {
  for (let hour = 0; hour < 120; hour += 1) {
    const actor = hour % 2 === 0 ? 'lan' : 'minh';
    await audit.append({ at: FIRST + hour * 3_600_000, actor, action: 'staff.logged-in', subject: actor, facts: {} });
  }
  const facts = { reason: '=HYPERLINK("http://xau.example")' };
  await audit.append({ at: FIRST + 6 * DAY, actor: 'admin', action: 'bot.off', subject: 'bot', facts });
}

const page = async (query = '') => (await lead.get(`/staff/audit${query}`)).text();
const numbers = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*>(\d+)</g)].map(([, number]) => Number(number));

describe('the page of the audit log', () => {
  it('shows the newest entries first, in words, and leads on to older ones', async () => {
    const html = await page();
    expect(numbers(html)).toEqual(Array.from({ length: 50 }, (_, index) => 121 - index));
    expect(html).toContain('Tạm dừng trợ lý');
    expect(numbers(await page('?before=72'))).toEqual(Array.from({ length: 50 }, (_, index) => 71 - index));
    expect(numbers(await page('?before=22'))).toEqual(Array.from({ length: 21 }, (_, index) => 21 - index));
  });

  it('finds entries by who, what and when', async () => {
    expect(numbers(await page('?action=bot.'))).toEqual([121]);
    expect(numbers(await page('?actor=minh&from=2026-02-02&to=2026-02-02'))).toHaveLength(12);
    expect(await page('?from=2026-02-05&to=2026-02-01')).toContain('Ngày bắt đầu đứng sau');
    expect(await page('?actor=khong-co')).toContain('Không có dòng nào hợp với bộ lọc');
  });

  it('tells whether the chain is whole', async () => {
    expect(await page()).toContain('121 dòng còn nguyên vẹn');
  });

  it('says which entry was tampered with', async () => {
    const { verify } = pages.audit;
    Object.assign(pages.audit, { verify: async () => ({ ok: false, number: 7 }) });
    expect(await page()).toContain('Dòng 7 không khớp');
    Object.assign(pages.audit, { verify });
  });

  it('goes out as a table that no spreadsheet runs, and that is written down', async () => {
    const response = await lead.get('/staff/audit/export?action=bot.');
    const table = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="nhat-ky-thao-tac.csv"');
    expect(table.startsWith('\uFEFFSố,Lúc (giờ Việt Nam),')).toBe(true);
    expect(table.trimEnd().split('\r\n')).toHaveLength(2);
    expect(table).toMatch(/\r\n\d+,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/u);
    expect(table).toContain('"lý do: =HYPERLINK(""http://xau.example"")"');
    expect(pages.audited).toContainEqual(['phu-trach', 'audit.export', 'action=bot.']);
  });
});

it('leads to what it names by a code only', async () => {
  const entry = { at: FIRST + 7 * DAY, actor: 'lan', facts: {} };
  await pages.audit.append({ ...entry, action: 'ticket.note', subject: 'ticket-9' });
  await pages.audit.append({ ...entry, action: 'ticket.transfer', subject: '7 → person:minh' });
  await pages.audit.append({ ...entry, action: 'approval.change', subject: 'all' });
  await pages.audit.append({ ...entry, action: 'citizen.hold', subject: 'web' });
  await pages.audit.append({ ...entry, action: 'incident.file', subject: 'i-9 food urgent' });
  const html = await page();
  expect(html).toContain('href="/staff/tickets/ticket-9"');
  expect(html).toContain('href="/staff/incidents/i-9"');
  expect(html).not.toContain('href="/staff/tickets/7"');
  expect(html).toContain('<td data-column="Đối tượng">Mọi câu trả lời lấy từ văn bản</td>');
  expect(html).toContain('<td data-column="Đối tượng">Trang web</td>');
});

describe('a line of a table for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84912345678', "'+84912345678"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['-2+3', "'-2+3"],
    ['-5', '-5'],
    ['a "b", c', '"a ""b"", c"'],
    ['hai\ndòng', '"hai\ndòng"'],
  ])('%j becomes %j', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });
});
