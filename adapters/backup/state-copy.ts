import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Libsql from 'libsql';
import { schemaVersion } from '../stores/libsql/database.ts';
import { MIGRATIONS } from '../stores/libsql/migrations.ts';

/** What a state file holds, when it is sound. */
export interface StateFacts {
  readonly schemaVersion: number;
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Copies the state file as it is at one moment, while others go on reading and writing it. The copy has no log beside it,
 * no free pages, and gives space back to the disk from then on (`auto_vacuum`). The original is not changed, not even
 * brought to a newer version.
 * @param copy must not exist; only its owner can read it
 * @throws errors of SQLite: a damaged original, a full disk
 */
export function copyState(file: string, copy: string): void {
  closeSync(openSync(copy, 'wx', 0o600));
  const database = new Libsql(file);
  try {
    database.pragma('busy_timeout = 5000');
    database.pragma('auto_vacuum = INCREMENTAL');
    database.prepare('VACUUM INTO ?').run(copy);
  } finally {
    database.close();
  }
  chmodSync(copy, 0o600);
}

/** Reads every page and index of a state file and counts its rows; `null` when it is damaged or newer than this program. */
export function examineState(file: string): StateFacts | null {
  if (!existsSync(file)) return null;
  const database = new Libsql(file);
  try {
    const [first] = database.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    const version = schemaVersion(database);
    if (first?.integrity_check !== 'ok' || version < 1 || version > MIGRATIONS.length) return null;
    return { schemaVersion: version, rows: countRows(database) };
  } catch {
    return null;
  } finally {
    database.close();
  }
}

function countRows(database: Libsql.Database): Readonly<Record<string, number>> {
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const { n } = database.prepare(`SELECT COUNT(*) AS n FROM "${name}"`).get() as { n: number };
      return [name, n];
    }),
  );
}
