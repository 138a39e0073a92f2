import { z } from 'zod';
import { type Database, inTransaction } from '../libsql/database.ts';
import { COUNTER_TABLES, FILE_TABLES, type FileTable, fieldOf } from './file-tables.ts';
import type { Json, Kind, StateRecord, StateWriter } from './kinds.ts';

const columnRows = z.array(z.object({ name: z.string() }));
const idRows = z.array(z.object({ id: z.number() }));
const sequenceRow = z.object({ seq: z.number() }).optional();

const factorRecord = z.object({
  staffName: z.string(),
  sealedKey: z.string(),
  lastStep: z.number(),
  codes: z.array(z.string()),
});
const pendingRecord = z.object({ conversationId: z.string(), codes: z.array(z.string()) });
const keyRecord = z.object({ key: z.string(), receivedAt: z.number() });
const counterRecord = z.object({ name: z.string(), value: z.number() });
const delayRecord = z.object({ conversationId: z.string(), notBefore: z.number() });

/**
 * Writes into a new state file of this program's version.
 * @param now when the move began, ms since epoch
 */
export function createFileWriter(database: Database, now: number): StateWriter {
  const keys: z.infer<typeof keyRecord>[] = [];
  const columns = new Map<string, readonly string[]>();

  function columnsOf(table: string): readonly string[] {
    const known =
      columns.get(table) ??
      columnRows.parse(database.prepare(`PRAGMA table_info(${table})`).all()).map(({ name }) => name);
    columns.set(table, known);
    return known;
  }

  /** A field for which the table has no column is a fault of the program: nothing may be lost silently. */
  function insert(table: FileTable, record: StateRecord): void {
    const { json = [], flags = [], made = {} } = table;
    const values = new Map<string, Json>();
    const fields = new Set(Object.keys(record));
    for (const column of columnsOf(table.name)) {
      const field = fieldOf(column);
      const make = made[column];
      if (make !== undefined) values.set(column, make(record, now));
      else if (fields.delete(field))
        values.set(column, toColumn(record[field] ?? null, json.includes(column), flags.includes(column)));
    }
    if (fields.size > 0) throw new Error(`Table ${table.name} has no column for ${[...fields].join(', ')}.`);
    const names = [...values.keys()];
    database
      .prepare(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...values.values());
  }

  function setCounter({ name, value }: z.infer<typeof counterRecord>): void {
    const table = Object.entries(COUNTER_TABLES).find(([, counter]) => counter === name)?.[0];
    if (table === undefined) throw new Error(`The state file has no counter ${name}.`);
    const changed = database.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?').run(value, table).changes;
    if (changed === 0) database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, value);
  }

  /** A key gets an id that no mail has, the newest the highest: they are cleared away in that order. */
  function writeKeys(): void {
    const used = new Set(idRows.parse(database.prepare('SELECT id FROM inbox').all()).map(({ id }) => id));
    const last = sequenceRow.parse(database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'inbox'`).get());
    let id = Math.max(last?.seq ?? 0, used.size + keys.length);
    const add = database.prepare(
      `INSERT INTO inbox (id, key, conversation_id, channel, activity, at, received_at, state) VALUES (?, ?, '', '', '{}', ?, ?, 'done')`,
    );
    for (const { key, receivedAt } of keys.sort((one, other) => other.receivedAt - one.receivedAt)) {
      while (used.has(id)) id -= 1;
      add.run(id, key, receivedAt, receivedAt);
      id -= 1;
    }
  }

  const special: Partial<Record<Kind, (record: StateRecord) => void>> = {
    counters: (record) => setCounter(counterRecord.parse(record)),
    keys: (record) => void keys.push(keyRecord.parse(record)),
    delays(record) {
      const { conversationId, notBefore } = delayRecord.parse(record);
      const delay = database.prepare(`UPDATE inbox SET not_before = ? WHERE conversation_id = ? AND state = 'waiting'`);
      delay.run(notBefore, conversationId);
    },
    factors(record) {
      const { staffName, sealedKey, lastStep, codes } = factorRecord.parse(record);
      database
        .prepare('INSERT INTO staff_factors (staff_name, sealed_key, last_step) VALUES (?, ?, ?)')
        .run(staffName, sealedKey, lastStep);
      const add = database.prepare('INSERT INTO staff_recovery_codes (staff_name, digest) VALUES (?, ?)');
      for (const digest of codes) add.run(staffName, digest);
    },
    pending(record) {
      const { conversationId, codes } = pendingRecord.parse(record);
      const add = database.prepare('INSERT INTO pending_erasures (code, conversation_id) VALUES (?, ?)');
      for (const code of codes) add.run(code, conversationId);
    },
  };

  return {
    async write(kind, records) {
      const table = FILE_TABLES[kind];
      const add = table === undefined ? special[kind] : (record: StateRecord) => insert(table, record);
      inTransaction(database, () => {
        for (const record of records) add?.(record);
      });
    },
    async finish() {
      inTransaction(database, writeKeys);
    },
  };
}

function toColumn(value: Json, isJson: boolean, isFlag: boolean): Json {
  if (isJson) return JSON.stringify(value);
  return isFlag ? Number(value === true) : value;
}
