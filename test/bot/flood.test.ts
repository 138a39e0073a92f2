import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGES_A_MINUTE } from '../../bot/flood.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { PAYLOADS } from '../../bot/quick-replies.ts';
import { aSteppedConversation, QUESTION, type SteppedConversation } from '../builders/stepped-conversation.ts';

const SECOND_MS = 1_000;

let talk: SteppedConversation;

beforeEach(() => {
  talk = aSteppedConversation(SECOND_MS);
});
afterEach(() => talk.stores.close());

const say: SteppedConversation['say'] = (...said) => talk.say(...said);

async function sayAsOftenAsAPersonCan(text: string): Promise<void> {
  for (let index = 1; index <= MESSAGES_A_MINUTE; index += 1) {
    expect(await say(`${text} ${index}`)).not.toBe(REPLIES.tooFast);
  }
}

describe('a citizen who writes faster than a person can', () => {
  it('is asked once to slow down, then hears nothing, and no document is searched', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    const searched = talk.searches();
    expect(await say(QUESTION)).toBe(REPLIES.tooFast);
    expect(await say('chào bạn')).toBeNull();
    expect(await say(QUESTION)).toBeNull();
    expect(talk.searches()).toBe(searched);
  });

  it('is answered again when a minute is over', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    talk.clock.now += 60_000;
    const searched = talk.searches();
    expect(await say(QUESTION)).toMatch(/chưa tìm thấy/u);
    expect(talk.searches()).toBe(searched + 1);
  });

  it('is heard at once about a child in danger', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    expect(await say('Con em bị bố đánh đập mỗi ngày, cháu muốn chết')).toMatch(/111/u);
    expect(await talk.stores.records.tickets('open', '', 2)).toMatchObject([
      { topic: 'child_safety', priority: 'urgent' },
    ]);
  });

  it('still reaches a person, by words and by button', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    await say('cho em gặp cán bộ');
    expect(await talk.stores.records.tickets('open', '', 2)).toMatchObject([{ topic: 'human_request' }]);
    for (let index = 0; index <= MESSAGES_A_MINUTE; index += 1) await say(QUESTION, null, 'web:web:binh');
    await say('Gặp cán bộ', PAYLOADS.handover, 'web:web:binh');
    expect(await talk.stores.records.tickets('open', '', 3)).toHaveLength(2);
  });

  it('holds up nobody else, nor do messages that waited count as written now', async () => {
    await sayAsOftenAsAPersonCan(QUESTION);
    await say(QUESTION);
    expect(await say(QUESTION, null, 'web:web:binh')).toMatch(/chưa tìm thấy/u);
    const late = Array.from({ length: MESSAGES_A_MINUTE + 5 }, (_, index) => ({
      text: 'chào',
      at: talk.clock.now + index * 60_000,
    }));
    expect(
      late.map((fragment) => talk.flood.isFlood({ conversationId: 'web:web:chi', fragments: [fragment] })),
    ).not.toContain(true);
  });
});
