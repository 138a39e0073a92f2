import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { approved, proposed } from '../../bot/corrections/correction-changes.ts';
import { startCorrectionWork } from '../../bot/corrections/correction-work.ts';
import { countPeople, listPeople } from '../../bot/corrections/people.ts';
import type { Channel } from '../../bot/ports/channel.ts';
import type { OfficialDocument } from '../../knowledge/document.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { aCitation, tellRule } from '../builders/corrections.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aTurn } from '../builders/turns.ts';

const START = Date.UTC(2026, 10, 26, 3);
const MINUTE = 60_000;
const OLD = aDocument({ id: 'old', number: '58/2025/NQ-HĐND', file: 'muc-thu.txt', issuedOn: '2025-08-01' });
const NEW = aDocument({
  id: 'new',
  number: '60/2026/NQ-HĐND',
  issuedOn: '2026-08-01',
  inForceFrom: '2026-09-01',
  relations: [aRelation({ number: OLD.number })],
});
const PASSAGES = [
  aPassage(aCitation().quote, { id: 'old#1', documentId: 'old', address: 'Điều 5', digest: 'd-old' }),
  aPassage(aCitation().quote.replace('35', '38'), {
    id: 'new#1',
    documentId: 'new',
    address: 'Điều 5',
    digest: 'd-new',
  }),
];
const ID = 'old.superseded.new';
const NEWS = aCitation({ documentId: 'new', passageId: 'new#1', passageDigest: 'd-new' });
const citizen = (name: string) => `web:web:${name}`;

function base(documents: readonly OfficialDocument[]): KnowledgeBase {
  const ids = new Set(documents.map(({ id }) => id));
  return buildKnowledgeBase(
    documents,
    PASSAGES.filter(({ documentId }) => ids.has(documentId)),
  );
}

let engine: StateEngine;
let now = START;
let knowledge = base([OLD]);
let switchedOff = false;
const faults: unknown[] = [];
/** Who may not be written to. */
const closed = new Set<number>();

beforeEach(() => {
  engine = engineInMemory();
  now = START;
  knowledge = base([OLD]);
  switchedOff = false;
  closed.clear();
});
afterEach(async () => {
  await engine.close();
  expect(faults).toEqual([]);
});

const channel: Channel = {
  id: 'web',
  window: (_author, lastInboundAt) =>
    closed.has(lastInboundAt ?? 0) ? { open: false, reason: 'quá hạn' } : { open: true, until: null, mode: 'response' },
  async deliver() {
    throw new Error('The sender is no part of this.');
  },
};

/** One look of a process that then ends. */
async function look(): Promise<void> {
  const work = startCorrectionWork({
    ...engine,
    corrections: engine.corrections,
    knowledge: { current: () => knowledge },
    territory: 'Hà Nội › Ba Đình',
    botSwitch: { state: async () => ({ off: switchedOff, thrown: null, unreadable: false }) },
    channels: new Map([['web', channel]]),
    now: () => now,
    onFault: (error) => void faults.push(error),
    wakeSender: () => {},
  });
  await work.stop();
}

async function approve(id = ID): Promise<void> {
  const found = await engine.corrections.find(id);
  if (found === null) throw new Error(`no correction ${id}`);
  const { intro, changes } = found;
  const written = proposed(found, 'lan', { intro, words: changes.map(({ words }) => words) }, now);
  if (!written.ok) throw new Error(written.problem.kind);
  await engine.corrections.save(written.correction);
  const yes = approved(written.correction, 'minh', now);
  if (yes.ok) await engine.corrections.save(yes.correction);
}

/** Hands everything over that waits; gives to whom. */
async function sendAll(): Promise<readonly string[]> {
  const rows = await engine.outbox.due(now + MINUTE, ['web'], 100);
  for (const { id } of rows) {
    await engine.outbox.begin(id, now + MINUTE, now + 2 * MINUTE);
    await engine.outbox.sent(id, null, now);
  }
  return rows.map(({ conversationId }) => conversationId);
}

async function people(id = ID) {
  const all = await engine.corrections.list();
  const one = all.find((correction) => correction.id === id);
  if (one === undefined) throw new Error(`no correction ${id}`);
  return listPeople(engine.corrections, one, all, () => true);
}

describe('corrections', () => {
  it('are drafted when a document is superseded, once however often it is looked, and nobody is told before the approval', async () => {
    for (const [index, name] of ['an', 'binh'].entries()) {
      await tellRule(engine, { conversationId: citizen(name), at: START + index });
    }
    await tellRule(engine, { conversationId: citizen('khong-nhan'), at: START, delivery: 'failed' });
    await look();
    expect(await engine.corrections.list()).toEqual([]);
    knowledge = base([OLD, NEW]);
    await look();
    await look();
    const list = await engine.corrections.list();
    expect(list).toMatchObject([
      { id: ID, state: 'draft', version: 1, changes: [{ now: { passageDigest: 'd-new' } }] },
    ]);
    expect((await people()).map(({ conversationId }) => conversationId)).toEqual([citizen('an'), citizen('binh')]);
    expect(await sendAll()).toEqual([]);
  });

  it('are told to each once: now where the window is open, else after the next message, never over staff', async () => {
    await tellRule(engine, { conversationId: citizen('an'), at: START });
    await tellRule(engine, { conversationId: citizen('an'), at: START + 1, text: 'Lần nữa.' });
    await tellRule(engine, { conversationId: citizen('xa'), at: START + 7 });
    closed.add(START + 7);
    const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' } as const;
    await tellRule(engine, { conversationId: citizen('co-can-bo'), at: START, turn: { ticket, owner: 'queue' } });
    knowledge = base([OLD, NEW]);
    await look();
    await approve();
    await look();
    expect(await sendAll()).toEqual([citizen('an')]);
    now += 2 * MINUTE;
    await look();
    expect(await sendAll()).toEqual([]);
    expect(await engine.corrections.find(ID)).toMatchObject({ state: 'approved' });
    await engine.records.commit(aTurn({ conversationId: citizen('xa'), at: now, lastInboundAt: now }));
    const open = await engine.records.tickets('open', 'lan', 1);
    await engine.records.close(open[0]?.id ?? '', { staffName: 'lan', note: '', farewell: null, at: now });
    await look();
    expect([...(await sendAll())].sort()).toEqual([citizen('co-can-bo'), citizen('xa')]);
    now += 2 * MINUTE;
    await look();
    expect(await engine.corrections.find(ID)).toMatchObject({
      state: 'finished',
      counts: { people: 3, sent: 3, waiting: 0 },
    });
  });

  it('are not told to whom an answer told the new rule since, nor to those who were told of the change', async () => {
    await tellRule(engine, { conversationId: citizen('biet-roi'), at: START });
    await tellRule(engine, { conversationId: citizen('biet-roi'), at: START + 5, citations: [NEWS] });
    await tellRule(engine, { conversationId: citizen('biet-truoc'), at: START, citations: [NEWS] });
    await tellRule(engine, { conversationId: citizen('biet-truoc'), at: START + 5 });
    await tellRule(engine, { conversationId: citizen('hoi-cu'), at: START, text: 'Cũ: nay là 60/2026/NQ-HĐND.' });
    knowledge = base([OLD, NEW]);
    await look();
    expect((await people()).map(({ conversationId, standing }) => [conversationId, standing])).toEqual([
      [citizen('biet-roi'), 'already-told'],
      [citizen('biet-truoc'), 'open'],
    ]);
    await approve();
    await look();
    expect(await sendAll()).toEqual([citizen('biet-truoc')]);
  });

  it('stop when the old rule holds again, and tell nobody twice when it ends once more', async () => {
    await tellRule(engine, { conversationId: citizen('an'), at: START });
    await tellRule(engine, { conversationId: citizen('xa'), at: START + 7 });
    closed.add(START + 7);
    knowledge = base([OLD, NEW]);
    await look();
    await approve();
    await look();
    expect(await sendAll()).toEqual([citizen('an')]);
    knowledge = base([OLD]);
    closed.clear();
    await look();
    expect([await sendAll(), (await engine.corrections.find(ID))?.state]).toEqual([[], 'needless']);
    knowledge = base([OLD, NEW]);
    await look();
    expect(await engine.corrections.find(ID)).toMatchObject({ state: 'draft', author: null });
    await approve();
    await look();
    expect(await sendAll()).toEqual([citizen('xa')]);
  });

  it('of an edition that was corrected before tell nobody of it again, but those who heard only the first', async () => {
    await tellRule(engine, { conversationId: citizen('an'), at: START });
    now += MINUTE;
    knowledge = base([OLD, NEW]);
    await look();
    await approve();
    await look();
    await sendAll();
    await tellRule(engine, { conversationId: citizen('binh'), at: START + 1 });
    knowledge = base([OLD]);
    await look();
    knowledge = base([{ ...OLD, withdrawn: true }]);
    await look();
    const standings = (await people('old.retired.none')).map(({ conversationId, standing }) => [
      conversationId,
      standing,
    ]);
    expect(standings).toEqual([
      [citizen('an'), 'already-told'],
      [citizen('binh'), 'open'],
    ]);
  });

  it('wait while the bot is switched off, and while nobody can be reached', async () => {
    await tellRule(engine, { at: START });
    knowledge = base([OLD, NEW]);
    await look();
    await approve();
    switchedOff = true;
    await look();
    expect(await sendAll()).toEqual([]);
    switchedOff = false;
    await look();
    expect(countPeople(await people())).toMatchObject({ sending: 1 });
    expect(await sendAll()).toEqual(['web:web:an']);
  });
});
