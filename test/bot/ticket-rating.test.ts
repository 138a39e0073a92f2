import { describe, expect, it } from 'vitest';
import { numberedList } from '../../adapters/channels/zalo/query-buttons.ts';
import type { ContextLine } from '../../bot/conversation.ts';
import { decideTurn, decideWhileOff } from '../../bot/decide-turn.ts';
import { ASK_STAFF } from '../../bot/quick-replies.ts';
import { figuresOfTicket } from '../../bot/reporting/figures.ts';
import { closingButtons, closingReasonButtons } from '../../bot/ticket-rating/rating-buttons.ts';
import type { TurnKnowledge } from '../../bot/turn-decision.ts';
import { dangerTicket } from '../builders/raised.ts';

const CLOSING = { ticketId: 'ticket-7', closedAt: 4_000 };
const [UP, DOWN] = closingButtons(CLOSING);
const PARTING: ContextLine = { author: 'us', text: 'Cán bộ đã kết thúc.', quickReplies: closingButtons(CLOSING) };
const knowledge: TurnKnowledge = {
  answer: async () => ({ kind: 'unknown', reason: 'unsure', confidence: 0, hits: [] }),
  passage: () => null,
  link: () => null,
};
const USUAL = { topic: 'human_request', priority: 'normal' } as const;
const STANDING = { owner: 'bot', ticketId: null, lastStaffAt: null } as const;
const heard = (text: string, payload: string | null = null) => ({ text, payload, attachmentCount: 0, at: 9_000 });

function decide(text: string, payload: string | null = null, context: readonly ContextLine[] = [PARTING]) {
  return decideTurn(heard(text, payload), STANDING, context, knowledge);
}

describe('rating how staff dealt with a matter', () => {
  it.each([
    ['👍', 'up'],
    ['👎🏽', 'down'],
    ['1', 'up'],
    ['2.', 'down'],
    ['rất hài lòng ạ', 'up'],
    ['chua hai long', 'down'],
  ] as const)('is read from «%s» right after the words that ended it', async (text, rating) => {
    expect((await decide(text)).ticketRating).toEqual({ ...CLOSING, rating, reason: null });
  });

  it('is not read where nothing was asked, nor from a new question', async () => {
    expect((await decide('👍', null, [])).ticketRating).toBeUndefined();
    expect((await decide('tôi chưa hài lòng vì nhà trường thu sai', null)).ticketRating).toBeUndefined();
  });

  it('asks a reason after a bad one, which may be left out, and a person is within reach', async () => {
    const bad = await decide(DOWN?.title ?? '', DOWN?.payload);
    expect(bad.quickReplies).toEqual(closingReasonButtons(CLOSING));
    expect(bad.quickReplies.at(-1)).toEqual(ASK_STAFF);
    const context = [{ ...PARTING, quickReplies: bad.quickReplies }];
    expect((await decide('1', null, context)).ticketRating).toEqual({ ...CLOSING, rating: 'down', reason: 'slow' });
    const good = await decide(UP?.title ?? '', UP?.payload);
    expect(good).toMatchObject({ outcome: 'chat', ticket: null, quickReplies: [ASK_STAFF] });
  });

  it('is kept in silence while the bot is switched off, and opens no ticket', () => {
    const decision = decideWhileOff(heard('👍', UP?.payload ?? ''), { ...STANDING, toldAt: {} }, [PARTING]);
    expect(decision).toMatchObject({ reply: null, ticket: null, ticketRating: { rating: 'up' } });
  });

  it('never stands before a child in danger', async () => {
    expect((await decide('con muốn tự tử', DOWN?.payload)).outcome).toBe('crisis');
  });

  it('fits the buttons of every channel, and a list of numbers where there are none', () => {
    const all = [...closingButtons(CLOSING), ...closingReasonButtons(CLOSING)];
    for (const { title } of all) expect([...title].length).toBeLessThanOrEqual(20);
    expect(numberedList('Chào ạ.', closingButtons(CLOSING))).toContain('2. 👎 Chưa hài lòng');
  });

  it('counts in the report of the month, but not for what was a crisis', () => {
    const rated = { state: 'closed', rating: { rating: 'down', reason: null, at: 1 } } as const;
    expect(figuresOfTicket(dangerTicket({ ...USUAL, ...rated }), 9)).toContain('rating:down');
    expect(figuresOfTicket(dangerTicket({ ...USUAL, ...rated, priority: 'urgent' }), 9).join()).not.toContain('rating');
    expect(figuresOfTicket(dangerTicket(USUAL), 9).join()).not.toContain('rating');
  });
});
