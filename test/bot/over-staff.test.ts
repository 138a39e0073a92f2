import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import { createSender } from '../../bot/sender.ts';
import type { TurnKnowledge } from '../../bot/turn-decision.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { NO_DOCUMENTS, runPlainTurn } from '../builders/plain-turns.ts';
import { until } from '../builders/product.ts';

const AN = 'web:web:an';
const QUESTION = 'Học phí lớp 1 công lập là bao nhiêu ạ?';
const DANGER = 'Con em bị bố đánh đập mỗi ngày, cháu muốn chết';
const NOW = Date.UTC(2026, 10, 24);

let stores: StateEngine;
let whileSearching: () => Promise<void>;
let now: number;
let turns: number;

const knowledge: TurnKnowledge = {
  ...NO_DOCUMENTS,
  async answer(...asked) {
    await whileSearching();
    return NO_DOCUMENTS.answer(...asked);
  },
};

beforeEach(() => {
  stores = engineInMemory();
  whileSearching = async () => undefined;
  now = NOW;
  turns = 0;
});
afterEach(() => stores.close());

function say(text: string, { payload = null, at = now }: { payload?: string | null; at?: number } = {}) {
  const said = { conversationId: AN, text, payload, at };
  return runPlainTurn(stores, said, { knowledge, now: () => now, newId: () => `turn-${++turns}` });
}

async function theTicket(): Promise<string> {
  const [ticket] = await stores.records.tickets('open', '', 1);
  return ticket?.id ?? 'none';
}

/** What a sender brings to the citizen until nothing is left. */
async function delivered(): Promise<readonly string[]> {
  const texts: string[] = [];
  const web: Channel = {
    id: 'web',
    window: () => ({ open: true, until: null, mode: 'response' }),
    async deliver(_reference, activity) {
      texts.push(activity.text ?? '');
      return { status: 'sent', providerMessageId: null };
    },
  };
  const sender = createSender({
    outbox: stores.outbox,
    channels: new Map([['web', web]]),
    live: stores.live,
    pace: { turn: () => breathe() },
    now: () => now,
    random: () => 0.5,
    confirmMs: 1_000,
    onDelivery: () => undefined,
    onFault(error) {
      throw error;
    },
  });
  sender.start();
  await until(async () => (await stores.outbox.depth(now)).pending === 0);
  await sender.stop();
  return texts;
}

describe('a turn while people are at work', () => {
  it('is decided again when staff claimed the conversation while it was searching', async () => {
    await say(QUESTION);
    const ticketId = await theTicket();
    whileSearching = async () => void (await stores.records.claim(ticketId, 'hoa', now));
    expect(await say(QUESTION)).toBe('stale');
    expect(await say(QUESTION)).toBe('done');
    expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'staff', ticketId });
  });

  it('brings the hotlines to a citizen whose conversation staff own but do not answer now', async () => {
    await say(QUESTION);
    await stores.records.claim(await theTicket(), 'hoa', now);
    await say(DANGER);
    expect(await delivered()).toEqual([expect.stringContaining('111')]);
  });

  it('brings the code of an erasure that an open matter puts off, although staff own the conversation', async () => {
    await say(DANGER);
    await delivered();
    await stores.records.claim(await theTicket(), 'hoa', now);
    await say('', { payload: PAYLOADS.erase });
    expect(await delivered()).toEqual([expect.stringContaining('XD-')]);
  });

  it('counts the window of a platform from the time a citizen asked for an erasure, not from its turn', async () => {
    now = NOW + 3_600_000;
    await say('', { payload: PAYLOADS.erase, at: NOW });
    expect(await stores.records.conversation(AN)).toMatchObject({ lastInboundAt: NOW });
  });

  it('sees a child in danger beside a question that was sent in the same moment', async () => {
    await say(`${QUESTION}\n${DANGER}`);
    expect(await stores.records.tickets('open', '', 1)).toMatchObject([{ topic: 'child_safety', priority: 'urgent' }]);
  });
});
