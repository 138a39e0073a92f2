import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createQuestionPlacing } from '../../bot/gaps/place-questions.ts';
import { createWaitingReplies } from '../../bot/gaps/reply-drafts.ts';
import { createReplyTaking } from '../../bot/gaps/take-replies.ts';
import type { Topic } from '../../bot/topics.ts';
import { questionCore } from '../../knowledge/gaps/question-core.ts';
import { questionTerms } from '../../knowledge/gaps/question-terms.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const NOW = 1_795_392_000_000;
const DAY = 24 * 3_600_000;
const REPLY =
  'Dạ, bể bơi của trường mở từ 7 giờ đến 17 giờ các ngày trong tuần, chị gọi 0912345678 để đăng ký cho cháu ạ.';

let engine: StateEngine;
let now = NOW;
beforeAll(() => {
  engine = engineInMemory();
});
afterAll(() => engine.close());

const pace = { turn: async () => {} };
const about = async (text: string) => ({ terms: questionTerms(questionCore(text)), vector: null, meaning: null });

/** One look of the process that looks after gaps. */
async function look(): Promise<void> {
  const { gaps, records, kept } = engine;
  const placing = createQuestionPlacing({ gaps, about, pace, now: () => now });
  const replies = createWaitingReplies({ kept, lock: (work) => work() });
  const known = await gaps.list();
  await placing.place(known);
  await createReplyTaking({ gaps, records, replies, placing, wordsDays: 180, now: () => now })(known);
}

/** A ticket that staff answered and closed; gives its id. */
async function closeTicket(citizen: string, question: string, reply: string, topic: Topic | null = null) {
  const conversationId = `web:web:${citizen}`;
  const ledger = aLedgerEntry({
    turnId: `turn-${citizen}`,
    question,
    outcome: 'abstained',
    decidedBy: 'answer:unsure',
  });
  const ticket = { kind: 'open', topic, priority: 'normal', question } as const;
  const turn = aTurn({ conversationId, at: now, lastInboundAt: now, ledger, ticket, owner: 'queue' });
  const committed = await engine.records.commit(turn);
  const id = committed.ok ? (committed.ticket?.id ?? '') : '';
  await engine.records.claim(id, 'hoa', now);
  const said = { staffName: 'hoa', authorName: 'Cô Hoa', text: reply, replyKey: id, at: now };
  await engine.records.reply(id, said);
  const closing = { staffName: 'hoa', note: '', outcome: 'answered', farewell: null, at: now } as const;
  await engine.records.close(id, closing);
  await createWaitingReplies({ kept: engine.kept, lock: (work) => work() }).add(id);
  return id;
}

const drafts = async () =>
  (await engine.gaps.list()).flatMap((gap) => (gap.drafts ?? []).map((draft) => ({ gapId: gap.id, ...draft })));

describe('what staff wrote in a ticket', () => {
  it('becomes a masked draft in the gap of its question', async () => {
    const ticketId = await closeTicket('an', 'Bể bơi của trường mở cửa lúc nào?', REPLY);
    await look();
    expect(await drafts()).toMatchObject([{ gapId: 'turn-an', ticketId, by: 'Cô Hoa' }]);
    expect((await drafts())[0]?.text).toContain('[số điện thoại]');
  });

  it('is not kept twice, nor where it says too little or the matter is one person’s own', async () => {
    await closeTicket('binh', 'be boi truong mo cua luc nao', REPLY.replace('chị gọi', 'anh gọi'));
    await closeTicket('chi', 'Mua đồng phục ở đâu?', 'Dạ vâng ạ.');
    await closeTicket('dung', 'Con tôi bị đuổi học, ai giải quyết?', REPLY.replace('bể bơi', 'hồ'), 'individual_case');
    await look();
    expect(await drafts()).toHaveLength(1);
  });

  it('is dropped when words of citizens of that time are', async () => {
    now = NOW + 181 * DAY;
    await look();
    expect(await drafts()).toEqual([]);
  });
});

describe('what staff put together', () => {
  it('stays together, and takes in the questions to come', async () => {
    const { gaps, records } = engine;
    const ask = (id: string, question: string) =>
      records.commit(
        aTurn({
          conversationId: `web:web:${id}`,
          at: now,
          ledger: aLedgerEntry({ turnId: id, question, outcome: 'abstained', decidedBy: 'answer:unsure' }),
        }),
      );
    const gapOf = async (id: string) => (await gaps.questions(0)).find((question) => question.id === id)?.gapId;
    const placing = createQuestionPlacing({ gaps, about, pace, now: () => now });
    await ask('q1', 'Xe buýt đưa đón học sinh chạy tuyến nào?');
    await ask('q2', 'Con mất thẻ học sinh thì làm lại thế nào?');
    await placing.place(await gaps.list());
    expect(await gapOf('q1')).not.toBe(await gapOf('q2'));
    const [one, two] = await Promise.all([gaps.find('q1'), gaps.find('q2')]);
    if (one === null || two === null) throw new Error('no gap');
    const into = { into: 'q1', by: 'lan', at: now, questionIds: ['q2'] };
    await gaps.save({ ...two, version: 2, merged: into, steered: 1 });
    await gaps.save({ ...one, version: 2, steered: 1 });
    await ask('q3', 'mat the hoc sinh lam lai the nao');
    await placing.place(await gaps.list());
    expect([await gapOf('q2'), await gapOf('q3')]).toEqual(['q1', 'q1']);
  });
});
