import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Alarm, AlarmOutcome } from '../../bot/ports/alarms.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import type { TurnCommit } from '../../bot/ports/records.ts';
import { startTicketWatch, type TicketPatience } from '../../bot/watch-tickets.ts';
import { anArrival } from '../builders/arrivals.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { SWITCHED_ON, USUAL_OFFICE } from '../builders/office.ts';
import { vietnamTime } from '../builders/office-time.ts';
import { aTurn } from '../builders/turns.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TO = { way: 'webhook' } as const;
const TOLD: AlarmOutcome = { delivered: [TO], suppressed: [], failed: [] };
const DOWN: AlarmOutcome = {
  delivered: [],
  suppressed: [],
  failed: [{ to: TO, reason: 'unreachable', status: null, retryable: true }],
};
const PATIENCE: TicketPatience = { remindBeforeMs: 30 * MINUTE, unattendedDays: 3, quietMs: 20 * HOUR };
const AN = 'web:web:an';
const MONDAY = vietnamTime('2026-11-23 09:00');

let engine: StateEngine;
let now: number;
let raised: Alarm[];
let outcome: AlarmOutcome;
let windowOpen: boolean;
beforeEach(() => {
  engine = engineInMemory();
  now = MONDAY;
  raised = [];
  outcome = TOLD;
  windowOpen = true;
});
afterEach(() => engine.close());

const channel: Channel = {
  id: 'web',
  window: () => (windowOpen ? { open: true, until: null, mode: 'response' } : { open: false, reason: 'hết hạn' }),
  deliver: async () => ({ status: 'sent', providerMessageId: null }),
};

/** One process looks once; whatever it knew is gone afterwards. */
async function look(patience: Partial<TicketPatience> = {}): Promise<void> {
  const { records, inbox, live } = engine;
  await startTicketWatch({
    records,
    botSwitch: SWITCHED_ON,
    inbox,
    live,
    channels: new Map([['web', channel]]),
    alarms: {
      async raise(alarm) {
        raised.push(alarm);
        return outcome;
      },
    },
    office: USUAL_OFFICE,
    patience: { ...PATIENCE, ...patience },
    nameOf: async (name) => `Cô ${name}`,
    route: async () => undefined,
    now: () => now,
    wakeSender: () => undefined,
    onFault(error) {
      throw error;
    },
  }).stop();
}

async function aTicket(fields: Partial<TurnCommit> = {}, dueAt = vietnamTime('2026-11-23 15:00')): Promise<string> {
  const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Gặp cán bộ' } as const;
  const result = await engine.records.commit(
    aTurn({ at: now, lastInboundAt: now, owner: 'queue', ticket: { ...ticket, dueAt }, ...fields }),
  );
  if (!result.ok || result.ticket === null) throw new Error('no ticket');
  return result.ticket.id;
}
const aDanger = (dueAt: number) =>
  aTicket({ ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'em sợ', dueAt } });
const aReply = (id: string, at: number) =>
  engine.records.reply(id, { staffName: 'lan', authorName: 'Lan', text: 'Dạ đủ rồi.', replyKey: `r${at}`, at });
const told = async () =>
  (await engine.records.transcript(AN, 0, 20)).filter(({ author }) => author === 'bot').map(({ text }) => text);
const kinds = () => raised.map(({ kind }) => kind);

describe('a promised reply that is due soon', () => {
  it('is reminded of once, and names who holds it', async () => {
    const id = await aTicket();
    await engine.records.claim(id, 'lan', now);
    now = vietnamTime('2026-11-23 14:29');
    await look();
    expect(raised).toEqual([]);
    now = vietnamTime('2026-11-23 14:31');
    await look();
    await look();
    expect(raised).toMatchObject([
      { kind: 'replies-due-soon', severity: 'warning', tickets: [{ id, number: 1, assignee: 'Cô lan' }] },
    ]);
    expect(await engine.records.ticket(id)).toMatchObject({ remindedAt: now, escalatedAt: null });
  });

  it('is counted in working time, and nobody is reminded while the office is closed', async () => {
    await aTicket({}, vietnamTime('2026-11-24 08:10'));
    now = vietnamTime('2026-11-23 22:00');
    await look();
    expect(raised).toEqual([]);
    now = vietnamTime('2026-11-23 16:55');
    await look();
    expect(kinds()).toEqual(['replies-due-soon']);
  });

  it('is not reminded of when that is switched off', async () => {
    await aTicket();
    now = vietnamTime('2026-11-23 14:59');
    await look({ remindBeforeMs: 0 });
    expect(raised).toEqual([]);
  });
});

describe('a promised reply that was missed', () => {
  it('is escalated once, in one alarm with all others, and each citizen hears so once', async () => {
    const id = await aTicket();
    await aTicket({ conversationId: 'web:web:binh' });
    now = vietnamTime('2026-11-23 15:05');
    await look();
    await look();
    expect(raised).toMatchObject([
      { kind: 'replies-missed', severity: 'warning', tickets: [{ number: 1 }, { number: 2 }] },
    ]);
    expect(await engine.records.ticket(id)).toMatchObject({ escalatedAt: now, apologisedAt: now, remindedAt: null });
    expect(await told()).toEqual([
      expect.stringMatching(
        /^Tin tự động lúc 15 giờ 05 hôm nay: cán bộ đã hẹn trả lời anh\/chị trước 15 giờ hôm nay nhưng chưa/u,
      ),
    ]);
  });

  it('is escalated when the mail server is back, while the citizen hears so at once', async () => {
    const id = await aTicket();
    now = vietnamTime('2026-11-23 15:05');
    outcome = DOWN;
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ escalatedAt: null, apologisedAt: now });
    outcome = TOLD;
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ escalatedAt: now });
    expect(await told()).toHaveLength(1);
  });

  it('is told to the citizen with its day when that was another one', async () => {
    await aTicket();
    now = vietnamTime('2026-11-24 08:05');
    await look();
    expect((await told())[0]).toContain('trước 15 giờ thứ Hai 23/11 nhưng');
  });

  it('is not told outside the window of the channel, but as soon as it opens', async () => {
    await aTicket();
    now = vietnamTime('2026-11-23 15:05');
    windowOpen = false;
    await look();
    expect(await told()).toEqual([]);
    windowOpen = true;
    await look();
    expect(await told()).toHaveLength(1);
  });

  it('is not told over staff who took the ticket without a word, but escalated', async () => {
    const id = await aTicket();
    await engine.records.claim(id, 'lan', now);
    now = vietnamTime('2026-11-23 15:05');
    await look();
    expect([kinds(), await told()]).toEqual([['replies-missed'], []]);
  });

  it('wakes somebody at once where a child is in danger, who is promised nothing', async () => {
    await aDanger(now + 5 * MINUTE);
    await look();
    expect(raised).toEqual([]);
    now += 6 * MINUTE;
    await look();
    expect(raised).toMatchObject([{ kind: 'replies-missed', severity: 'urgent' }]);
    expect(await told()).toEqual([]);
  });

  it('is none of a ticket that waits for the citizen', async () => {
    const id = await aTicket();
    await engine.records.reply(id, {
      staffName: 'lan',
      authorName: 'Lan',
      text: 'Lớp?',
      replyKey: 'r',
      at: now,
      waits: true,
    });
    now = vietnamTime('2026-11-23 16:00');
    await look();
    expect(raised).toEqual([]);
  });
});

describe('a ticket that nobody takes', () => {
  it('goes back to the bot after the set working days, with an honest word, and stays a task', async () => {
    const id = await aTicket();
    now = vietnamTime('2026-11-26 16:59');
    await look();
    expect(await engine.records.conversation(AN)).toMatchObject({ owner: 'queue' });
    now = vietnamTime('2026-11-26 17:01');
    await look();
    await look();
    expect(await engine.records.conversation(AN)).toMatchObject({ owner: 'bot', ticketId: id });
    expect(await engine.records.tickets('open', '', 10)).toMatchObject([{ id, state: 'new', unattendedAt: now }]);
    expect((await told()).at(-1)).toMatch(/yêu cầu số 1 .* lúc 9 giờ thứ Hai 23\/11 .* chưa có cán bộ nào nhận/u);
  });

  it('never goes back where a child may be in danger or somebody complains: it is escalated only', async () => {
    await aDanger(now + 5 * MINUTE);
    const complaint = { kind: 'open', topic: 'complaint_denunciation', priority: 'high', question: 'tố cáo' } as const;
    await aTicket({ conversationId: 'web:web:binh', ticket: { ...complaint, dueAt: now + HOUR } });
    now = vietnamTime('2026-12-10 09:00');
    await look();
    for (const id of [AN, 'web:web:binh']) {
      expect(await engine.records.conversation(id)).toMatchObject({ owner: 'queue' });
    }
    expect(kinds()).toEqual(['replies-missed']);
  });
});

describe('a citizen who stays silent after words of staff', () => {
  it('is told that the matter ends and goes back to the bot', async () => {
    const id = await aTicket();
    now += MINUTE;
    await aReply(id, now);
    now += 20 * HOUR - 1;
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ state: 'claimed' });
    now += 1;
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ state: 'closed', closedAs: 'quiet', assignee: 'lan' });
    expect(await engine.records.conversation(AN)).toMatchObject({ owner: 'bot', epoch: 2, ticketId: null });
    expect((await told()).at(-1)).toContain('yêu cầu số 1 được khép lại');
  });

  it('keeps the matter open when they wrote since, also in mail that nobody has read yet', async () => {
    const id = await aTicket();
    now += MINUTE;
    await aReply(id, now);
    await engine.inbox.put([anArrival({ key: 'a', at: now })], now);
    now += 30 * HOUR;
    await look();
    const [item] = await engine.inbox.waiting(AN);
    await engine.records.commit(
      aTurn({ itemIds: [item?.id ?? 0], at: now, lastInboundAt: now - HOUR, owner: 'staff' }),
    );
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ state: 'claimed' });
  });

  it('ends without a word where the platform allows none any more', async () => {
    const id = await aTicket();
    await aReply(id, now);
    windowOpen = false;
    now += 21 * HOUR;
    await look();
    expect(await engine.records.ticket(id)).toMatchObject({ closedAs: 'quiet' });
    expect(await told()).toEqual([]);
  });

  it('stays with people where a child may be in danger', async () => {
    const id = await aDanger(now + 5 * MINUTE);
    await aReply(id, now);
    now += 100 * HOUR;
    await look();
    expect(await engine.records.conversation(AN)).toMatchObject({ owner: 'staff', ticketId: id });
  });
});

describe('an answer that waits for a yes', () => {
  const proposal = {
    text: 'Dạ, 35.000 đồng.',
    quickReplies: [],
    citations: [],
    askedAt: MONDAY,
    sendsAt: MONDAY + HOUR,
  };
  const held = () =>
    aTicket({ ticket: { kind: 'open', topic: null, priority: 'normal', question: 'Tiền ăn?', proposal } });

  it('leaves by itself when its time is over, once, and the bot has the conversation back', async () => {
    const id = await held();
    now = MONDAY + HOUR - 1;
    await look();
    expect(await told()).toEqual([]);
    now = MONDAY + HOUR;
    await look();
    await look();
    expect(await told()).toEqual(['Dạ, 35.000 đồng.']);
    expect(await engine.records.ticket(id)).toMatchObject({ state: 'closed', closedAs: 'done' });
    expect(await engine.records.conversation(AN)).toMatchObject({ owner: 'bot' });
  });

  it('stays where the window is closed, or only a person may send it', async () => {
    await held();
    windowOpen = false;
    now = MONDAY + 2 * HOUR;
    await look();
    expect(await told()).toEqual([]);
  });
});
