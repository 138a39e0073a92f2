import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEXT_WEEK } from '../../adapters/console/radar/next-week-words.ts';
import { RADAR, RUMOUR_STATUS_WORDS } from '../../adapters/console/radar/vietnamese.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import { WEEK_COUNTS_VALUE } from '../../bot/radar/week-counts.ts';
import { readStatements, STATEMENTS_VALUE } from '../../bot/statements/statement.ts';
import { aSource, aTable } from '../builders/admission-table.ts';
import { aGap } from '../builders/gaps.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, signIn } from '../builders/staff-visitor.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

/** The digest of a table that somebody spoiled in the store. */
const BROKEN = '0123456789abcdef';
const A_DATE = {
  source: aSource('dates', 2),
  level: 'tiểu học',
  step: 'nộp hồ sơ',
  first: '2026-02-10',
  last: '2026-02-12',
} as const;

let pages: ServedPages;
let visitor: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  pages = await servePages();
  visitor = await signIn(pages, { name: 'mai', role: 'supervisor' });
});
afterAll(() => pages.close());

const page = async (path = '/staff/radar') => (await visitor.get(path)).text();

describe('the page of the radar', () => {
  it('says so while nothing was found', async () => {
    const html = await page();
    for (const words of [RADAR.never, RADAR.noSurges, RADAR.noRumours]) expect(html).toContain(words);
  });

  it('draws a surge and leads to its turns, in which personal data are masked', async () => {
    const { now: at } = pages.clock;
    const ledger = aLedgerEntry({ question: 'Học phí bao nhiêu ạ, gọi tôi 0912345678' });
    await pages.records.commit(aTurn({ at: at - 60_000, ledger }));
    const other = aLedgerEntry({ turnId: 'turn-2', question: 'Bán trú thế nào' });
    await pages.records.commit(aTurn({ at: at - 50_000, ledger: other }));
    const surge = { stream: 'matter:học phí', from: at - 900_000, seenAt: at, people: 30, expected: 2.5, chance: 1e-9 };
    const rumour = {
      id: 't1',
      words: 'Nghe nói <b>',
      firstSeen: at,
      lastSeen: at,
      people: 6,
      channels: ['zalo'],
    } as const;
    await pages.radar.add([surge], [rumour], at);
    const html = await page();
    expect(html).toContain('30 người trong 15 phút, bình thường khoảng 2,5.');
    expect(html).toMatch(/<svg class="chart"/);
    expect(html).toContain('Nghe nói &lt;b>');
    const [, address = ''] = /href="(\/staff\/radar\/rows[^"]+)"/.exec(html) ?? [];
    const rows = await page(address.replaceAll('&amp;', '&'));
    expect(rows).toContain('[số điện thoại]');
    expect(rows).not.toMatch(/0912345678|Bán trú/);
  });

  it('counts what is asked by matter and place, each leading to its messages, and gives the figures as a table', async () => {
    const { now: at } = pages.clock;
    const question = 'Trường tiểu học Hoàng Diệu ở phường Ngọc Hà thu tiền ăn thế nào, gọi tôi 0912345678';
    const ledger = aLedgerEntry({ turnId: 'turn-places', question });
    await pages.records.commit(aTurn({ conversationId: 'web:web:noi', at: at - 40_000, ledger }));
    const html = await page();
    for (const name of ['học phí', 'Tiểu học Hoàng Diệu', 'phường Ngọc Hà']) expect(html).toContain(`>${name}</a>`);
    const [address = ''] = /\/staff\/radar\/rows\?stream=school[^"]+/.exec(html) ?? [];
    const rows = await page(address.replaceAll('&amp;', '&'));
    expect(rows).toContain('Hoàng Diệu');
    expect(rows).not.toMatch(/0912345678|Học phí bao nhiêu/);
    const turns = await page(address.replaceAll('&amp;', '&').replace('/rows?', '/rows/export?'));
    expect(turns).toContain('[số điện thoại]');
    expect(turns.trim().split('\r\n')).toHaveLength(2);
    const table = await page('/staff/radar/export?period=week');
    expect(table).toContain('Trường được nhắc đến,Tiểu học Hoàng Diệu,1,1,0');
    expect(pages.audited.filter(([, action]) => action === 'radar.export')).toHaveLength(2);
  });

  it('counts what is new at the next look, with the stretch before beside it', async () => {
    const { now: at } = pages.clock;
    const before = aLedgerEntry({ turnId: 'turn-before', question: 'Lịch khai giảng ngày nào' });
    await pages.records.commit(aTurn({ at: at - 30 * 3_600_000, ledger: before }));
    await page();
    pages.clock.now = at + 60_000;
    const ledger = aLedgerEntry({ turnId: 'turn-after', question: 'Khai giảng hôm nào ạ' });
    await pages.records.commit(aTurn({ conversationId: 'web:web:sau', at: at + 30_000, ledger }));
    const table = await page('/staff/radar/export?period=day');
    expect(table).toContain('Nội dung,khai giảng,1,1,0');
    pages.clock.now = at;
  });

  it('holds answers on a surge with one press of the spokesperson; others hand the words to one', async () => {
    const { now: at } = pages.clock;
    const streams = ['matter:đồng phục', 'school:Tiểu học Hoàng Diệu'];
    const surges = streams.map((stream) => ({
      ...{ stream, from: at - 900_000, seenAt: at, people: 30, expected: 2, chance: 1e-9 },
    }));
    await pages.radar.add(surges, [], at);
    const formOf = (html: string, words: string) =>
      [...html.matchAll(/<form method="post" action="\/staff\/statements".*?<\/form>/gs)]
        .map(([form]) => form)
        .find((form) => form.includes(words)) ?? '';
    const press = async (who: typeof visitor, form: string) => {
      const fields = [...form.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)];
      const areas = [...form.matchAll(/<textarea name="([^"]+)"[^>]*>([^<]*)</g)];
      const [, button = ''] = /<button[^>]*name="(\w+)"/.exec(form) ?? [];
      const written = [...fields, ...areas].map(([, name = '', value = '']) => [name, value] as const);
      return (await who.submit('/staff/statements', { ...Object.fromEntries(written), [button]: '1' })).headers.get(
        'location',
      );
    };
    const mine = formOf(await page(), 'đồng phục');
    expect(mine).toContain(RADAR.holdAsk);
    expect(await press(visitor, mine)).toBe('/staff/statements?done=drafted');
    expect(await page()).toContain(RADAR.held);
    const spokesperson = await signIn(pages, { name: 'phat-ngon', role: 'spokesperson' });
    const theirs = formOf(await (await spokesperson.get('/staff/radar')).text(), 'Hoàng Diệu');
    expect(theirs).toContain(RADAR.holdNow);
    expect(await press(spokesperson, theirs)).toBe('/staff/statements?done=released');
    const [held] = readStatements((await pages.kept.get(STATEMENTS_VALUE)) ?? '[]').filter(
      ({ released }) => released !== null,
    );
    expect(held).toMatchObject({ kind: 'holding', phrases: ['Tiểu học Hoàng Diệu', 'trường Hoàng Diệu'] });
    expect(held?.why).toContain('30 người trong 15 phút');
  });

  it('keeps what staff make of a rumour, and writes it down', async () => {
    const fields = { token: await formToken(visitor), id: 't1', status: 'dismissed' };
    const answer = await visitor.submit('/staff/radar/rumours', fields);
    expect(answer.headers.get('location')).toBe('/staff/radar?done=saved');
    expect(await page()).toContain(`selected>${RUMOUR_STATUS_WORDS.dismissed}`);
    expect(pages.audited).toContainEqual(['mai', 'radar.rumour', 't1 dismissed']);
    const unknown = await visitor.submit('/staff/radar/rumours', { ...fields, id: 'other' });
    expect(unknown.headers.get('location')).toBe('/staff/radar?done=unknown');
  });

  it('tells what next week may bring, from what, and what is ready for it', async () => {
    expect(await page()).toContain(NEXT_WEEK.noLastYear);
    // Monday of the week after the clock's is 2026-02-09, day 20493.
    const weeks = [2, 3, 4, 5].map((back) => {
      const matters = { 'đi học': { asked: 9, unanswered: 0 }, 'bán trú': { asked: 30, unanswered: 12 } };
      return [20_493 - 7 * back, { turns: 60, matters }];
    });
    await pages.kept.set(WEEK_COUNTS_VALUE, JSON.stringify(Object.fromEntries(weeks)));
    const ledger = aLedgerEntry({
      turnId: 'turn-3',
      question: 'Bán trú có xe không ạ',
      outcome: 'abstained',
      decidedBy: 'answer:unsure',
    });
    await pages.records.commit(aTurn({ at: pages.clock.now, ledger }));
    await pages.gaps.save(aGap({ id: 'turn-3' }));
    await pages.gaps.place('turn-3', 'turn-3');
    const html = await page();
    expect(html).toContain(NEXT_WEEK.title('09/02/2026', '15/02/2026'));
    const row = (matter: string) => html.split('<tr>').find((one) => one.includes(`>${matter}</th>`)) ?? '';
    for (const words of [NEXT_WEEK.about(30), NEXT_WEEK.range(22, 38), NEXT_WEEK.recent, NEXT_WEEK.answered(72, 120)]) {
      expect(row('bán trú')).toContain(words);
    }
    expect(row('bán trú')).toContain(NEXT_WEEK.noDocument);
    expect(row('bán trú')).toContain('<a href="/staff/gaps/turn-3">Bán trú có xe không ạ</a>');
    expect(row('đi học')).not.toContain(NEXT_WEEK.noDocument);
  });

  it.each([
    ['is no table', '{"schoolYear":"2026-2027"}'],
    ['is no JSON', '{'],
    ['has days that are none', JSON.stringify(aTable({ dates: [{ ...A_DATE, last: 'mai' }] }))],
  ])('says so where a published table %s, and tells all else', async (_, table) => {
    await pages.kept.set(ADMISSION_VALUE, JSON.stringify({ '2026-2027': BROKEN }));
    await pages.kept.set(tableName(BROKEN), table);
    const html = await page();
    for (const words of [NEXT_WEEK.noDates, NEXT_WEEK.recent, RADAR.surges]) expect(html).toContain(words);
    await pages.kept.set(ADMISSION_VALUE, '{}');
    expect(await page()).not.toContain(NEXT_WEEK.noDates);
  });

  it('says so where what names the published tables was edited by hand', async () => {
    await pages.kept.set(ADMISSION_VALUE, '{"2026-2027": "khong-phai-ma"}');
    expect(await page()).toContain(NEXT_WEEK.noDates);
    await pages.kept.set(ADMISSION_VALUE, '{}');
  });
});
