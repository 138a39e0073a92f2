import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { createAnswerShelf } from '../../adapters/gaps/answer-shelf.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { listUploads, removeUpload } from '../../adapters/ingesting/uploads.ts';
import { type KnowledgeSource, openKnowledge } from '../../adapters/knowledge-source.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { approved, withdrawn } from '../../bot/gaps/gap-changes.ts';
import { startGapWork } from '../../bot/gaps/gap-work.ts';
import { createWaitingReplies } from '../../bot/gaps/reply-drafts.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aGapAnswer } from '../builders/gaps.ts';
import { until } from '../builders/product.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const DOCUMENT = join(SAMPLES_DIR, '914-TB-UBND-hoi-dap-thu-tuc.txt');
const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 10, 26, 3);

let engine: StateEngine;
let knowledge: KnowledgeSource;
let dataDir: string;
let now = START;
let ingests = 0;
const faults: unknown[] = [];
const replies = createWaitingReplies({
  kept: { get: (name) => engine.kept.get(name), set: (name, value) => engine.kept.set(name, value) },
  lock: (work) => work(),
});
/** The citizen called Binh wrote too long ago. */
const reachable = { binh: false };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-gaps-'));
  await ingest({ paths: [DOCUMENT] }, dataDir, { encoder: null, now: Date.now });
  knowledge = openKnowledge(dataDir, null, { territory: 'Hà Nội › Ba Đình', publicUrl: null });
  engine = engineInMemory();
});
afterAll(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const channel: Channel = {
  id: 'web',
  window: (_author, lastInboundAt) =>
    lastInboundAt === 7 && !reachable.binh
      ? { open: false, reason: 'quá hạn' }
      : { open: true, until: null, mode: 'response' },
  async deliver() {
    throw new Error('The sender is no part of this.');
  },
};

/** One process that looks after gaps, until `done`; it ends there as a killed one would: between two steps. */
async function work(done: () => Promise<boolean>): Promise<void> {
  const { gaps, records, live } = engine;
  let running: Promise<unknown> | null = null;
  const shelf = createAnswerShelf({
    dataDir,
    officeName: 'Ủy ban nhân dân phường Ba Đình',
    ingests: {
      running: () => (running === null ? null : { since: now, progress: null, waits: false }),
      start() {
        ingests += 1;
        running = ingest({ paths: [DOCUMENT] }, dataDir, { encoder: null, now: Date.now }).finally(() => {
          running = null;
        });
      },
    },
    knowledge,
    now: () => now,
  });
  const channels = new Map([['web', channel]] as const);
  const onFault = (error: unknown) => void faults.push(error);
  const { about } = knowledge;
  const pace = { turn: async () => {} };
  const common = { gaps, records, channels, shelf, about, pace, live, now: () => now, onFault, wakeSender: () => {} };
  const gapWork = startGapWork({ ...common, replies, wordsDays: 180 });
  try {
    await until(async () => {
      gapWork.wake();
      return done();
    }, 90_000);
  } finally {
    await gapWork.stop();
    await running;
  }
}

async function ask(citizen: string, turnId: string, question: string): Promise<void> {
  const ledger = aLedgerEntry({ turnId, question, outcome: 'abstained', decidedBy: 'answer:unsure' });
  const lastInboundAt = citizen === 'binh' ? 7 : now;
  await engine.records.commit(aTurn({ conversationId: `web:web:${citizen}`, at: now, lastInboundAt, ledger }));
}

const sent = async (citizen: string) =>
  (await engine.records.transcript(`web:web:${citizen}`, 0, 10)).filter(({ author }) => author === 'bot');
const gap = async () => {
  const [found] = await engine.gaps.list();
  if (found === undefined) throw new Error('no gap');
  return found;
};
const answerNow = () => knowledge.answer('bể bơi của trường mở cửa mấy giờ', [], now, false);
const kindsQuoted = async () => {
  const answer = await answerNow();
  return answer.kind === 'answered' ? answer.sources.map(({ hit }) => hit.document.kind) : [];
};

describe('the way of an unanswered question', () => {
  it('leads into a gap with others like it, one process after another', async () => {
    await ask('an', 't1', 'Bể bơi của trường mở cửa mấy giờ?');
    await work(async () => (await engine.gaps.list()).length === 1);
    await ask('binh', 't2', 'cho em hoi be boi truong minh mo cua may gio a');
    await work(async () => (await engine.gaps.questions(0)).every(({ gapId }) => gapId === 't1'));
    expect(faults).toEqual([]);
  });

  it('ends in an answer that is found, cited as the office’s own, and sent once to who can be written to', async () => {
    expect(await kindsQuoted()).toEqual([]);
    const waiting = { ...(await gap()), version: 2, answers: [aGapAnswer({ author: 'lan' })] };
    await engine.gaps.save(waiting);
    const change = approved(waiting, 'minh', now);
    if (!change.ok) throw new Error(change.problem);
    await engine.gaps.save(change.gap);
    await work(async () => (await sent('an')).length > 0);
    await work(async () => (await gap()).answers[0]?.state === 'in-use');
    expect([(await sent('an')).length, (await sent('binh')).length, ingests]).toEqual([1, 0, 1]);
    expect((await sent('an'))[0]?.text).toContain('Bể bơi mở từ 7 giờ đến 17 giờ');
    const answer = await answerNow();
    expect(answer).toMatchObject({ kind: 'answered' });
    expect(await kindsQuoted()).toContain('Trả lời của cơ quan');
    expect(answer.kind === 'answered' ? answer.text : '').toContain('Nguồn: Trả lời của cơ quan');
  });

  it('reaches the others when they write again', async () => {
    reachable.binh = true;
    now += 2 * 60_000;
    await work(async () => (await sent('binh')).length === 1);
    expect((await sent('an')).length).toBe(1);
  });

  it('is answered from no more when its time is over, and the gap asks for a new answer', async () => {
    const before = now;
    now = Date.UTC(2027, 6, 1, 3);
    expect(await kindsQuoted()).not.toContain('Trả lời của cơ quan');
    now = before;
  });

  it('is not put back when an editor took the file out by hand', async () => {
    const [file] = listUploads(dataDir);
    removeUpload(dataDir, file?.name ?? '');
    now += DAY;
    await work(async () => (await gap()).answers[0]?.state === 'withdrawn');
    expect(listUploads(dataDir)).toEqual([]);
    expect(withdrawn(await gap(), 'minh', now)).toEqual({ ok: false, problem: 'no-answer' });
    expect(faults).toEqual([]);
  });
});
