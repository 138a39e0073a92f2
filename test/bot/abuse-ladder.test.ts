import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { climb, QUIET_MS, standingAt } from '../../bot/abuse/ladder.ts';
import { liftAbuse } from '../../bot/abuse/lift-abuse.ts';
import { createFloodWatch, type FloodWatch, MESSAGES_A_MINUTE } from '../../bot/flood.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { NO_DOCUMENTS, runPlainTurn } from '../builders/plain-turns.ts';

const AN = 'web:web:an';
const QUESTION = 'Học phí lớp 1 công lập là bao nhiêu ạ?';
const INSULT = 'mày ngu như chó';
const HOUR_MS = 60 * 60_000;

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

/** What the bot says to a message that comes a minute after the one before; `null`: nothing. */
async function say(text: string, payload: string | null = null): Promise<string | null> {
  now += 60_000;
  const knowledge = {
    ...NO_DOCUMENTS,
    answer(...asked: Parameters<typeof NO_DOCUMENTS.answer>) {
      searches += 1;
      return NO_DOCUMENTS.answer(...asked);
    },
  };
  const said = { conversationId: AN, text, payload, at: now };
  await runPlainTurn(stores, said, { flood, knowledge, now: () => now, newId: () => `turn-${++turns}` });
  const latest = (await stores.records.context(AN, 1))[0];
  return latest?.author === 'us' ? latest.text : null;
}

const rung = async () => (await stores.records.conversation(AN))?.abuse?.rung ?? 0;
const openTopics = async () => (await stores.records.tickets('open', '', 9)).map(({ topic }) => topic);

async function isSilenced(): Promise<void> {
  expect(await say(INSULT)).toContain(REPLIES.abuseTone);
  expect(await say(INSULT)).toBe(REPLIES.abuseFirm);
  expect(await say(INSULT)).toBe(REPLIES.abuseQuietHour);
  expect(await say(INSULT)).toBeNull();
}

describe('a citizen who insults', () => {
  it('is asked for civil words, told what is answered, told of the silence once, then not answered', async () => {
    await isSilenced();
    expect(await say(INSULT)).toBeNull();
    expect(await rung()).toBe(3);
    expect(searches).toBe(0);
    expect(await openTopics()).toEqual([]);
    now += HOUR_MS;
    expect(await say(INSULT)).toBe(REPLIES.abuseQuietDay);
    now += HOUR_MS;
    expect(await say(INSULT)).toBeNull();
  });

  it('is answered at any rung when a question, danger, a grievance, a person or their data is what it is about', async () => {
    await isSilenced();
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(await say(`đm ${QUESTION}`)).toMatch(/chưa tìm thấy/u);
    expect(searches).toBe(2);
    expect(await say('cảm ơn ạ')).toBe(REPLIES.thanks);
    expect(await say('xem dữ liệu của tôi')).toContain('hệ thống của trang giữ');
    expect(await openTopics()).toContain('privacy_request');
  });

  it.each([
    ['Con em bị bố đánh đập mỗi ngày, cháu muốn chết, lũ chó', null, 'child_safety'],
    ['Tôi tố cáo hiệu trưởng nhận tiền chạy lớp, đồ khốn nạn', null, 'complaint_denunciation'],
    ['đồ chó, cho tao gặp cán bộ', null, 'human_request'],
    ['Gặp cán bộ', PAYLOADS.handover, 'human_request'],
  ])('reaches people from the silence at once: %s', async (text, payload, topic) => {
    await isSilenced();
    expect(await say(text, payload)).not.toBeNull();
    expect(await openTopics()).toEqual([topic]);
  });

  it('comes down by one rung with each quiet day', async () => {
    await isSilenced();
    now += HOUR_MS + 2 * QUIET_MS;
    expect(await say(INSULT)).toContain(REPLIES.abuseFirm);
    now += HOUR_MS + 2 * QUIET_MS;
    expect(await say(INSULT)).toContain(REPLIES.abuseTone);
  });

  it('hears short words to small talk while the bot is brief, and the usual ones after', async () => {
    await say(INSULT);
    await say(INSULT);
    expect(await say('bạn giúp được những gì')).toBe(REPLIES.abuseBrief);
    now += HOUR_MS;
    expect(await say('bạn giúp được những gì')).toBe(REPLIES.capabilities);
  });

  it('changes nothing where people own the conversation', async () => {
    await say('cho em gặp cán bộ');
    await say(INSULT);
    await say(INSULT);
    expect(await rung()).toBe(0);
  });

  it('is taken down by who is in charge, which the audit log tells, naming nobody', async () => {
    await isSilenced();
    const lift = () => liftAbuse(AN, 'truong', { ...stores, now: () => now });
    expect(await lift()).toBe(true);
    expect(await lift()).toBe(false);
    expect(await rung()).toBe(0);
    const told = (await stores.audit.list(0, 9)).map(({ actor, action, subject }) => [actor, action, subject]);
    expect(told).toEqual([['truong', 'citizen.lifted', 'web']]);
    expect(await say(INSULT)).toBe(REPLIES.abuseTone);
  });
});

describe('a citizen who sends the same again and again', () => {
  it('is answered three times in ten minutes, then climbs, and is not searched for', async () => {
    for (let index = 0; index < 3; index += 1) expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(await say(QUESTION.toUpperCase())).toBe(REPLIES.abuseTone);
    expect(await say(QUESTION)).toBe(REPLIES.abuseFirm);
    expect(searches).toBe(3);
    expect(await say('Thế học phí lớp 6 thì sao ạ?')).toMatch(/chưa tìm thấy/u);
  });

  it('is answered anew ten minutes later, and whatever was said in one breath is answered once', async () => {
    for (let index = 0; index < 3; index += 1) await say(QUESTION);
    now += 10 * 60_000;
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    const fragments = Array.from({ length: 6 }, (_, index) => ({ text: QUESTION, at: now + index }));
    expect(flood.isRepeated({ conversationId: 'web:web:binh', fragments })).toBe(false);
    expect(flood.isRepeated({ conversationId: 'web:web:binh', fragments })).toBe(false);
  });

  it('may say short words more often, and joy as often as they like', async () => {
    for (let index = 0; index < 7; index += 1) expect(await say('dạ không')).not.toBe(REPLIES.abuseTone);
    for (let index = 0; index < 12; index += 1) await say('👍');
    expect(await rung()).toBe(0);
  });
});

it('advertising climbs the same ladder', async () => {
  const advert = 'Vay tiền nhanh lãi suất thấp LH Zalo 0912345678';
  expect(await say(advert)).toContain(REPLIES.abuseTone);
  expect(await say(`${advert} !`)).toBe(REPLIES.abuseFirm);
  expect(await openTopics()).toEqual([]);
});

it('each flood that is spoken of is a rung', async () => {
  for (let flooding = 0; flooding < 2; flooding += 1) {
    for (let index = 0; index <= MESSAGES_A_MINUTE; index += 1) {
      now -= 59_000;
      await say(`${QUESTION} ${flooding} ${index}`);
    }
    expect(await rung()).toBe(flooding + 1);
    now += 11 * 60_000;
  }
});

it('nobody stands higher than the fourth rung, nor anywhere after five quiet days', () => {
  let standing = climb(null, 0);
  for (let index = 0; index < 9; index += 1) standing = climb(standing, index);
  expect(standing.rung).toBe(4);
  expect(standingAt(standing, (standing.until ?? 0) + 4 * QUIET_MS)).toBeNull();
});
