import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RADAR } from '../../adapters/console/radar/vietnamese.ts';
import { STATEMENT_PROBLEMS, STATEMENTS } from '../../adapters/console/statements/vietnamese.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const TEXT = 'Dạ, cơ quan đang kiểm tra việc này ạ.';
const RUMOUR = 'Nghe nói trường Hoa Sen sắp bị giải thể và các cháu phải chuyển đi trường khác hết đúng không';

let pages: ServedPages;
let leader: PageVisitor;
let spokesperson: PageVisitor;
beforeAll(async () => {
  pages = await servePages();
  leader = await signIn(pages, { name: 'mai', role: 'supervisor' });
  spokesperson = await signIn(pages, { name: 'lan', role: 'spokesperson' });
  const { now: at } = pages.clock;
  const rumour = { id: 't1', words: RUMOUR, firstSeen: at, lastSeen: at, people: 6, channels: ['zalo'] } as const;
  await pages.radar.add([], [rumour], at);
});
afterAll(() => pages.close());

const page = async (visitor: PageVisitor, path: string) => (await visitor.get(`/staff/${path}`)).text();

async function post(visitor: PageVisitor, path: string, fields: Record<string, string>) {
  const response = await visitor.submit(`/staff/statements${path}`, { token: await formToken(visitor), ...fields });
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() };
}

/** What the form holds; the clock stands at 09:00 on 3 February 2026 in Vietnam. */
const fields = (more: Record<string, string> = {}) => ({
  kind: 'holding',
  phrases: 'Hoa Sen + giải thể',
  text: TEXT,
  until: '2026-02-03T15:30',
  why: 'nhiều người hỏi',
  ...more,
});

/** Both steps, as a person takes them. */
async function write(visitor: PageVisitor, more: Record<string, string> = {}) {
  const { html } = await post(visitor, '/preview', fields(more));
  return post(visitor, '', { ...fields(more), seen: hiddenField(html, 'seen') });
}

async function newest(visitor: PageVisitor): Promise<{ readonly path: string; readonly html: string }> {
  const [, path = ''] = /href="\/staff(\/statements\/id-[^"]+)"/.exec(await page(visitor, 'statements')) ?? [];
  return { path: path.slice('/statements'.length), html: await page(visitor, path.slice(1)) };
}

describe('the pages of statements', () => {
  it('propose words for a rumour of the radar, and show before anything is kept whom they would answer', async () => {
    expect(await page(leader, 'radar')).toContain('/staff/statements/new?kind=refuted&amp;rumour=t1');
    const form = await page(leader, 'statements/new?kind=refuted&rumour=t1');
    expect(form).toContain(STATEMENTS.spread(6, '09:00 ngày 03/02/2026', '09:00 ngày 03/02/2026', 'Zalo'));
    expect(form).toContain(`thông tin "${RUMOUR}" không đúng`.replaceAll('"', '&quot;').slice(0, 20));
    const { now: at } = pages.clock;
    const ledger = aLedgerEntry({ question: 'Trường Hoa Sen giải thể à, gọi tôi 0912345678' });
    await pages.records.commit(aTurn({ at: at - 60_000, ledger }));
    const { html } = await post(leader, '/preview', fields());
    expect(html).toContain(TEXT);
    expect(html).toContain(STATEMENTS.reach(1, 1));
    expect(html).not.toContain('0912345678');
    expect(await page(leader, 'statements')).toContain(STATEMENTS.none.draft);
  });

  it('refuse what lacks something, and keep what was written', async () => {
    const refused = await post(leader, '/preview', fields({ why: '' }));
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(STATEMENT_PROBLEMS['no-reason']);
    expect(refused.html).toContain(TEXT);
  });

  it('let a leader prepare and only the spokesperson release, who hears of it once, and write both down', async () => {
    expect((await write(leader, { release: '1' })).to).toBe('/staff/statements?done=drafted');
    const { path, html } = await newest(leader);
    expect(pages.raised).toMatchObject([{ kind: 'statement-waits', statementId: path.slice(1), statement: 'holding' }]);
    expect(await page(spokesperson, 'documents')).toContain('data-waiting="1"');
    expect(await page(leader, 'documents')).not.toContain('data-waiting');
    expect(html).toContain(STATEMENTS.keepRule);
    const seen = hiddenField(html, 'seen');
    expect((await post(leader, `${path}/release`, { seen })).status).toBe(403);
    expect((await post(spokesperson, `${path}/release`, { seen })).to).toContain('done=released');
    expect(await page(leader, 'tickets')).toContain('đang nói lời tạm thời');
    expect(await page(spokesperson, 'documents')).not.toContain('data-waiting');
    expect(pages.raised).toHaveLength(1);
    const entries = (await pages.audit.list(0, 50)).filter(({ action }) => action.startsWith('statement.'));
    expect(entries.map(({ actor, action, facts }) => [actor, action, facts['reason']])).toEqual([
      ['mai', 'statement.draft', 'nhiều người hỏi'],
      ['lan', 'statement.release', 'nhiều người hỏi'],
    ]);
  });

  it('lift it with a reason, list who asked, and let the spokesperson word what they are told', async () => {
    const { path, html } = await newest(leader);
    const id = path.slice(1);
    const { now: at } = pages.clock;
    const decidedBy = `statement:holding:${id}`;
    const ledger = aLedgerEntry({ turnId: 'turn-2', question: 'Hoa Sen giải thể?', outcome: 'abstained', decidedBy });
    await pages.records.commit(aTurn({ at, ledger }));
    const seen = hiddenField(html, 'seen');
    expect((await post(leader, `${path}/lift`, { seen })).status).toBe(400);
    expect((await post(leader, `${path}/lift`, { seen: '0', why: 'xong' })).to).toContain('done=stale');
    expect((await post(leader, `${path}/lift`, { seen, why: 'đã có kết luận' })).to).toContain('done=lifted');
    const after = await page(spokesperson, `statements${path}`);
    expect(after).toContain(STATEMENTS.askersCount(1, 1));
    const farewell = { seen: hiddenField(after, 'seen'), text: 'Nay đã có.' };
    expect((await post(leader, `${path}/farewell`, farewell)).status).toBe(403);
    expect((await post(spokesperson, `${path}/farewell`, farewell)).to).toContain('done=told');
    expect(await page(leader, 'tickets')).not.toContain('đang nói lời tạm thời');
  });

  it('settle a rumour in one step by the spokesperson, which the radar then shows', async () => {
    const finding = { kind: 'refuted', rumourId: 't1', claim: RUMOUR, release: '1', sourceDay: '2026-02-02' };
    expect((await write(spokesperson, finding)).status).toBe(400);
    const { to } = await write(spokesperson, { ...finding, sourceName: 'Thông báo 12/TB-UBND' });
    expect(to).toBe('/staff/statements?done=released');
    expect(await page(leader, 'radar')).toContain(RADAR.verdicts.refuted);
    expect((await pages.radar.read()).value.rumours).toMatchObject([{ status: 'answered' }]);
  });
});
