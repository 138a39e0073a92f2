import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../../bot/ports/records.ts';
import { aTurn, outgoing } from '../builders/turns.ts';
import { type EngineHouse, engineHouse, enginesHere, type WalkStores } from '../measures/walk/engines.ts';

const AN = 'web:web:an';
const CLOSING = { staffName: 'hoa', note: '', farewell: null, at: 5_000 };

describe.each(enginesHere().filter((name) => name !== 'libsql-file'))('a person takes over, in %s', (name) => {
  let house: EngineHouse;
  let stores: WalkStores;
  beforeAll(async () => {
    house = await engineHouse(name);
  });
  beforeEach(async () => {
    let last = 0;
    const engine = await house.open(() => `id${++last}`);
    stores = engine.stores();
  });
  afterAll(() => house.close());

  /** A citizen whose question nobody answered yet: the bot goes on, staff have a ticket. */
  async function aTicket(...words: Parameters<typeof outgoing>[]): Promise<string> {
    const result = await stores.records.commit(
      aTurn({
        ticket: { kind: 'open', topic: null, priority: 'normal', question: 'Lịch nghỉ Tết?' },
        lastInboundAt: 1_500,
        outgoing: words.map((one) => outgoing(...one)),
      }),
    );
    if (!result.ok || result.ticket === null) throw new Error('no ticket');
    return result.ticket.id;
  }
  const ownerNow = async () => (await stores.records.conversation(AN))?.owner;
  const seenNow = async (): Promise<Seen> => ({ conversation: await stores.records.conversation(AN) });

  it('refuses a turn that was decided before staff claimed the ticket', async () => {
    const ticketId = await aTicket();
    const seen = await seenNow();
    await stores.records.claim(ticketId, 'hoa', 3_000);
    expect(await stores.records.commit(aTurn({ seen, owner: 'bot' }))).toEqual({ ok: false, reason: 'stale' });
    expect(await ownerNow()).toBe('staff');
  });

  it('refuses a turn that was decided before staff closed the ticket, which would leave the citizen to nobody', async () => {
    const ticketId = await aTicket();
    await stores.records.claim(ticketId, 'hoa', 3_000);
    const seen = await seenNow();
    await stores.records.close(ticketId, CLOSING);
    expect(await stores.records.commit(aTurn({ seen, owner: 'staff' }))).toEqual({ ok: false, reason: 'stale' });
    expect(await ownerNow()).toBe('bot');
  });

  it('refuses to give a conversation back to the bot when somebody claimed its ticket meanwhile', async () => {
    const ticketId = await aTicket();
    await stores.records.commit(aTurn({ owner: 'staff' }));
    const seen = { ...(await seenNow()), ticket: await stores.records.ticket(ticketId) };
    await stores.records.claim(ticketId, 'hoa', 3_000);
    expect(await stores.records.commit(aTurn({ seen, owner: 'bot' }))).toEqual({ ok: false, reason: 'stale' });
  });

  it('writes a turn that was decided on what still is', async () => {
    await aTicket();
    expect(await stores.records.commit(aTurn({ seen: await seenNow() }))).toMatchObject({ ok: true });
  });

  it('drops what the bot had still to say, for good, but not the hotlines and not the words of staff', async () => {
    const ticketId = await aTicket(['Dạ, em chưa tìm thấy.'], ['Gọi 111.', { overStaff: true }]);
    const reply = { staffName: 'hoa', authorName: 'Cô Hoa', text: 'Nghỉ 9 ngày.', replyKey: 'reply-1', at: 3_000 };
    await stores.records.reply(ticketId, reply);
    await stores.records.close(ticketId, CLOSING);
    const lines = await stores.records.transcript(AN, 0, 10);
    expect(lines.map(({ text, delivery, deliveryReason }) => [text, delivery, deliveryReason])).toEqual([
      ['Dạ, em chưa tìm thấy.', 'withheld', 'Cán bộ đã tiếp nhận cuộc trò chuyện.'],
      ['Gọi 111.', 'pending', null],
      ['Nghỉ 9 ngày.', 'pending', null],
    ]);
    expect(await stores.outbox.due(9_000, ['web'], 10)).toMatchObject([{ text: 'Gọi 111.', overStaff: true }]);
    expect(await stores.outbox.depth(9_000)).toMatchObject({ pending: 2 });
  });

  it('hands no words of the bot over that staff have overtaken since the sender looked', async () => {
    const ticketId = await aTicket(['Dạ, em chưa tìm thấy.']);
    const [row] = await stores.outbox.due(3_000, ['web'], 1);
    await stores.records.claim(ticketId, 'hoa', 3_000);
    expect(await stores.outbox.begin(row?.id ?? 0, 3_000, 9_000)).toBe(false);
  });
});
