import { describe, expect, it } from 'vitest';
import type { ContextLine } from '../../bot/conversation.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import { rateButtons } from '../../bot/gaps/rating-buttons.ts';
import { ASK_STAFF } from '../../bot/quick-replies.ts';
import type { TurnKnowledge } from '../../bot/turn-decision.ts';

const ANSWERED: ContextLine = {
  author: 'us',
  text: 'Dạ, học phí …',
  quickReplies: [ASK_STAFF, ...rateButtons('t1')],
};
const ASKED: ContextLine = { author: 'citizen', text: 'Học phí?', quickReplies: [] };
const knowledge: TurnKnowledge = {
  answer: async () => ({ kind: 'unknown', reason: 'unsure', confidence: 0, hits: [] }),
  passage: () => null,
  link: () => null,
};

function decide(text: string, context: readonly ContextLine[] = [ASKED, ANSWERED], payload: string | null = null) {
  const conversation = { owner: 'bot', ticketId: null, lastStaffAt: null } as const;
  return decideTurn({ text, payload, attachmentCount: 0, at: 1_000 }, conversation, context, knowledge);
}

describe('what a citizen says of an answer', () => {
  it.each(['câu trả lời sai rồi', 'Không đúng!', 'sai r ạ', 'chua dung', 'Trả lời sai rồi ad'])(
    'is a bad mark where “%s” comes right after it',
    async (words) => {
      const decision = await decide(words.replace(' r ', ' rồi '));
      expect(decision.rating).toEqual({ turnId: 't1', rating: 'down', reason: null });
      expect(decision.quickReplies.at(-1)).toEqual(ASK_STAFF);
    },
  );

  it('is none where no answer stands before it, or where more is said', async () => {
    expect((await decide('sai rồi', [ASKED])).rating).toBeUndefined();
    expect((await decide('sai rồi', [ANSWERED, ASKED])).rating).toBeUndefined();
    expect((await decide('cô giáo thu tiền sai rồi')).rating).toBeUndefined();
    expect((await decide('không đúng, con tôi bị cô đánh')).rating).toBeUndefined();
  });

  it('asks for a reason once, and thanks for a good mark', async () => {
    const [up, down] = rateButtons('t1');
    const bad = await decide('👎 Chưa đúng', [ASKED, ANSWERED], down?.payload);
    const why = bad.quickReplies[0];
    const reason = await decide(why?.title ?? '', [{ ...ANSWERED, quickReplies: bad.quickReplies }], why?.payload);
    expect(reason).toMatchObject({
      rating: { rating: 'down', reason: 'không đúng câu hỏi' },
      quickReplies: [ASK_STAFF],
    });
    expect(await decide('👍', [ASKED, ANSWERED], up?.payload)).toMatchObject({
      rating: { rating: 'up' },
      ticket: null,
    });
  });

  it('never stands before a child in danger', async () => {
    const decision = await decide('con muốn tự tử', [ASKED, ANSWERED], rateButtons('t1')[1]?.payload);
    expect(decision.outcome).toBe('crisis');
  });

  it('fits the buttons of every channel', () => {
    for (const { title } of rateButtons('t1')) expect([...title].length).toBeLessThanOrEqual(20);
  });
});
