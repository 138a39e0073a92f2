import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { climb, QUIET_MS, standingAt } from '../../bot/abuse/ladder.ts';
import { liftAbuse } from '../../bot/abuse/lift-abuse.ts';
import { MESSAGES_A_MINUTE } from '../../bot/flood.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import { AN, aSteppedConversation, QUESTION, type SteppedConversation } from '../builders/stepped-conversation.ts';

const MINUTE_MS = 60_000;
const INSULT = 'mày ngu như chó';
const HOUR_MS = 60 * 60_000;

let talk: SteppedConversation;

beforeEach(() => {
  talk = aSteppedConversation(MINUTE_MS);
});
afterEach(() => talk.stores.close());

const say: SteppedConversation['say'] = (...said) => talk.say(...said);

const rung = async () => (await talk.stores.records.conversation(AN))?.abuse?.rung ?? 0;
const openTopics = async () => (await talk.stores.records.tickets('open', '', 9)).map(({ topic }) => topic);

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
    expect(talk.searches()).toBe(0);
    expect(await openTopics()).toEqual([]);
    talk.clock.now += HOUR_MS;
    expect(await say(INSULT)).toBe(REPLIES.abuseQuietDay);
    talk.clock.now += HOUR_MS;
    expect(await say(INSULT)).toBeNull();
  });

  it('is answered at any rung when a question, danger, a grievance, a person or their data is what it is about', async () => {
    await isSilenced();
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(await say(`đm ${QUESTION}`)).toMatch(/chưa tìm thấy/u);
    expect(talk.searches()).toBe(2);
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
    talk.clock.now += HOUR_MS + 2 * QUIET_MS;
    expect(await say(INSULT)).toContain(REPLIES.abuseFirm);
    talk.clock.now += HOUR_MS + 2 * QUIET_MS;
    expect(await say(INSULT)).toContain(REPLIES.abuseTone);
  });

  it('hears short words to small talk while the bot is brief, and the usual ones after', async () => {
    await say(INSULT);
    await say(INSULT);
    expect(await say('bạn giúp được những gì')).toBe(REPLIES.abuseBrief);
    talk.clock.now += HOUR_MS;
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
    const lift = () => liftAbuse(AN, 'truong', { ...talk.stores, now: () => talk.clock.now });
    expect(await lift()).toBe(true);
    expect(await lift()).toBe(false);
    expect(await rung()).toBe(0);
    const told = (await talk.stores.audit.list(0, 9)).map(({ actor, action, subject }) => [actor, action, subject]);
    expect(told).toEqual([['truong', 'citizen.lifted', 'web']]);
    expect(await say(INSULT)).toBe(REPLIES.abuseTone);
  });
});

describe('a citizen who sends the same again and again', () => {
  it('is answered three times in ten minutes, then climbs, and is not searched for', async () => {
    for (let index = 0; index < 3; index += 1) expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(await say(QUESTION.toUpperCase())).toBe(REPLIES.abuseTone);
    expect(await say(QUESTION)).toBe(REPLIES.abuseFirm);
    expect(talk.searches()).toBe(3);
    expect(await say('Thế học phí lớp 6 thì sao ạ?')).toMatch(/chưa tìm thấy/u);
  });

  it('is answered anew ten minutes later, and whatever was said in one breath is answered once', async () => {
    for (let index = 0; index < 3; index += 1) await say(QUESTION);
    talk.clock.now += 10 * 60_000;
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    const fragments = Array.from({ length: 6 }, (_, index) => ({ text: QUESTION, at: talk.clock.now + index }));
    expect(talk.flood.isRepeated({ conversationId: 'web:web:binh', fragments })).toBe(false);
    expect(talk.flood.isRepeated({ conversationId: 'web:web:binh', fragments })).toBe(false);
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
      talk.clock.now -= 59_000;
      await say(`${QUESTION} ${flooding} ${index}`);
    }
    expect(await rung()).toBe(flooding + 1);
    talk.clock.now += 11 * 60_000;
  }
});

it('nobody stands higher than the fourth rung, nor anywhere after five quiet days', () => {
  let standing = climb(null, 0);
  for (let index = 0; index < 9; index += 1) standing = climb(standing, index);
  expect(standing.rung).toBe(4);
  expect(standingAt(standing, (standing.until ?? 0) + 4 * QUIET_MS)).toBeNull();
});
