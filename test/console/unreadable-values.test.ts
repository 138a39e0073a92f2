import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../adapters/console/languages/english.ts';
import { findUnreadable, kindOfKept } from '../../adapters/kept/kept-catalogue.ts';
import { UNREADABLE_VALUES } from '../../adapters/kept/unreadable-words.ts';
import { ADMISSION_VALUE } from '../../bot/admission/published-tables.ts';
import { SWITCH_VALUE } from '../../bot/bot-switch.ts';
import { asideName } from '../../bot/kept-contents.ts';
import { CALENDAR_VALUE } from '../../bot/office-hours/kept-calendar.ts';
import { countWeeks, WEEK_COUNTS_VALUE } from '../../bot/radar/week-counts.ts';
import { STATEMENTS_VALUE } from '../../bot/statements/statement.ts';
import { serveFilledConsole } from '../builders/filled-console.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import type { ServedPages } from '../builders/served-pages.ts';
import { SPOILABLE, SPOILED, SPOILED_MONTH, SPOILED_TABLE } from '../builders/spoiled-values.ts';
import { formToken } from '../builders/staff-visitor.ts';
import { aStatement } from '../builders/statements.ts';
import { aWebTurn } from '../builders/web-turns.ts';

let pages: ServedPages;
let admin: PageVisitor;
/** Every page of the console that needs nothing typed, and one of each kind that is about something. */
let shown: readonly string[];

beforeAll(async () => {
  ({ pages, admin } = await serveFilledConsole());
  const { kept, clock } = pages;
  const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Cho gặp cán bộ' } as const;
  const opened = await pages.records.commit(
    aWebTurn({ conversationId: 'web:web:an', heard: ['Cho gặp cán bộ'], owner: 'queue', ticket }),
  );
  if (!opened.ok || opened.ticket === null) throw new Error('no ticket');
  for (const month of ['2025-12', SPOILED_MONTH]) await submit('/staff/reports', { month });
  const seen = String((JSON.parse((await kept.get('report:2025-12')) ?? '') as { revision: number }).revision);
  await submit('/staff/reports/2025-12/approve', { number: '1', seen });
  await submit('/staff/reports/2025-12/archive', {});
  await kept.set(STATEMENTS_VALUE, JSON.stringify([aStatement({ id: 's1', written: { by: 'lan', at: clock.now } })]));
  const plain = pages.consoleRoutes.filter((route) => route.startsWith('GET ') && !/:|events|logout/.test(route));
  shown = [
    ...plain.map((route) => route.slice('GET '.length)),
    ...['/staff/topics/complaint', '/staff/reports/2025-12', `/staff/reports/${SPOILED_MONTH}`],
    ...['/staff/reports/2025-12/docx', `/staff/tickets/${opened.ticket.id}`, '/staff/statements/s1'],
    ...['/staff/statements/new?kind=holding&rumour=x', '/staff/radar/rows?stream=matter:x'],
  ];
});
afterAll(() => pages.close());

async function submit(path: string, fields: Record<string, string>): Promise<string> {
  const answer = await admin.submit(path, { token: await formToken(admin), ...fields });
  return answer.headers.get('location') ?? String(answer.status);
}

/** Works while the kept value says something else, and puts back what it said. */
async function whileSpoiled(name: string, value: string, work: () => Promise<void>): Promise<void> {
  const before = await pages.kept.get(name);
  await pages.kept.set(name, value);
  // Settings count in every process within ten seconds.
  pages.clock.now += 11_000;
  try {
    await work();
  } finally {
    await pages.kept.set(name, before ?? WHOLE[name] ?? '');
    pages.clock.now += 11_000;
  }
}

/** What stands for nothing where a value is not kept in the filled console. */
const WHOLE: Readonly<Record<string, string>> = {
  [SWITCH_VALUE]: '{"off":false,"thrown":{"by":"admin","at":1,"reason":"thử"}}',
  'reply-drafts': '[]',
  'report-files:2025-12': '{"docx":"","xlsx":""}',
  'zalo-last-quota': '{"quota":"billed","at":1}',
  'canned-replies': '{"revision":0,"replies":[]}',
  'messenger-deletion:abc': '{"at":1}',
  [WEEK_COUNTS_VALUE]: '{}',
};

describe('a kept value that somebody spoiled', () => {
  it.each(SPOILABLE.flatMap((one) => SPOILED.map((value) => ({ ...one, value }))))(
    'takes no page with it, and is named where it is needed: $name = $value',
    async ({ kind, name, page, value }) => {
      if (kind === 'admissionTable') await pages.kept.set(ADMISSION_VALUE, `{"2026-2027":"${SPOILED_TABLE}"}`);
      await whileSpoiled(name, value, async () => {
        expect(await findUnreadable(pages.kept)).toContainEqual({ name, kind });
        const looked = value === SPOILED[0] ? shown : [page ?? '/staff/health', '/staff/health', '/staff/tickets'];
        for (const path of looked) {
          const answer = await admin.get(path);
          expect([path, answer.status < 500]).toEqual([path, true]);
          if (path === page) expect(await answer.text()).toContain(UNREADABLE_VALUES[kind]);
          else if (path === '/staff/health')
            expect(await answer.text()).toContain(`${UNREADABLE_VALUES[kind]} (${name})`);
          else await answer.body?.cancel();
        }
      });
    },
  );

  it('is one of a kind that doctor knows, whatever a full console keeps', async () => {
    const unknown = (await pages.kept.names()).filter((name) => kindOfKept(name) === null);
    expect(unknown.filter((name) => !name.startsWith(asideName('')))).toEqual([]);
  });

  it('is told of in English to those who read English', async () => {
    await submit('/staff/preferences', { theme: 'auto', language: 'en', back: '/staff/tickets' });
    await whileSpoiled(WEEK_COUNTS_VALUE, '{', async () => {
      expect(await (await admin.get('/staff/radar')).text()).toContain(ENGLISH.unreadable.weeks);
    });
    await submit('/staff/preferences', { theme: 'auto', language: 'vi', back: '/staff/tickets' });
  });
});

describe('what is mended', () => {
  it('starts from what holds, and lays aside what could not be read', async () => {
    await pages.kept.set(CALENDAR_VALUE, '{"weekly": 1');
    const page = await (await admin.get('/staff/calendar')).text();
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(page) ?? [];
    const form = {
      seen,
      first: '2026-03-02',
      last: '2026-03-02',
      day: '2026-03-02',
      from: '2026-03-02',
      to: '2026-03-02',
    };
    expect(await submit('/staff/calendar/close', form)).toBe('/staff/calendar?done=changed');
    expect(await pages.kept.get(asideName(CALENDAR_VALUE))).toBe('{"weekly": 1');
    expect(await (await admin.get('/staff/calendar')).text()).not.toContain(UNREADABLE_VALUES.calendar);
  });

  it('of canned replies keeps those that can be read', async () => {
    const whole = { id: 'a', title: 'Giờ làm việc', text: 'Từ 8 giờ ạ.' };
    await pages.kept.set('canned-replies', JSON.stringify({ revision: 4, replies: [whole, { id: 'b' }] }));
    const page = await (await admin.get('/staff/canned-replies')).text();
    for (const words of [UNREADABLE_VALUES.canned, whole.title]) expect(page).toContain(words);
    const fields = { id: '', revision: '0', title: 'Địa chỉ', text: 'Số 2 Trúc Bạch ạ.', do: 'save' };
    expect(await submit('/staff/canned-replies', fields)).toContain('canned-saved');
    const after = await (await admin.get('/staff/canned-replies')).text();
    expect(after).not.toContain(UNREADABLE_VALUES.canned);
    for (const title of [whole.title, 'Địa chỉ']) expect(after).toContain(title);
  });

  it('of weeks is counted again, but for whole weeks that are kept as they are', async () => {
    const old = { turns: 60, matters: { 'bán trú': { asked: 30, unanswered: 12 } } };
    await pages.kept.set(WEEK_COUNTS_VALUE, JSON.stringify({ '20003': old, '20010': { turns: 'nhiều' } }));
    await countWeeks({ kept: pages.kept, now: () => pages.clock.now, reportRows: { turns: async () => [] } });
    const counted = JSON.parse((await pages.kept.get(WEEK_COUNTS_VALUE)) ?? '') as Record<string, unknown>;
    expect(counted['20003']).toEqual(old);
    expect(counted['20010']).not.toEqual({ turns: 'nhiều' });
    expect(await (await admin.get('/staff/radar')).text()).not.toContain(UNREADABLE_VALUES.weeks);
  });

  it('of a report is drafted anew, and of a letterhead is saved before anything is approved', async () => {
    await pages.kept.set(`report:${SPOILED_MONTH}`, '{"month":');
    expect(await submit('/staff/reports', { month: SPOILED_MONTH })).toContain('done=drafted');
    expect(await pages.kept.get(asideName(`report:${SPOILED_MONTH}`))).toBe('{"month":');
    await pages.kept.set('report-letterhead', '{');
    const approve = () => submit(`/staff/reports/${SPOILED_MONTH}/approve`, { number: '2', seen: '1' });
    expect(await approve()).toContain('done=no-letterhead');
    const letterhead = { superior: '', office: 'UBND PHƯỜNG', symbol: 'BC', place: 'Ba Đình', signerCapacity: '' };
    await submit('/staff/reports/letterhead', {
      ...letterhead,
      signerTitle: 'Chủ tịch',
      signerName: '',
      recipients: '',
    });
    expect(await approve()).toContain('done=approved');
  });

  it('of a switch is thrown by whoever sees the notice, either way', async () => {
    await pages.kept.set(SWITCH_VALUE, '{"off": fals');
    pages.clock.now += 2_000;
    expect(await submit('/staff/switch', { to: 'on', reason: 'Công tắc hỏng' })).toContain('switched-on');
    expect(await (await admin.get('/staff/switch')).text()).not.toContain(UNREADABLE_VALUES.switch);
  });
});
