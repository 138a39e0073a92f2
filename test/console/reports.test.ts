import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../../adapters/console/reports/vietnamese.ts';
import { REPORT_PARTS } from '../../adapters/reporting/report-words.ts';
import { ADMISSION_VALUE } from '../../bot/admission/published-tables.ts';
import { aGap } from '../builders/gaps.ts';
import { anIncident } from '../builders/incidents.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const MONTH = '2026-02';
const ADDRESS = `/staff/reports/${MONTH}`;

let pages: ServedPages;
let visitor: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  pages = await servePages();
  const { now: at } = pages.clock;
  for (let person = 0; person < 7; person += 1) {
    const conversationId = `web:web:p${person}`;
    const question = `Học phí bao nhiêu ạ? Gọi tôi 091234567${person}`;
    await pages.records.commit(
      aTurn({ conversationId, at: at - person, ledger: aLedgerEntry({ turnId: `t${person}`, question }) }),
    );
  }
  const ticket = { kind: 'open', topic: 'complaint_denunciation', priority: 'high', question: 'x' } as const;
  await pages.records.commit(aTurn({ conversationId: 'web:web:khieunai', at, ticket, owner: 'queue' }));
  await pages.incidents.save(anIncident({ filedAt: at }));
  visitor = await signIn(pages, { name: 'mai', role: 'supervisor', displayName: 'Cô Mai' });
});
afterAll(() => pages.close());

async function post(path: string, fields: Record<string, string> = {}): Promise<string | null> {
  const answer = await visitor.submit(path, { token: await formToken(visitor), ...fields });
  return answer.headers.get('location');
}
const page = async (path = ADDRESS) => (await visitor.get(path)).text();

describe('the pages of the monthly report', () => {
  it('draft a month whose figures lead to their rows, with personal data masked', async () => {
    expect(await post('/staff/reports', { month: MONTH })).toBe(`${ADDRESS}?done=drafted`);
    const html = await page();
    expect(html).toContain('<a href="/staff/reports/2026-02/rows?figure=outcome%3Aanswered">7</a>');
    expect(html).toMatch(/<svg class="chart"/);
    const rows = await page(`${ADDRESS}/rows?figure=outcome%3Aanswered`);
    expect(rows.match(/<th scope="row">/g)).toHaveLength(7);
    expect(rows).toContain('[số điện thoại]');
    expect(rows).not.toContain('091234567');
    expect(rows).toContain('Các dòng của số liệu: Trả lời từ văn bản</h1>');
    expect(await page(`${ADDRESS}/rows?figure=case%3Ahot`)).toContain('href="/staff/tickets/ticket-1"');
    expect(html).toContain('<a href="/staff/incidents/i1">Trường Tiểu học Mẫu A</a>');
    for (const figure of ['tickets', 'tickets:open']) {
      expect(html).toContain(`href="/staff/reports/2026-02/rows?figure=${encodeURIComponent(figure)}"`);
      expect(await page(`${ADDRESS}/rows?figure=${figure}`)).toContain('href="/staff/tickets/ticket-1"');
    }
  });

  it('lead from every bar of a chart to its rows, and from a need to its page', async () => {
    const html = await page();
    const bars = [...html.matchAll(/<a href="([^"]+)" aria-label="[^"]*: [^"]*"/g)].map(([, to = '']) => to);
    expect(bars.some((to) => to.includes('figure=matter'))).toBe(true);
    const day = bars.find((to) => to.endsWith('figure=day%3A3')) ?? '';
    expect((await page(day)).match(/<th scope="row">/g)).toHaveLength(7);
    await pages.gaps.save(aGap({ id: 'need', openedAt: pages.clock.now }));
    expect(await page(`${ADDRESS}/rows?figure=gaps%3Aopened`)).toContain('href="/staff/gaps/need"');
    expect((await visitor.get('/staff/reports/2026-01/rows?figure=turns')).status).toBe(200);
  });

  it.each([
    ['turns', 'Mọi lượt hỏi'],
    ['day:3', 'ngày 3'],
    ['mood:displeased', 'Không hài lòng'],
    ['gaps:ended', 'Lời đáp hết hạn, cần xem lại'],
    ['topic:press', 'Báo chí'],
    ['matter:tiền ăn', 'tiền ăn'],
    ['case:hot', 'Nóng'],
    ['tickets:open', 'Phiếu đang mở'],
    ['<b>', '&lt;b>'],
  ])('head the rows of %s by what it is called', async (figure, name) => {
    const rows = await page(`${ADDRESS}/rows?figure=${encodeURIComponent(figure)}`);
    expect(rows).toContain(`Các dòng của số liệu: ${name}</h1>`);
  });

  it('go back by years as long as there are reports', async () => {
    const years = (html: string) => [...html.matchAll(/reports\?year=(\d+)/g)].map(([, year]) => year);
    expect(years(await page('/staff/reports'))).toEqual(['2025']);
    expect(years(await page('/staff/reports?year=2025'))).toEqual(['2026']);
  });

  it('keep what people write, approve it once, and give the archived files away', async () => {
    const seen = hiddenField(await page(), 'seen');
    const words = { assessment: 'Nhận xét của tôi', proposals: 'Đề xuất của tôi', seen };
    expect(await post(`${ADDRESS}/words`, words)).toBe(`${ADDRESS}?done=edited`);
    expect(await post(`${ADDRESS}/approve`, { number: '7', seen })).toBe(`${ADDRESS}?done=stale`);
    expect(await post(`${ADDRESS}/approve`, { number: ' ', seen })).toBe(`${ADDRESS}?done=bad-form`);
    const current = hiddenField(await page(), 'seen');
    expect(await post(`${ADDRESS}/approve`, { number: '7', seen: current })).toBe(`${ADDRESS}?done=approved`);
    expect(await page()).toContain('Nhận xét của tôi');
    expect(await post(`${ADDRESS}/archive`)).toBe(`${ADDRESS}?done=archived`);
    expect(await page()).toContain(REPORTS.states.archived);
    const file = await visitor.get(`${ADDRESS}/docx`);
    expect(file.headers.get('content-disposition')).toContain('bao-cao-2026-02.docx');
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    expect(pages.audited).toContainEqual(['mai', 'report.download', '2026-02.docx']);
  });

  it('take a letterhead that is whole, and no other', async () => {
    const whole = {
      superior: '',
      office: 'PHÒNG <THỬ>',
      symbol: 'BC-T',
      place: 'Ba Đình',
      signerCapacity: '',
      signerTitle: 'TRƯỞNG PHÒNG',
      signerName: 'Trần Mai',
      recipients: 'Nơi một;\n\nLưu: VT.',
    };
    expect(await post('/staff/reports/letterhead', { ...whole, office: ' ' })).toContain('bad-form');
    expect(await post('/staff/reports/letterhead', whole)).toContain('letterhead');
    const html = await page('/staff/reports');
    expect(html).toContain('PHÒNG &lt;THỬ>');
    expect(html).toContain('Nơi một;\nLưu: VT.');
  });

  it('draft a month though somebody spoiled the published admission tables', async () => {
    await pages.kept.set(ADMISSION_VALUE, '{');
    expect(await post('/staff/reports', { month: '2026-01' })).toBe('/staff/reports/2026-01?done=drafted');
    expect(await page('/staff/reports/2026-01')).toContain(REPORT_PARTS.forecast.none);
    await pages.kept.set(ADMISSION_VALUE, '{}');
  });

  it('know no month that has not begun or is none', async () => {
    expect(await post('/staff/reports', { month: '2026-03' })).toBe('/staff/reports?done=early');
    expect((await visitor.get('/staff/reports/2026-13')).status).toBe(404);
    expect((await visitor.get('/staff/reports/2025-01')).status).toBe(404);
  });
});
