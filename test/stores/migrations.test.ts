import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StoreUnusable } from '../../adapters/stores/errors.ts';
import { type Database, openDatabase, schemaVersion } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlInbox } from '../../adapters/stores/libsql/inbox.ts';
import { createKeptValues } from '../../adapters/stores/libsql/kept-values.ts';
import { MIGRATIONS } from '../../adapters/stores/libsql/migrations.ts';
import { createLibsqlOutbox } from '../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import { createLibsqlStaff } from '../../adapters/stores/libsql/staff.ts';
import { createLibsqlTicketLists } from '../../adapters/stores/libsql/ticket-lists.ts';
import { programArguments } from '../builders/bundled-programs.ts';
import { until } from '../builders/product.ts';
import { AGENT, SPOKESPERSON } from '../builders/ticket-readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-migrations-'));
let count = 0;
const newFile = () => join(folder, `state-${++count}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AN = 'messenger:page:an';
/** What an office had after some days, in columns that every version knows. */
const AN_OFFICE = `
  INSERT INTO conversations
    (id, channel, owner, epoch, ticket_id, disclosed_at, last_inbound_at, last_staff_at, reference, created_at) VALUES ('${AN}', 'messenger', 'staff', 2, 't-2', 1000, 5000, 6000, '{"channelId":"messenger"}', 900);
  INSERT INTO conversations
    (id, channel, owner, epoch, ticket_id, disclosed_at, last_inbound_at, last_staff_at, reference, created_at) VALUES ('web:web:binh', 'web', 'bot', 1, NULL, NULL, 2000, NULL, '{}', 1900);
  INSERT INTO inbox (key, conversation_id, channel, activity, at, received_at, state, attempts) VALUES
    ('k1', '${AN}', 'messenger', '{"type":"message","text":"học phí ạ"}', 1000, 1001, 'done', 0),
    ('k2', '${AN}', 'messenger', '{"type":"message","text":"cháu lớp 3"}', 5000, 5001, 'waiting', 2),
    ('k3', 'web:web:binh', 'web', '{"type":"message"}', 2000, 2001, 'parked', 5);
  INSERT INTO messages (conversation_id, epoch, author, author_name, text, at) VALUES
    ('${AN}', 1, 'citizen', NULL, 'học phí ạ', 1000), ('${AN}', 1, 'bot', NULL, 'Dạ, miễn ạ', 1100),
    ('${AN}', 2, 'staff', 'Cô Lan', 'Chào chị', 6000);
  INSERT INTO outbox (id, correlation_id, conversation_id, channel, state, next_at, created_at) VALUES
    (2, 'turn:1:0', '${AN}', 'messenger', 'sent', 1100, 1100), (3, 'staff:r', '${AN}', 'messenger', 'pending', 6000, 6000);
  INSERT INTO tickets (id, conversation_id, channel, epoch, topic, priority, state, question, assignee, opened_at, updated_at, closed_at, closing_note)
    VALUES ('t-1', '${AN}', 'messenger', 1, 'press', 'high', 'closed', 'báo chí', 'lan', 1100, 1500, 1500, 'xong'),
           ('t-2', '${AN}', 'messenger', 2, NULL, 'normal', 'claimed', 'gặp cán bộ', 'lan', 5100, 6000, NULL, NULL);
  INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, topic, priority, decided_by, reply,
    citations, ms) VALUES ('turn-1', '${AN}', 1, 1100, '[1]', 'học phí ạ', 'answered', NULL, NULL, 'answer', 'Dạ, miễn ạ', '[]', 3.5);
  INSERT INTO staff (name, display_name, role, password_hash, must_change_password) VALUES ('lan', 'Cô Lan', 'agent', 'hash', 0);
  INSERT INTO staff_sessions (digest, staff_name, csrf_token, expires_at) VALUES ('digest', 'lan', 'csrf', 9000);
  INSERT INTO login_failures VALUES ('lan', 800);
  INSERT INTO kept_values VALUES ('visitor-key', 'abc');
`;
const TABLES = [
  'conversations',
  'inbox',
  'kept_values',
  'login_failures',
  'messages',
  'outbox',
  'staff',
  'staff_sessions',
  'tickets',
  'turns',
];

function aFileOfVersion(version: number): string {
  const file = newFile();
  const database = openDatabase(file, MIGRATIONS.slice(0, version));
  database.exec(AN_OFFICE);
  database.close();
  return file;
}

function countRows(database: Database): number[] {
  return TABLES.map((table) => (database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get() as { n: number }).n);
}

function schemaOf(database: Database): readonly unknown[] {
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all() as {
    sql: string | null;
  }[];
  return rows.map((row) => ({ ...row, sql: row.sql?.replace(/\s+/g, ' ') }));
}

describe.each(MIGRATIONS.slice(1).map((_, index) => index + 1))('a state file of version %i', (version) => {
  it('is brought to the newest version with every row', () => {
    const file = aFileOfVersion(version);
    const old = openDatabase(file, MIGRATIONS.slice(0, version));
    const before = countRows(old);
    old.close();
    const database = openDatabase(file);
    expect(schemaVersion(database)).toBe(MIGRATIONS.length);
    expect(countRows(database)).toEqual(before);
    expect(before.every((rows) => rows > 0)).toBe(true);
  });

  it('gets the schema of a new one', () => {
    expect(schemaOf(openDatabase(aFileOfVersion(version)))).toEqual(schemaOf(openDatabase(newFile())));
  });

  it('can be read and carried on through every port', async () => {
    const database = openDatabase(aFileOfVersion(version));
    const records = createLibsqlRecords(database, () => 'new-id');
    expect(await records.conversation(AN)).toMatchObject({ owner: 'staff', epoch: 2, ticketId: 't-2' });
    expect((await records.transcript(AN, 0, 10)).map((line) => [line.text, line.delivery])).toEqual([
      ['học phí ạ', null],
      ['Dạ, miễn ạ', 'sent'],
      ['Chào chị', 'pending'],
    ]);
    expect(await records.countTickets()).toEqual({ new: 0, claimed: 1, waiting: 0, closed: 1 });
    const lists = createLibsqlTicketLists(database);
    expect(await lists.counts(SPOKESPERSON, 0)).toMatchObject({ mine: 1, unassigned: 0, open: 1, closed: 1 });
    expect((await lists.search(['hoc', 'phi'], SPOKESPERSON, 5)).map(({ id }) => id)).toEqual(['t-1']);
    expect((await lists.search(['chi'], AGENT, 5)).map(({ id }) => id)).toEqual(['t-2']);
    const inbox = createLibsqlInbox(database);
    expect(await inbox.waiting(AN)).toMatchObject([{ key: 'k2', attempts: 2, activity: { text: 'cháu lớp 3' } }]);
    expect((await inbox.claim(99_999, 0, 10)).map((claim) => claim.conversationId)).toEqual([AN]);
    expect(await createLibsqlOutbox(database).due(99_999, ['messenger'], 10)).toMatchObject([{ text: 'Chào chị' }]);
    expect(await createLibsqlStaff(database).find('lan')).toMatchObject({ displayName: 'Cô Lan', role: 'agent' });
    expect(await createKeptValues(database).get('visitor-key')).toBe('abc');
    expect(await records.close('t-2', { staffName: 'lan', note: '', farewell: 'Chào', at: 7_000 })).toEqual({
      ok: true,
    });
  });

  it('stays whole when a migration fails half-way', () => {
    const file = aFileOfVersion(version);
    const broken = [...MIGRATIONS.slice(0, version), 'DELETE FROM turns; ALTER TABLE nowhere ADD COLUMN x'];
    expect(() => openDatabase(file, broken)).toThrow(StoreUnusable);
    const database = openDatabase(file, MIGRATIONS.slice(0, version));
    expect([schemaVersion(database), ...countRows(database)]).toEqual([version, 2, 3, 1, 1, 3, 2, 1, 1, 2, 1]);
  });
});

describe('a kill -9 in the middle of a migration', () => {
  it('leaves the version of before, whole', { timeout: 60_000 }, async () => {
    const file = aFileOfVersion(MIGRATIONS.length);
    const child = spawn(
      process.execPath,
      [...programArguments(join(import.meta.dirname, '../faults/migration-child.ts')), file],
      { env: { PATH: process.env.PATH ?? '' }, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    // Pages that do not fit into memory are in the log already: it is really in the middle.
    await until(() => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 8_000_000, 40_000);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const database = openDatabase(file);
    expect(schemaVersion(database)).toBe(MIGRATIONS.length);
    expect(schemaOf(database)).toEqual(schemaOf(openDatabase(newFile())));
    expect((database.prepare('SELECT COUNT(*) AS n FROM staff').get() as { n: number }).n).toBe(1);
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  });
});
