import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../adapters/config.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import { type Route, type RoutingMode, routeNewTickets, targetOf } from '../../bot/route-tickets.ts';
import { targetKey } from '../../bot/routing.ts';
import type { Priority, Topic } from '../../bot/topics.ts';
import { aTable, aZone } from '../builders/admission-table.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';
import { aTurn } from '../builders/turns.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const KIM_DONG = 'Trường Tiểu học Kim Đồng';
const ACCOUNTS: readonly StaffAccount[] = [
  anAccount({ name: 'lan' }),
  anAccount({ name: 'minh' }),
  anAccount({ name: 'hoa', role: 'spokesperson' }),
  anAccount({ name: 'ha', group: KIM_DONG }),
];
const TABLE = aTable({
  zones: [
    aZone(2, { ward: 'Giảng Võ', street: 'Phố Mẫu' }),
    aZone(3, { ward: 'Giảng Võ', street: 'Hai Nơi' }),
    aZone(4, { ward: 'Ngọc Hà', street: 'Hai Nơi' }),
  ],
});
const routesOf = (text: string): readonly Route[] => readConfig({ TICKET_ROUTES: text }).tickets.routes;

describe('where a new ticket goes', () => {
  const to = (question: string, topic: Topic | null = 'human_request', routes = '') =>
    targetKey(targetOf({ topic, question }, routesOf(routes), ACCOUNTS, { table: TABLE }));

  it.each([
    ['to the duty list where nothing else is known', 'cho em gặp cán bộ', 'human_request', '', 'duty'],
    ['to the spokesperson where the press asks', 'Báo A hỏi', 'press', '', 'role:spokesperson'],
    ['to the school that the question names', 'con em học tiểu học kim dong ạ', null, '', `group:${KIM_DONG}`],
    ['by the topic that a route names', 'x', 'privacy_request', 'privacy_request=person:minh', 'person:minh'],
    ['by the ward that a route names', 'nhà em ở Ngọc Hà', null, 'phường Ngọc Hà=person:lan', 'person:lan'],
    [
      'by the ward, however it is written',
      'em ở p. ngoc ha, hỏi học phí',
      null,
      'phường Ngọc Hà=person:lan',
      'person:lan',
    ],
    ['not by a ward where a school bears its name', 'trường Ngọc Hà', null, 'phường Ngọc Hà=person:lan', 'duty'],
    ['by the ward of the address', 'nhà ở 25 Phố Mẫu', null, 'phường Giảng Võ=person:lan', 'person:lan'],
    ['past a ward that the address may lie in only', 'nhà ở phố Hai Nơi', null, 'phường Giảng Võ=person:lan', 'duty'],
    [
      'by the school as people call it',
      'cấp 1 hoang dieu ạ',
      null,
      'trường Tiểu học Hoàng Diệu=person:lan',
      'person:lan',
    ],
    ['not by a school of another level', 'thcs Hoàng Diệu', null, 'trường Tiểu học Hoàng Diệu=person:lan', 'duty'],
    ['not by a school whose ward is meant', 'ở Thành Công', null, 'trường Tiểu học Thành Công=person:lan', 'duty'],
    [
      'by topic and place together',
      'ở phường Ngọc Hà',
      'complaint_denunciation',
      'rumour + phường Ngọc Hà=person:minh; complaint_denunciation + phường Ngọc Hà=person:lan',
      'person:lan',
    ],
    ['past topic and place of which one fails', 'ở Kim Mã', 'rumour', 'rumour + phường Ngọc Hà=person:lan', 'duty'],
    ['by the first route that matches', 'ở Ngọc Hà', null, 'Ngọc Hà=person:lan; Ngọc=person:minh', 'person:lan'],
    ['past a route to nobody that there is', 'x', 'rumour', 'rumour=person:ai-do; rumour=role:agent', 'role:agent'],
    ['by whole words only', 'kim đồngg', null, '', 'duty'],
  ] as const)('is %s', (_what, question, topic, routes, target) => {
    expect(to(question, topic, routes)).toBe(target);
  });

  it('is to who is in charge where the press asks and nobody speaks for the office', () => {
    const accounts = [anAccount({ name: 'lan' }), anAccount({ name: 'chi', role: 'admin' })];
    expect(targetKey(targetOf({ topic: 'press', question: 'x' }, [], accounts))).toBe('role:admin');
  });

  it.each(['press', '=duty', 'rumour + =duty', 'press=', 'press=role:king', 'press=role:agent=x', 'a=nobody'])(
    'cannot be written as «%s»',
    (text) => {
      expect(() => readConfig({ TICKET_ROUTES: text })).toThrow(/TICKET_ROUTES/);
    },
  );
});

describe('routing', () => {
  let engine: StateEngine;
  let raised: Alarm[];
  beforeEach(async () => {
    engine = engineInMemory();
    raised = [];
    for (const account of ACCOUNTS) await engine.staff.save(account);
  });
  afterEach(() => engine.close());

  async function isOnline(staffName: string, minutesAgo = 1): Promise<void> {
    const times = { openedAt: NOW - 90 * MINUTE, lastUsedAt: NOW - minutesAgo * MINUTE, expiresAt: NOW + MINUTE };
    await engine.staff.openSession(`s-${staffName}`, aSession({ staffName, stage: 'open', ...times }));
  }
  async function aTicket(
    citizen: string,
    fields: { topic?: Topic; priority?: Priority; heard?: readonly string[] } = {},
  ): Promise<string> {
    const { topic = 'human_request', priority = 'normal', heard = [] } = fields;
    const result = await engine.records.commit(
      aTurn({
        conversationId: `web:web:${citizen}`,
        at: NOW,
        owner: 'queue',
        heard: heard.map((text) => ({ author: 'citizen', text, at: NOW })),
        ticket: { kind: 'open', topic, priority, question: citizen },
      }),
    );
    return result.ok ? (result.ticket?.id ?? '') : '';
  }
  async function route(mode: RoutingMode = 'least-loaded', routes = ''): Promise<void> {
    const { records, staff, live } = engine;
    const alarms = {
      async raise(alarm: Alarm) {
        raised.push(alarm);
        return { delivered: [], suppressed: [], failed: [] };
      },
    };
    const open = await records.tickets('open', '', 100);
    await routeNewTickets(open, {
      records,
      staff,
      alarms,
      admission: { tableOn: async () => null },
      live,
      mode,
      routes: routesOf(routes),
      now: () => NOW,
    });
  }
  const holders = async (...ids: string[]) =>
    Promise.all(ids.map(async (id) => (await engine.records.ticket(id))?.assignee));

  it('gives new tickets to whoever is at work and holds least', async () => {
    await isOnline('lan');
    await isOnline('minh');
    const held = await aTicket('an');
    await engine.records.claim(held, 'lan', NOW);
    const ids = [await aTicket('binh'), await aTicket('chi'), await aTicket('dung')];
    await route();
    const given = await holders(...ids);
    expect(given.filter((name) => name === 'minh')).toHaveLength(2);
    expect(given.filter((name) => name === 'lan')).toHaveLength(1);
  });

  it('gives nothing to those who left, and leaves it to the target then', async () => {
    await isOnline('lan', 16);
    const id = await aTicket('an');
    await route();
    expect(await engine.records.ticket(id)).toMatchObject({ assignee: null, routedTo: 'duty', state: 'new' });
  });

  it('gives the press to nobody but the spokesperson', async () => {
    await isOnline('lan');
    await isOnline('hoa');
    const id = await aTicket('an', { topic: 'press', priority: 'high' });
    await route();
    expect(await holders(id)).toEqual(['hoa']);
  });

  it('reads the ward in all that the citizen said, of which the ticket keeps a part', async () => {
    const id = await aTicket('gặp cán bộ', { heard: ['nhà em ở phường Ngọc Hà', 'cho em gặp cán bộ'] });
    await route('claim', 'human_request + phường Ngọc Hà=person:minh');
    expect(await engine.records.ticket(id)).toMatchObject({ routedTo: 'person:minh' });
  });

  it('leaves tickets to whoever takes them in the usual mode', async () => {
    await isOnline('lan');
    const id = await aTicket('an');
    await route('claim');
    expect(await engine.records.ticket(id)).toMatchObject({ assignee: null, routedTo: 'duty' });
  });

  it('wakes the duty officer once for what ranks high while nobody is at work, and for nothing else', async () => {
    const high = await aTicket('an', { topic: 'rumour', priority: 'high' });
    await aTicket('binh');
    await aTicket('chi', { topic: 'child_safety', priority: 'urgent' });
    await route('claim');
    await route('claim');
    expect(raised).toMatchObject([{ kind: 'nobody-online', ticketId: high, priority: 'high' }]);
  });
});
