import { z } from 'zod';
import type { Database } from '../libsql/database.ts';
import { COUNTER_TABLES, FILE_TABLES, type FileTable, fieldOf, isOfTheState } from './file-tables.ts';
import { BATCH, type Json, type Kind, keysSince, type ReadState, type StateRecord } from './kinds.ts';

const rows = z.array(z.record(z.string(), z.union([z.null(), z.number(), z.string()])));
type Row = z.infer<typeof rows>[number];

/** Kinds that no single table holds as they are. `:now` is when the move began. */
const QUERIES: Partial<Record<Kind, string>> = {
  counters: `SELECT name, seq AS value FROM sqlite_sequence WHERE seq > 0`,
  keys: `SELECT key, received_at FROM inbox WHERE state = 'done' AND received_at > :since`,
  delays: `SELECT conversation_id, MAX(not_before) AS not_before FROM inbox WHERE state = 'waiting'
           GROUP BY conversation_id HAVING MAX(not_before) > 0`,
  pending: `SELECT conversation_id, json_group_array(code) AS codes FROM
              (SELECT conversation_id, code FROM pending_erasures ORDER BY rowid) GROUP BY conversation_id`,
  factors: `SELECT staff_name, sealed_key, last_step,
              (SELECT json_group_array(digest) FROM (SELECT digest FROM staff_recovery_codes c
               WHERE c.staff_name = f.staff_name ORDER BY digest)) AS codes
            FROM staff_factors f ORDER BY staff_name`,
};

/**
 * Reads a state file of this program's version.
 * @param now when the move began, ms since epoch; the same for every reading of it
 */
export function createFileReader(database: Database, now: number): ReadState {
  async function* readTable(kind: Kind, table: FileTable): AsyncGenerator<readonly StateRecord[]> {
    const step = database.prepare(
      `SELECT rowid AS "row id", * FROM ${table.name} WHERE rowid > ? AND ${table.where ?? 'TRUE'} ORDER BY rowid LIMIT ${BATCH}`,
    );
    for (let after: number = Number.MIN_SAFE_INTEGER; ; ) {
      const found = rows.parse(step.all(after));
      const last = found.at(-1);
      if (last === undefined) return;
      yield found.map((row) => toRecord(row, table)).filter((record) => isOfTheState(kind, record));
      after = Number(last['row id']);
    }
  }

  return (kind) => {
    const table = FILE_TABLES[kind];
    if (table !== undefined) return readTable(kind, table);
    return (async function* () {
      const statement = database.prepare(QUERIES[kind] ?? '');
      const found = rows.parse(kind === 'keys' ? statement.all({ since: keysSince(now) }) : statement.all());
      for (let start = 0; start < found.length; start += BATCH) {
        yield found
          .slice(start, start + BATCH)
          .map((row) => named(kind, toRecord(row, { name: kind, json: ['codes'] })));
      }
    })();
  };
}

/** Counters have the names of their tables in the file. */
function named(kind: Kind, record: StateRecord): StateRecord {
  if (kind !== 'counters') return record;
  const known = Object.entries(COUNTER_TABLES).find(([table]) => table === record['name']);
  return { ...record, name: known?.[1] ?? String(record['name']) };
}

function toRecord(row: Row, { json = [], flags = [], made = {} }: FileTable): StateRecord {
  const read = (column: string, value: Row[string] = null): Json => {
    if (flags.includes(column)) return value === 1;
    return json.includes(column) && typeof value === 'string' ? JSON.parse(value) : value;
  };
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'row id' && !(column in made))
      .map(([column, value]) => [fieldOf(column), read(column, value)]),
  );
}
