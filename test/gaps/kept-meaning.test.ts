import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createQuestionPlacing } from '../../bot/gaps/place-questions.ts';
import { keptMeaning, readMeaning } from '../../knowledge/gaps/kept-meaning.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const NOW = Date.UTC(2026, 10, 26, 3);
const OFFICE = { territory: 'Hà Nội › Ba Đình', publicUrl: null };
const QUESTIONS = ['Bể bơi mở khi nào?', 'be boi truong mo luc nao', 'Mua đồng phục ở đâu?'];

let dataDir: string;
let engine: StateEngine;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-meaning-'));
  await ingest({ paths: [join(SAMPLES_DIR, '914-TB-UBND-hoi-dap-thu-tuc.txt')] }, dataDir, {
    encoder: null,
    now: () => NOW,
  });
  engine = engineInMemory();
  for (const [index, question] of QUESTIONS.entries()) {
    const ledger = aLedgerEntry({ turnId: `q${index}`, question, outcome: 'abstained', decidedBy: 'answer:unsure' });
    await engine.records.commit(aTurn({ conversationId: `web:web:${index}`, at: NOW, ledger }));
  }
});
afterEach(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that begins to look after gaps; gives what its encoder was asked for, and where the questions lie then. */
async function begin(model: string, mostHeld?: number) {
  const asked: string[] = [];
  const encoder = {
    model,
    async encodeQuestion(text: string) {
      asked.push(text);
      const angle = text.length;
      return { vector: Float32Array.of(Math.cos(angle), Math.sin(angle)), tokens: null };
    },
  };
  const { about } = openKnowledge(dataDir, encoder, OFFICE);
  const { gaps } = engine;
  const placing = createQuestionPlacing({
    gaps,
    about,
    pace: { turn: async () => {} },
    now: () => NOW,
    ...(mostHeld === undefined ? {} : { mostHeld }),
  });
  await placing.place(await gaps.list());
  return { asked, homes: (await gaps.questions(0)).map(({ gapId }) => gapId) };
}

describe('the vectors of unanswered questions', () => {
  it('are made once, and read again by the next process, in which the questions lie as before', async () => {
    const first = await begin('one');
    expect(first.asked).toHaveLength(QUESTIONS.length);
    const second = await begin('one');
    expect(second).toEqual({ asked: [], homes: first.homes });
  });

  it('are made anew for another model, once', async () => {
    await begin('one');
    expect((await begin('two')).asked).toHaveLength(QUESTIONS.length);
    expect((await begin('two')).asked).toEqual([]);
  });

  it('are read again of the newest questions alone, and of those that people work on', async () => {
    const { homes } = await begin('one');
    const [pool = ''] = homes.map((home) => home ?? '');
    expect(homes).toEqual([pool, pool, 'q2']);
    const asked = async () => (await begin('two', 1)).asked.map((text) => text.includes('phục'));
    expect(await asked()).toEqual([true]);
    const gap = await engine.gaps.find(pool);
    if (gap !== null) await engine.gaps.save({ ...gap, version: gap.version + 1, owner: 'lan' });
    expect(await asked()).toEqual([false, false]);
  });
});

describe('a kept vector', () => {
  const vector = Float32Array.of(0.6, -0.8, 0);

  it('comes back within what 16 bits hold', () => {
    const read = readMeaning(keptMeaning(vector, 'bể bơi', 'one'), 'bể bơi', 'one');
    expect(read?.length).toBe(3);
    for (const [index, value] of (read ?? []).entries()) expect(value).toBeCloseTo(vector[index] ?? 9, 4);
  });

  it('is none for other words or another model, or when it is damaged', () => {
    const kept = keptMeaning(vector, 'bể bơi', 'one');
    expect([
      readMeaning(kept, 'hồ bơi', 'one'),
      readMeaning(kept, 'bể bơi', 'two'),
      readMeaning(kept.slice(0, -4), 'bể bơi', 'one')?.length ?? null,
      readMeaning(kept.slice(0, 12), 'bể bơi', 'one'),
      readMeaning('', 'bể bơi', 'one'),
    ]).toEqual([null, null, null, null, null]);
  });
});
