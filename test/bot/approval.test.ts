import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { type ApprovalSettings, heldForApproval } from '../../bot/approval.ts';
import { chat, type TurnDecision, type TurnKnowledge } from '../../bot/turn-decision.ts';
import { answerQuestion } from '../../knowledge/answering/answer.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { aDocument, aPassage } from '../builders/documents.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { vietnamTime } from '../builders/office-time.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';

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
    { at: AT, askedAt: AT - 1_000, turnId: 't1' },
  );

const DOCUMENTS = [aDocument({ id: 'fees' }), aDocument({ id: 'other', number: '9/2026/TT-BGDĐT' })];
const PASSAGES = [
  aPassage('Mức học phí tiểu học là 155.000 đồng một tháng.', { id: 'fees#1', documentId: 'fees' }),
  aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' }),
];

describe('an answer that a person let out', () => {
  let engine: StateEngine;
  beforeEach(() => {
    engine = engineInMemory();
  });
  afterEach(() => engine.close());

  it('is rated like any other: the mark is of its turn, and a bad one brings the question onto the board', async () => {
    const base = buildKnowledgeBase(DOCUMENTS, PASSAGES);
    const knowledge: TurnKnowledge = {
      answer: (text, earlier) =>
        answerQuestion(base, null, text, earlier, { day: '2026-11-23', territory: 'Hà Nội' }, true),
      passage: () => null,
      link: () => null,
    };
    let ids = 0;
    const say = (text: string, payload: string | null, at: number) =>
      runPlainTurn(
        engine,
        { conversationId: 'web:web:an', text, payload, at },
        {
          now: () => at,
          newId: () => `id-${++ids}`,
          knowledge,
          approval: { settings: async () => ({ mode: 'all', words: [], sendAfterMinutes: 15 }) },
        },
      );
    await say('Mức học phí tiểu học một tháng là bao nhiêu?', null, AT);
    const ticketId = (await engine.records.conversation('web:web:an'))?.ticketId ?? '';
    await engine.records.lapse(ticketId, { kind: 'approved', at: AT + 1, askedAt: AT, by: 'lan' }, null);
    const answer = (await engine.records.context('web:web:an', 10)).find(({ text }) => text.includes('155.000'));
    const down = answer?.quickReplies.find(({ title }) => title.startsWith('👎'));
    expect(answer?.quickReplies.map(({ title }) => title.slice(0, 2))).toEqual(expect.arrayContaining(['👍', '👎']));
    await say(down?.title ?? '', down?.payload ?? null, AT + 2);
    expect(await engine.gaps.ratings(0)).toMatchObject([{ rating: 'down' }]);
    expect(await engine.gaps.questions(0)).toMatchObject([
      { why: 'rated-down', text: expect.stringContaining('học phí') },
    ]);
  });
});

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
