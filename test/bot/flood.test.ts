import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createFloodWatch, type FloodWatch, MESSAGES_A_MINUTE } from '../../bot/flood.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { NO_DOCUMENTS, runPlainTurn } from '../builders/plain-turns.ts';

const AN = 'web:web:an';
const QUESTION = 'Học phí lớp 1 công lập là bao nhiêu ạ?';

let stores: StateEngine;
let flood: FloodWatch;
let now: number;
let searches: number;
let turns: number;

beforeEach(() => {
  stores = engineInMemory();
  flood = createFloodWatch();
  now = Date.UTC(2026, 10, 24);
  searches = 0;
  turns = 0;
});
afterEach(() => stores.close());

/** What the bot says to a message that comes a second after the one before; `null`: nothing. */
async function say(text: string, payload: string | null = null, conversationId = AN): Promise<string | null> {
  now += 1_000;
  const knowledge = {
    ...NO_DOCUMENTS,
    answer(...asked: Parameters<typeof NO_DOCUMENTS.answer>) {
      searches += 1;
      return NO_DOCUMENTS.answer(...asked);
    },
  };
  const said = { conversationId, text, payload, at: now };
  await runPlainTurn(stores, said, { flood, knowledge, now: () => now, newId: () => `turn-${++turns}` });
  const latest = (await stores.records.context(conversationId, 1))[0];
  return latest?.author === 'us' ? latest.text : null;
}

async function sayAsOftenAsAPersonCan(text: string): Promise<void> {
  for (let index = 1; index <= MESSAGES_A_MINUTE; index += 1) {
    expect(await say(`${text} ${index}`)).not.toBe(REPLIES.tooFast);
  }
}

describe('a citizen who writes faster than a person can', () => {
  it('is asked once to slow down, then hears nothing, and no document is searched', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    const searched = searches;
    expect(await say(QUESTION)).toBe(REPLIES.tooFast);
    expect(await say('chào bạn')).toBeNull();
    expect(await say(QUESTION)).toBeNull();
    expect(searches).toBe(searched);
  });

  it('is answered again when a minute is over', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    now += 60_000;
    const searched = searches;
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(searches).toBe(searched + 1);
  });

  it('is heard at once about a child in danger', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    expect(await say('Con em bị bố đánh đập mỗi ngày, cháu muốn chết')).toMatch(/111/u);
    expect(await stores.records.tickets('open', '', 2)).toMatchObject([{ topic: 'child_safety', priority: 'urgent' }]);
  });

  it('still reaches a person, by words and by button', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    await say('cho em gặp cán bộ');
    expect(await stores.records.tickets('open', '', 2)).toMatchObject([{ topic: 'human_request' }]);
    for (let index = 0; index <= MESSAGES_A_MINUTE; index += 1) await say(QUESTION, null, 'web:web:binh');
    await say('Gặp cán bộ', PAYLOADS.handover, 'web:web:binh');
    expect(await stores.records.tickets('open', '', 3)).toHaveLength(2);
  });

  it('holds up nobody else, nor do messages that waited count as written now', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    expect(await say(QUESTION, null, 'web:web:binh')).toMatch(/chưa tìm thấy/u);
    const late = Array.from({ length: MESSAGES_A_MINUTE + 5 }, (_, index) => ({
      text: 'chào',
      at: now + index * 60_000,
    }));
    expect(
      late.map((fragment) => flood.isFlood({ conversationId: 'web:web:chi', fragments: [fragment] })),
    ).not.toContain(true);
  });
});
