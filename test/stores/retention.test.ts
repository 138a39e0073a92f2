import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';
import { createLibsqlRetention } from '../../adapters/stores/libsql/retention.ts';
import { runDailyRetention } from '../../bot/daily-retention.ts';
import { anArrival } from '../builders/arrivals.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { until } from '../builders/product.ts';
import { aSession } from '../builders/staff-sessions.ts';
import { aTurn } from '../builders/turns.ts';
import { retentionContract } from '../contracts/retention.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-retention-'));
let count = 0;
const newFile = () => join(folder, `state-${++count}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = 1_795_392_000_000;
const DAY = 24 * 3_600_000;
const TABLES = ['inbox', 'messages', 'tickets', 'turns', 'conversations'] as const;

retentionContract('libsql file', async () => {
  const file = newFile();
  const database = openDatabase(file);
  return {
    ...createLibsqlEngine(database, file, { onFault() {} }),
    everything: async () => JSON.stringify(TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`).all())),
  };
});

/** Old mail of one citizen, each with about a kilobyte of words. */
function anOldFile(rows: number): { file: string; database: Database } {
  const file = newFile();
  const database = openDatabase(file);
  database.exec(
    `INSERT INTO inbox (key, conversation_id, channel, activity, at, received_at, state)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
     SELECT 'k' || i, 'web:web:an', 'web', '{"text":"sen-hồng ' || hex(randomblob(500)) || '"}', i, i, 'done' FROM n`,
  );
  return { file, database };
}

describe('retention in the state file', () => {
  it('keeps the words of worked-off mail for two days and its key for eight', async () => {
    const file = newFile();
    const stores = createLibsqlEngine(openDatabase(file), file, { onFault() {} });
    for (const days of [1, 3, 9]) {
      await stores.inbox.put([anArrival({ key: `of-${days}`, at: NOW - days * DAY })], NOW - days * DAY);
      const [item] = await stores.inbox.waiting('web:web:an');
      await stores.records.commit(aTurn({ itemIds: [item?.id ?? 0] }));
    }
    expect(await stores.retention.retain(NOW, 365)).toMatchObject({ emptiedMail: 1, deletedMail: 1 });
    const again = [1, 3, 9].map((days) => anArrival({ key: `of-${days}` }));
    expect(await stores.inbox.put(again, NOW)).toEqual({ stored: 1, duplicates: 2 });
  });

  it('ends log-ins whose time is over, and forgets failed ones of days before', async () => {
    const file = newFile();
    const stores = createLibsqlEngine(openDatabase(file), file, { onFault() {} });
    await stores.staff.openSession('over', aSession({ expiresAt: NOW - 1 }));
    await stores.staff.openSession('runs', aSession({ expiresAt: NOW + 1 }));
    await stores.staff.recordFailure('name:lan', NOW - 1_000, 0);
    await stores.staff.recordFailure('name:lan', NOW - 2 * DAY, 0);
    expect(await stores.retention.retain(NOW, 365)).toMatchObject({ sessions: 1, loginFailures: 1 });
    expect(await stores.staff.session('runs', NOW)).not.toBeNull();
    expect(await stores.staff.failures('name:lan', 0)).toEqual({ count: 1, lastAt: NOW - 1_000 });
  });

  it('works in steps of few rows, between which other work gets its turn', async () => {
    const { database } = anOldFile(5_000);
    const steps: number[] = [];
    let turns = 0;
    let atLastCommit = -1;
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT') {
        steps.push((database.prepare('SELECT changes() AS n').get() as { n: number }).n);
        expect(turns).toBeGreaterThan(atLastCommit);
        atLastCommit = turns;
      }
      return exec(sql);
    };
    let working = true;
    const otherWork = (): void => {
      turns += 1;
      if (working) setImmediate(otherWork);
    };
    otherWork();
    await createLibsqlRetention(database).retain(NOW, 365);
    working = false;
    expect(Math.max(...steps)).toBeLessThanOrEqual(50);
    expect(steps.length).toBeGreaterThanOrEqual(100);
  });

  it('gives the room back to the disk and leaves no word in file or log', async () => {
    const { file, database } = anOldFile(20_000);
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    const before = statSync(file).size;
    await createLibsqlRetention(database).retain(NOW, 365);
    expect(statSync(file).size).toBeLessThan(before / 3);
    expect(filesHolding(folder, ['sen-hồng']).filter((found) => found.startsWith(file))).toEqual([]);
  });

  it('keeps the outcome of a turn when its words go, and lets nothing else of it be changed', async () => {
    const database = openDatabase(newFile());
    database.exec(
      `INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, topic, decided_by, reply, citations, ms)
       VALUES ('t', 'web:web:an', 1, 1, '[1]', 'hỏi', 'escalated', 'press', 'policy', 'đáp', '[]', 2)`,
    );
    await createLibsqlRetention(database).retain(NOW, 365);
    expect(database.prepare('SELECT outcome, topic, at, question, reply FROM turns').get()).toMatchObject({
      outcome: 'escalated',
      topic: 'press',
      at: 1,
      question: '',
      reply: null,
    });
    expect(() => database.exec(`UPDATE turns SET conversation_id = 'web:web:binh'`)).toThrow(/append-only/);
  });
});

describe('the daily pass', () => {
  it('comes soon after the start, goes on after a fault, and stops', async () => {
    let passes = 0;
    const faults: unknown[] = [];
    const stop = runDailyRetention({
      retention: {
        async retain() {
          passes += 1;
          throw new Error('the disk is full');
        },
      },
      wordsDays: 365,
      firstAfterMs: 1,
      now: () => NOW,
      onDone: () => undefined,
      onFault: (error) => faults.push(error),
    });
    await until(() => faults.length === 1);
    await stop();
    expect(passes).toBe(1);
  });
});
