import { describe, expect, it } from 'vitest';
import { type ApprovalSettings, heldForApproval } from '../../bot/approval.ts';
import { chat, type TurnDecision } from '../../bot/turn-decision.ts';
import { vietnamTime } from '../builders/office-time.ts';

const AT = vietnamTime('2026-11-23 09:00');
const ANSWER: TurnDecision = {
  outcome: 'answered',
  topic: null,
  priority: null,
  decidedBy: 'answer:extract',
  reply: 'Dạ, tối đa 35.000 đồng.',
  quickReplies: [{ title: 'Gặp cán bộ', payload: 'handover' }],
  citations: [
    {
      documentId: 'd1',
      passageId: 'd1#1',
      passageDigest: 'x',
      number: '60/2025/NQ-HĐND',
      title: 'Nghị quyết',
      file: 'nq60.pdf',
      address: 'Mục 1',
      quote: 'tối đa 35.000 đồng',
      inForceFrom: null,
    },
  ],
  ticket: null,
  owner: 'bot',
  hits: [],
};
const hold = (settings: Partial<ApprovalSettings>, question = 'tien an ban tru bao nhieu a', decision = ANSWER) =>
  heldForApproval(
    decision,
    question,
    { mode: 'all', words: [], sendAfterMinutes: 15, ...settings },
    { at: AT, askedAt: AT - 1_000 },
  );

describe('answers that wait for a yes', () => {
  it('are kept with their sources in a ticket, and the citizen is told until when', () => {
    const held = hold({});
    expect(held).toMatchObject({ outcome: 'escalated', owner: 'queue', citations: [], quickReplies: [] });
    expect(held.reply).toContain('9 giờ 15 hôm nay');
    expect(held.reply).not.toContain('35.000');
    expect(held.ticket).toMatchObject({
      kind: 'open',
      proposal: { text: ANSWER.reply, citations: ANSWER.citations, sendsAt: AT + 15 * 60_000, askedAt: AT - 1_000 },
    });
  });

  it('promise no time where only a person sends them', () => {
    const held = hold({ sendAfterMinutes: 0 });
    expect(held.ticket).toMatchObject({ proposal: { sendsAt: null } });
    expect(held.reply).not.toContain('chậm nhất');
  });

  it('are those with one of the words, however it is written, as whole words', () => {
    const settings = { mode: 'words', words: ['bán trú', 'học phí'] } as const;
    expect(hold(settings).owner).toBe('queue');
    expect(hold(settings, 'Tiền ăn BÁN TRÚ?').owner).toBe('queue');
    expect(hold(settings, 'hoc phiếu la gi').owner).toBe('bot');
    expect(hold({ mode: 'off', words: ['bán trú'] })).toBe(ANSWER);
  });

  it('quote documents: small talk, "không biết" and what policy says do not wait', () => {
    const greeting = chat('policy:greeting', 'Dạ, em chào anh/chị.');
    expect(hold({}, 'chào', greeting)).toBe(greeting);
    const unknown = { ...ANSWER, outcome: 'abstained', citations: [] } as const;
    expect(hold({}, 'hỏi', unknown)).toBe(unknown);
    const danger = { ...ANSWER, outcome: 'crisis', owner: 'queue' } as const;
    expect(hold({}, 'cứu em', danger)).toBe(danger);
  });
});
