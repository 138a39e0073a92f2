import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

/** Tuesday 3 February 2026, 09:00 in Vietnam. */
const TUESDAY = Date.UTC(2026, 1, 3, 2, 0);
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

let pages: ServedPages;
let lead: PageVisitor;
beforeAll(async () => {
  pages = await servePages({ now: TUESDAY });
  lead = await signIn(pages, { name: 'phu-trach', role: 'supervisor' });
});
afterAll(() => pages.close());
beforeEach(async () => {
  const version = hiddenField(await page(), 'seen');
  if (version !== '0') await change('restore', { version: '0' });
});

async function page(query = ''): Promise<string> {
  return (await lead.get(`/staff/calendar${query}`)).text();
}

/** Posts a form of the page as it is now, and gives the page that follows. */
async function change(to: string, fields: Record<string, string>, seen?: string) {
  const html = await page();
  const token = hiddenField(html, 'token');
  const sent = { token, seen: seen ?? hiddenField(html, 'seen'), ...fields };
  const response = await lead.submit(`/staff/calendar/${to}`, sent);
  const location = response.headers.get('location');
  return { status: response.status, html: location === null ? await response.text() : await page(location.slice(15)) };
}

const week = (hours: string) => Object.fromEntries(WEEK.map((day) => [day, hours]));
const promised = (html: string) => /<dd lang="vi">“([^”]+)”/.exec(html)?.[1] ?? '';

describe('the calendar page', () => {
  it('shows the days off of this year and the next, Tết among them', async () => {
    const html = await page();
    expect(html).toContain('Thứ Hai 16/02/2026 – Thứ Sáu 20/02/2026 (5 ngày)');
    expect(html).toContain('Các ngày nghỉ năm 2027');
    expect(html).toContain('05/02/2027');
  });

  it('says what would be promised now, and at another moment', async () => {
    expect(promised(await page())).toBe('Cán bộ sẽ trả lời anh/chị trước 15 giờ hôm nay ạ.');
    expect(promised(await page('?at=2026-02-17T09:00'))).toContain('Cơ quan nghỉ Tết Nguyên đán');
  });

  it('changes the hours, and the promise follows at once', async () => {
    const { html } = await change('hours', week('9:00-11:00, 14:00-16:00'));
    expect(html).toContain('Đã lưu');
    expect(html).toContain('value="09:00-11:00, 14:00-16:00"');
    expect(promised(html)).toBe('Cán bộ sẽ trả lời anh/chị trước 16 giờ hôm nay ạ.');
  });

  it('closes several days and opens one again with hours of its own', async () => {
    await change('close', { first: '2026-02-03', last: '2026-02-05' });
    expect(promised(await page())).toContain('Cơ quan đang nghỉ');
    await change('remove', { day: '2026-02-03' });
    const { html } = await change('open', { day: '2026-02-07', hours: '8h-11h30' });
    expect(html).toContain('Làm việc 08:00-11:30');
    expect(html).not.toContain('Bỏ Thứ Ba 03/02/2026');
    expect(promised(html)).toContain('hôm nay');
  });

  it('keeps what the government decides for a year', async () => {
    const kept = { 'keeps-tet': '1', 'keeps-national': '1', 'tet-2026': '2', 'tet-2027': '1' };
    const { html } = await change('holidays', { ...kept, 'national-2026': 'after', 'national-2027': 'before' });
    expect(html).toContain('Chủ nhật 15/02/2026');
    expect(html).toContain('Thứ Tư 02/09/2026 – Thứ Năm 03/09/2026');
    expect(html).not.toContain('<span class="rule">Tết Dương lịch (1/1)</span>');
  });

  it.each([
    ['hours', week('8 giờ sáng'), 'Thứ Hai: chưa đọc được giờ'],
    ['hours', week('25:00-26:00'), 'có giờ không đúng'],
    ['hours', week('11:00-08:00'), 'giờ kết thúc phải sau giờ bắt đầu'],
    ['hours', {}, 'Cả tuần không có giờ làm việc nào'],
    ['close', { first: '2026-05-10', last: '2026-05-01' }, 'Ngày cuối phải bằng hoặc sau'],
    ['close', { first: '2026-02-30' }, 'Ngày cuối phải bằng hoặc sau'],
    ['open', { day: '2026-02-07', hours: '' }, 'ghi giờ làm việc của ngày này'],
    ['holidays', { 'tet-2026': '9', 'tet-2027': '1' }, 'phải từ 0 đến 5'],
  ])('refuses %s %o in words that help, and keeps nothing', async (to, fields, words) => {
    const { status, html } = await change(to, fields);
    expect([status, html]).toEqual([400, expect.stringContaining(words)]);
    expect(promised(await page())).toContain('15 giờ hôm nay');
  });

  it('refuses a day that is closed and open at once', async () => {
    await change('close', { first: '2026-02-07' });
    expect((await change('open', { day: '2026-02-07', hours: '8-11' })).html).toContain('cả nghỉ lẫn làm việc');
  });

  it('takes back the last change', async () => {
    await change('hours', week('9:00-11:00'));
    const html = await page();
    const version = hiddenField(html, 'version');
    const { html: after } = await change('restore', { version });
    expect(after).toContain('value="08:00-11:30, 13:30-17:00"');
  });

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const seen = hiddenField(await page(), 'seen');
    await change('close', { first: '2026-03-02' });
    const { html } = await change('hours', week('9:00-11:00'), seen);
    expect(html).toContain('Người khác vừa sửa lịch');
    expect(html).toContain('value="08:00-11:30, 13:30-17:00"');
  });

  it('writes down who changed what', async () => {
    await change('close', { first: '2026-03-02' });
    const entries = await pages.audit.list(0, 1_000);
    expect(entries.at(-1)).toMatchObject({ actor: 'phu-trach', action: 'calendar.close', subject: '2026-03-02' });
    expect(await pages.audit.verify()).toMatchObject({ ok: true });
  });
});
