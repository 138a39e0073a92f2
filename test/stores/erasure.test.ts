import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlErasureRecords } from '../../adapters/stores/libsql/erasure.ts';
import { createLibsqlInbox } from '../../adapters/stores/libsql/inbox.ts';
import { createLibsqlOutbox } from '../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import { type ErasureRequest, eraseCitizen } from '../../bot/erase-citizen.ts';
import { anArrival } from '../builders/arrivals.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const AN = 'web:web:an';
const CHANNELS = ['messenger', 'zalo', 'web'] as const;
const NOW = 1_795_392_000_000;
let folder: string;
let database: Database;
let parts: ReturnType<typeof open>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-erasure-'));
  database = openDatabase(join(folder, 'state.db'));
  parts = open(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(file: Database) {
  let id = 0;
  return {
    inbox: createLibsqlInbox(file),
    outbox: createLibsqlOutbox(file),
    records: createLibsqlRecords(file, () => `id-${++id}`),
    proofs: createLibsqlErasureRecords(file),
  };
}

/** A citizen who asked, was answered and has a ticket, with one word in every place that can hold one. */
async function aTalk(citizen: string, word: string, topic: 'human_request' | 'child_safety' = 'human_request') {
  const { inbox, records } = parts;
  const conversationId = `web:web:${citizen}`;
  await inbox.put([anArrival({ key: `key-${citizen}`, citizen, text: `tin nhắn ${word}`, at: NOW })], NOW);
  const result = await records.commit(
    aTurn({
      conversationId,
      reference: { user: { id: citizen, name: word } },
      itemIds: (await inbox.waiting(conversationId)).map((item) => item.id),
      at: NOW,
      heard: [{ author: 'citizen', text: `lời ${word}`, at: NOW }],
      ledger: aLedgerEntry({ turnId: `turn-${citizen}`, question: `hỏi ${word}`, reply: `đáp ${word}` }),
      ticket: { kind: 'open', topic, priority: 'normal', question: `phiếu ${word}` },
      owner: 'queue',
      outgoing: [outgoing(`trả lời ${word}`)],
    }),
  );
  if (!result.ok || result.ticket === null) throw new Error('no ticket');
  return { conversationId, ticketId: result.ticket.id };
}

const erase = (fields: Partial<ErasureRequest> = {}) =>
  eraseCitizen(
    {
      conversationId: AN,
      channel: 'web',
      reference: {},
      itemIds: [],
      fence: null,
      at: NOW,
      requestedBy: 'staff',
      code: 'XD-1',
      confirm: false,
      ...fields,
    },
    parts.records,
  );

describe('erasing a citizen', () => {
  it('leaves no word of theirs in the database file or its log', async () => {
    await aTalk('an', 'Planted-Ngọc-Thỏ-77');
    expect(filesHolding(folder, ['Planted-Ngọc-Thỏ-77'])).not.toEqual([]);
    expect(await erase()).toBe('erased');
    expect(filesHolding(folder, ['Planted-Ngọc-Thỏ-77', 'web:web:an'])).toEqual([]);
  });

  it('leaves no trace among many others, whose words stay', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `dan${index}`);
    // Long enough for pages of their own, so that pages are split, moved and freed.
    for (const name of names) await aTalk(name, `<${name}>${'chữ '.repeat((names.indexOf(name) * 97) % 3_000)}`);
    const gone = names.filter((_, index) => index % 3 === 1);
    for (const name of gone) await erase({ conversationId: `web:web:${name}`, code: `XD-${name}x` });
    for (const name of gone) expect(filesHolding(folder, [`<${name}>`])).toEqual([]);
    for (const name of names.filter((other) => !gone.includes(other))) {
      expect(await parts.records.transcript(`web:web:${name}`, 0, 10)).toHaveLength(2);
    }
  });

  it('keeps outcomes, topics and times without words, and a proof that names nobody', async () => {
    const { ticketId } = await aTalk('an', 'bí mật');
    await erase();
    expect(database.prepare('SELECT turn_id, outcome, question, reply, citations FROM turns').all()).toEqual([
      { turn_id: 'turn-an', outcome: 'answered', question: '', reply: null, citations: '[]' },
    ]);
    expect(await parts.records.ticket(ticketId)).toMatchObject({
      state: 'closed',
      topic: 'human_request',
      openedAt: NOW,
      question: '(đã xóa theo yêu cầu của người dân)',
    });
    expect(await parts.proofs.find('XD-1')).toEqual({
      code: 'XD-1',
      conversationDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      channel: 'web',
      requestedBy: 'staff',
      erasedAt: NOW,
      counts: { messages: 2, outbox: 1, turns: 1, tickets: 1, inbox: 1, conversations: 1 },
    });
  });

  it('takes words that were on their way out, and mail that waits', async () => {
    await aTalk('an', 'x');
    await parts.inbox.put([anArrival({ key: 'later', text: 'còn nữa' })], NOW);
    await erase();
    expect(await parts.outbox.due(NOW, CHANNELS, 10)).toEqual([]);
    expect(await parts.inbox.waiting(AN)).toEqual([]);
  });

  it('still knows a message that the platform delivers again', async () => {
    await aTalk('an', 'x');
    await erase();
    expect(await parts.inbox.put([anArrival({ key: 'key-an', text: 'tin nhắn x' })], NOW)).toMatchObject({ stored: 0 });
  });

  it('is confirmed in the chat, and mail that came after the request is answered as new', async () => {
    await aTalk('an', 'x');
    await parts.inbox.put([anArrival({ key: 'xoa', text: 'Xóa dữ liệu của tôi', at: NOW + 1 })], NOW);
    const itemIds = (await parts.inbox.waiting(AN)).map((item) => item.id);
    await parts.inbox.put([anArrival({ key: 'moi', text: 'hỏi việc khác', at: NOW + 2 })], NOW);
    expect(await erase({ itemIds, requestedBy: 'citizen', confirm: true })).toBe('erased');
    expect((await parts.outbox.due(NOW, CHANNELS, 10)).map((row) => row.text)).toEqual([
      expect.stringContaining('XD-1'),
    ]);
    expect((await parts.inbox.waiting(AN)).map((item) => item.activity.text)).toEqual(['hỏi việc khác']);
    expect(await parts.records.conversation(AN)).toMatchObject({ owner: 'bot', epoch: 1, ticketId: null });
  });

  it('refuses a request that was already worked on', async () => {
    await aTalk('an', 'x');
    expect(await erase({ itemIds: [1] })).toBe('stale');
    expect(await parts.records.transcript(AN, 0, 10)).toHaveLength(2);
  });
});

describe('erasing a citizen whose matter is in work', () => {
  it('waits for the ticket, says so to staff, and happens when it is closed, without another word to the citizen', async () => {
    const { ticketId } = await aTalk('an', 'Planted-Trăng-88', 'child_safety');
    expect(await erase({ requestedBy: 'platform' })).toBe('after-closing');
    expect((await parts.records.transcript(AN, 0, 10)).at(-1)?.text).toMatch(/rút lại sự đồng ý.*đóng phiếu là xóa/s);
    expect(await parts.proofs.find('XD-1')).toMatchObject({ erasedAt: null });
    expect(filesHolding(folder, ['Planted-Trăng-88'])).not.toEqual([]);

    const closing = { staffName: 'lan', note: 'Planted-Trăng-88', farewell: 'Chào anh/chị', at: NOW + 5 };
    expect(await parts.records.close(ticketId, closing)).toEqual({ ok: true });
    expect(filesHolding(folder, ['Planted-Trăng-88'])).toEqual([]);
    expect(await parts.proofs.find('XD-1')).toMatchObject({ erasedAt: NOW + 5, requestedBy: 'platform' });
    expect(await parts.outbox.due(NOW + 10, CHANNELS, 10)).toEqual([]);
  });

  it('serves every code that was told when it is asked for twice', async () => {
    const { ticketId } = await aTalk('an', 'x', 'child_safety');
    await erase();
    await erase({ code: 'XD-2' });
    await parts.records.close(ticketId, { staffName: 'lan', note: '', farewell: null, at: NOW + 5 });
    for (const code of ['XD-1', 'XD-2']) expect(await parts.proofs.find(code)).toMatchObject({ erasedAt: NOW + 5 });
  });
});

describe('the ledger', () => {
  it('cannot be changed otherwise', async () => {
    await aTalk('an', 'x');
    const change = (sql: string) => () => database.prepare(sql).run();
    expect(change(`UPDATE turns SET outcome = 'chat'`)).toThrow(/append-only/);
    expect(change(`UPDATE turns SET question = 'khác'`)).toThrow(/append-only/);
  });
});
