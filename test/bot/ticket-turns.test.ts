import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Ticket } from '../../bot/conversation.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { vietnamTime } from '../builders/office-time.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';

const AN = 'web:web:an';
const DAY = 24 * 3_600_000;

let stores: StateEngine;
let now: number;
let turns: number;
beforeEach(() => {
  stores = engineInMemory();
  now = vietnamTime('2026-11-24 09:00');
  turns = 0;
});
afterEach(() => stores.close());

/** What the citizen is answered; `null`: nothing. */
async function say(text: string, reopenDays = 7): Promise<string | null> {
  const before = (await stores.records.transcript(AN, 0, 50)).length;
  now += 1_000;
  const said = { conversationId: AN, text, at: now };
  await runPlainTurn(stores, said, { reopenDays, now: () => now, newId: () => `turn-${++turns}` });
  const lines = (await stores.records.transcript(AN, 0, 50)).slice(before);
  return lines.find((line) => line.author === 'bot')?.text ?? null;
}

async function tickets(): Promise<readonly Ticket[]> {
  const lists = await Promise.all([stores.records.tickets('open', '', 10), stores.records.tickets('closed', '', 10)]);
  return lists.flat();
}
const conversation = () => stores.records.conversation(AN);
async function handOver(text = 'cho em gặp cán bộ'): Promise<string> {
  await say(text);
  return (await conversation())?.ticketId ?? '';
}
async function close(id: string): Promise<void> {
  await stores.records.close(id, { staffName: 'lan', note: '', farewell: null, at: now });
}

it('a citizen in line who needs nobody any more hears that it is cancelled, and the bot answers again', async () => {
  const id = await handOver();
  expect(await say('thôi không cần nữa ạ')).toBe(REPLIES.cancelled);
  expect(await stores.records.ticket(id)).toMatchObject({ state: 'closed', closedAs: 'cancelled' });
  expect(await conversation()).toMatchObject({ owner: 'bot', epoch: 2, ticketId: null });
  expect(await say('cảm ơn ạ')).toBe(REPLIES.thanks);
});

it('words do not call off what a person has taken', async () => {
  const id = await handOver();
  await stores.records.claim(id, 'lan', now);
  expect(await say('thôi không cần nữa ạ')).toBeNull();
  expect(await stores.records.ticket(id)).toMatchObject({ state: 'claimed' });
});

it.each(['Em muốn tố cáo hiệu trưởng thu tiền trái quy định', 'Con em bị bố đánh đập mỗi ngày, cháu muốn chết'])(
  'words do not call off «%s»',
  async (matter) => {
    const id = await handOver(matter);
    await say('thôi không cần nữa ạ');
    expect(await stores.records.ticket(id)).toMatchObject({ state: 'new' });
    expect(await conversation()).toMatchObject({ owner: 'queue' });
  },
);

it('what staff asked back comes back with the time by which they owe the answer', async () => {
  const id = await handOver();
  const asked = {
    staffName: 'lan',
    authorName: 'Lan',
    text: 'Cháu học lớp mấy ạ?',
    replyKey: 'r1',
    at: now,
    waits: true,
  };
  await stores.records.reply(id, asked);
  now = vietnamTime('2026-11-25 09:00') - 1_000;
  expect(await say('Cháu học lớp 3 ạ')).toBeNull();
  expect(await stores.records.ticket(id)).toMatchObject({
    state: 'claimed',
    newsDueAt: vietnamTime('2026-11-25 15:00'),
  });
});

it('a citizen who asks for a person again opens the same ticket again, with a promise of its own', async () => {
  const id = await handOver();
  await close(id);
  now += 6 * DAY;
  expect(await say('cho em gặp cán bộ')).toContain('Cán bộ sẽ trả lời anh/chị trước');
  expect(await tickets()).toMatchObject([{ id, number: 1, state: 'new', reopened: 1 }]);
});

it('a citizen who comes back after the set days, or where it is switched off, gets a new ticket', async () => {
  await close(await handOver());
  now += 8 * DAY;
  const second = await handOver();
  expect(await stores.records.ticket(second)).toMatchObject({ number: 2, reopened: 0 });
  await close(second);
  await say('cho em gặp cán bộ', 0);
  expect(await tickets()).toHaveLength(3);
});

it('who was given back to the bot because nobody came stands in line again with a new promise', async () => {
  const id = await handOver();
  const { queuedAt } = (await stores.records.ticket(id)) ?? { queuedAt: 0 };
  now = vietnamTime('2026-11-27 17:30');
  await stores.records.lapse(id, { kind: 'unattended', at: now, queuedAt }, null);
  now = vietnamTime('2026-11-30 09:00');
  expect(await say('cho em gặp cán bộ')).toMatch(/Cán bộ sẽ trả lời anh\/chị trước .* hôm nay ạ/u);
  expect(await stores.records.ticket(id)).toMatchObject({ unattendedAt: null, apologisedAt: null });
});
