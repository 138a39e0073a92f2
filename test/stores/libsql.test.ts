import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StoreUnusable } from '../../adapters/stores/errors.ts';
import { type Database, openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';
import { createLibsqlTicketLists } from '../../adapters/stores/libsql/ticket-lists.ts';
import { TICKET_VIEWS } from '../../bot/ports/ticket-lists.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { AGENT, SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';
import { reportRowsContract } from '../contracts/report-rows.contract.ts';
import { sharedStateContract } from '../contracts/shared-state.contract.ts';
import { storesContract } from '../contracts/stores.contract.ts';
import { ticketListsContract } from '../contracts/ticket-lists.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-stores-'));
let count = 0;
const newFile = () => join(folder, `state-${++count}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storesContract('libsql file', async (options) => {
  const file = newFile();
  return createLibsqlEngine(openDatabase(file), file, options);
});

sharedStateContract('libsql file', async () => {
  const file = newFile();
  const onFault = (error: unknown) => {
    throw error;
  };
  return { open: async () => createLibsqlEngine(openDatabase(file), file, { onFault }) };
});

ticketListsContract('libsql file', async () => engineInMemory());

reportRowsContract('libsql file', async () => engineInMemory());

describe('the lists of tickets in the state file', () => {
  it('are answered from indexes in their order, and counted without reading a ticket that is not overdue', async () => {
    const database = openDatabase(':memory:');
    const asked: string[] = [];
    const prepare = database.prepare.bind(database);
    // A property of the database itself cannot be replaced, one of a database that inherits from it can.
    const heard: Database = Object.create(database, {
      prepare: {
        value(text: string) {
          asked.push(text);
          return prepare(text);
        },
      },
    });
    const lists = createLibsqlTicketLists(heard);
    const filter = { topic: 'press', channel: 'zalo', priority: 'high', tag: 'a', openedUntil: 1 } as const;
    const readers = [AGENT, SPOKESPERSON];
    for (const view of TICKET_VIEWS) {
      for (const after of [null, { order: 1, id: 'a' }]) {
        for (const reader of readers) await lists.page({ view, reader, now: 1, filter, after, limit: 10 });
      }
    }
    const pages = asked.splice(0);
    for (const reader of readers) await lists.counts(reader, 1);
    const planOf = (text: string) =>
      (prepare(`EXPLAIN QUERY PLAN ${text}`).all({}) as { detail: string }[]).map(({ detail }) => detail);
    expect(pages).toHaveLength(4 * TICKET_VIEWS.length);
    const tables = pages
      .flatMap(planOf)
      .filter((detail) => !detail.includes('json_each') && !detail.includes('SUBQUERY'));
    for (const detail of tables) expect(detail).toMatch(/^(?:SEARCH|SCAN) tickets USING INDEX tickets_/);
    const counted = asked.flatMap(planOf).filter((detail) => detail.includes('tickets'));
    expect(counted).toHaveLength(2 * TICKET_VIEWS.length);
    // Overdue ones are few, and what they are ordered by is reckoned, which SQLite reads from the row.
    for (const detail of counted) expect(detail).toMatch(/USING COVERING INDEX|USING INDEX tickets_owing/);
  });
});

describe('the state file', () => {
  it('flushes every commit to disk and lets readers go on meanwhile', () => {
    const database = openDatabase(newFile());
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
  });

  it('refuses a damaged file and says what to do', () => {
    const file = newFile();
    writeFileSync(file, 'this is not a database, it only has the name of one'.repeat(100));
    expect(() => openDatabase(file)).toThrow(StoreUnusable);
  });

  it('refuses a file of a newer version instead of guessing', () => {
    const file = newFile();
    const database = openDatabase(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(() => openDatabase(file)).toThrow(/newer/);
  });

  it('never changes or deletes an entry of the audit log, and finds one that was changed behind its back', async () => {
    const file = newFile();
    const engine = createLibsqlEngine(openDatabase(file), file, { onFault() {} });
    const event = { actor: 'lan', action: 'bot.off', subject: 'bot', facts: { reason: 'Trả lời sai' } };
    for (const at of [1, 2, 3]) await engine.audit.append({ ...event, at });
    const database = openDatabase(file);
    expect(() => database.exec(`UPDATE audit SET actor = 'minh' WHERE number = 2`)).toThrow(/append-only/);
    expect(() => database.exec('DELETE FROM audit WHERE number = 3')).toThrow(/append-only/);
    database.exec(`DROP TRIGGER audit_is_never_changed; UPDATE audit SET actor = 'minh' WHERE number = 2`);
    expect(await engine.audit.verify()).toEqual({ ok: false, number: 2 });
    database.close();
    await engine.close();
  });

  it('holds no words up when the clock is set back by an hour', async () => {
    const file = newFile();
    const { outbox, records, close } = createLibsqlEngine(openDatabase(file), file, {
      onFault(error) {
        throw error;
      },
    });
    const hour = 3_600_000;
    await records.commit(aTurn({ at: hour + 2_000, ledger: aLedgerEntry(), outgoing: [outgoing('Chào anh/chị ạ.')] }));
    const [row] = await outbox.due(3_000, ['web'], 9);
    expect(row?.text).toBe('Chào anh/chị ạ.');
    const id = row?.id ?? 0;
    expect(await outbox.begin(id, 3_000, 23_000)).toBe(true);
    expect([await outbox.due(3_001, ['web'], 9), await outbox.begin(id, 3_001, 23_001)]).toEqual([[], false]);
    await close();
  });

  it('never changes a ledger entry', () => {
    const database = openDatabase(newFile());
    database
      .prepare(
        `INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, decided_by, citations, ms)
         VALUES ('t', 'c', 1, 1, '[]', 'q', 'chat', 'x', '[]', 1)`,
      )
      .run();
    expect(() => database.exec(`UPDATE turns SET outcome = 'answered'`)).toThrow(/append-only/);
  });
});
