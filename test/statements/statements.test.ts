import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import { findStatements } from '../../bot/statements/find-statement.ts';
import type { Statement } from '../../bot/statements/statement.ts';
import { drafted, lifted, released, withFarewell } from '../../bot/statements/statement-changes.ts';
import { startFarewells } from '../../bot/statements/tell-farewells.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { NO_DOCUMENTS, runPlainTurn } from '../builders/plain-turns.ts';
import { until } from '../builders/product.ts';
import { aStatement } from '../builders/statements.ts';

const NOW = 5_000_000;
const CLAIM = 'Nghe nói trường Hoa Sen sắp bị giải thể và các cháu phải chuyển đi trường khác hết đúng không';

/** What a citizen is told, with these statements in force. */
async function decided(text: string, statements: readonly Statement[], earlier: readonly string[] = []) {
  const context = earlier.map((line) => ({ author: 'citizen', text: line, quickReplies: [] }) as const);
  return decideTurn(
    { text, payload: null, attachmentCount: 0, at: NOW },
    { owner: 'bot', ticketId: null, lastStaffAt: null },
    context,
    NO_DOCUMENTS,
    undefined,
    { stated: findStatements(statements, NOW) },
  );
}

const by = async (...asked: Parameters<typeof decided>) => (await decided(...asked)).decidedBy;

describe('a statement of the office', () => {
  it('answers messages with all of its key words, with and without diacritics, and no others', async () => {
    const said = [aStatement()];
    expect(await by('Trường Hoa Sen có giải thể không ạ?', said)).toBe('statement:holding:s1');
    expect(await by('bao gio hoa sen giai the vay ad', said)).toBe('statement:holding:s1');
    expect(await by('Trường Hoa Sen có bể bơi không?', said)).not.toMatch(/^statement/);
  });

  it('answers messages of a matter, also one that only goes on about it', async () => {
    const said = [aStatement({ phrases: [], stream: 'matter:học phí' })];
    expect(await by('Học phí lớp 1 trường công là bao nhiêu?', said)).toBe('statement:holding:s1');
    expect(await by('thế lớp 6 thì sao ạ', said, ['Học phí lớp 1 trường công là bao nhiêu?'])).toBe(
      'statement:holding:s1',
    );
    expect(await by('Mấy giờ đón con bán trú?', said)).not.toMatch(/^statement/);
  });

  it('gives way to danger, press and complaints, but not to what policy says of rumours', async () => {
    const said = [aStatement({ phrases: ['Hoa Sen'] })];
    expect((await decided('Cô giáo trường Hoa Sen đánh con tôi chảy máu', said)).outcome).toBe('crisis');
    expect((await decided('Tôi là phóng viên, xin phỏng vấn về trường Hoa Sen', said)).topic).toBe('press');
    const rumour = 'Trên mạng đồn trường Hoa Sen bắt cóc trẻ em có thật không';
    expect((await decided(rumour, [])).topic).toBe('rumour');
    expect(await by(rumour, said)).toBe('statement:holding:s1');
  });

  it('quotes what was found of a claim, with its source and day', async () => {
    const source = { name: 'Thông báo 12/TB-UBND', day: '2026-11-20' };
    const found = aStatement({ kind: 'refuted', phrases: [], claim: CLAIM, text: 'Trường không giải thể.', source });
    const decision = await decided(`${CLAIM.replace('đúng không', 'phải không')} ạ`, [found]);
    expect(decision).toMatchObject({ outcome: 'answered', topic: 'rumour', owner: 'bot', ticket: null });
    expect(decision.reply).toContain('KHÔNG ĐÚNG');
    expect(decision.reply).toContain('Nguồn: Thông báo 12/TB-UBND, ngày 20/11/2026.');
    expect(decision.quickReplies.map(({ title }) => title)).toContain('Gặp cán bộ');
  });

  it('is said neither before its release nor after its end', async () => {
    const asked = 'Trường Hoa Sen có giải thể không ạ?';
    for (const fields of [
      { released: null },
      { until: NOW },
      { ended: { by: 'lan', at: NOW - 1, why: 'xong' } },
    ] as const) {
      expect(await by(asked, [aStatement(fields)])).not.toMatch(/^statement/);
    }
  });
});

describe('writing a statement', () => {
  const written = {
    kind: 'holding',
    stream: null,
    phrases: ['Hoa Sen + giải thể'],
    claim: null,
    rumourId: null,
    text: 'Dạ, cơ quan đang kiểm tra ạ.',
    sourceName: '',
    sourceDay: '',
    until: NOW + 3_600_000,
    why: 'nhiều người hỏi',
  } as const;
  const draft = (fields: Partial<typeof written> | Record<string, unknown> = {}) =>
    drafted({ ...written, ...fields }, 's1', 'mai', NOW, null);

  it('needs words, a reason, an end to come, and messages that it is meant for', () => {
    expect(draft()).toMatchObject({ ok: true, statement: { released: null, source: null } });
    const problems = [
      { text: '' },
      { text: 'Xem https://la.example.com' },
      { why: '' },
      { phrases: [] },
      { phrases: ['lớp'] },
      { until: NOW },
      { until: NOW + 30 * 24 * 3_600_000 },
      { kind: 'refuted' },
    ].map((fields) => {
      const change = draft(fields);
      return change.ok ? null : change.problem;
    });
    expect(problems).toEqual([
      'empty',
      'foreign-address',
      'no-reason',
      'about-nothing',
      'too-broad',
      'bad-until',
      'too-late',
      'no-source',
    ]);
  });

  it('goes one way: released, lifted, and once told to those who asked', () => {
    const said = aStatement({ until: NOW + 1_000 });
    expect(released(said, 'lan', NOW)).toMatchObject({ problem: 'not-possible' });
    expect(withFarewell(said, 'lan', 'Nay đã có.', NOW, null)).toMatchObject({ problem: 'not-possible' });
    expect(lifted(said, 'lan', '', NOW)).toMatchObject({ problem: 'no-reason' });
    const over = lifted(said, 'lan', 'đã có kết luận', NOW);
    if (!over.ok) throw new Error(over.problem);
    const told = withFarewell(over.statement, 'lan', 'Nay đã có.', NOW, null);
    expect(told).toMatchObject({ ok: true, statement: { farewell: { text: 'Nay đã có.' } } });
    if (told.ok) expect(withFarewell(told.statement, 'lan', 'Lại.', NOW, null)).toMatchObject({ ok: false });
  });
});

describe('who asked while a holding statement was said', () => {
  let engine: StateEngine;
  beforeAll(() => {
    engine = engineInMemory();
  });
  afterAll(() => engine.close());

  it('is kept apart from other gaps, and told once after its end', async () => {
    const { gaps, records, live } = engine;
    let statements: readonly Statement[] = [aStatement()];
    let ids = 0;
    const turns = {
      now: () => NOW,
      newId: () => `t${++ids}`,
      statements: { settings: async () => statements },
    };
    for (const citizen of ['an', 'an', 'binh']) {
      const said = { conversationId: `web:web:${citizen}`, text: 'Trường Hoa Sen có giải thể không?', at: NOW };
      await runPlainTurn(engine, said, turns);
    }
    expect((await gaps.questions(0)).map(({ gapId }) => gapId)).toEqual(Array(3).fill('statement:s1'));
    const web: Channel = {
      id: 'web',
      window: () => ({ open: true, until: null, mode: 'response' }),
      async deliver() {
        throw new Error('The sender is no part of this.');
      },
    };
    const channels = new Map([['web', web]] as const);
    const faults: unknown[] = [];
    const onFault = (error: unknown) => void faults.push(error);
    const deps = { gaps, records, channels, live, statements: turns.statements, onFault, wakeSender: () => {} };
    const work = startFarewells({ ...deps, now: () => NOW });
    const toldTo = async (citizen: string) =>
      (await records.transcript(`web:web:${citizen}`, 0, 20)).filter(({ text }) => text === 'Nay đã có.').length;
    statements = [aStatement({ until: NOW, farewell: { by: 'lan', at: NOW, text: 'Nay đã có.' } })];
    await until(async () => {
      work.wake();
      return (await toldTo('binh')) === 1;
    });
    await work.stop();
    expect([await toldTo('an'), await toldTo('binh'), faults]).toEqual([1, 1, []]);
  });
});
