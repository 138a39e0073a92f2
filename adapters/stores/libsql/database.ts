import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { StoreUnusable } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';

/** An open libsql database file. Calls are synchronous and run in this process. */
export type Database = Libsql.Database;

/**
 * Opens (and if need be creates or migrates) the state file. WAL with `synchronous=FULL`: a committed transaction
 * survives power loss, readers never wait for the writer.
 * @throws StoreUnusable when the file cannot be opened, is damaged or was written by a newer version.
 */
export function openDatabase(file: string): Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Libsql(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('busy_timeout = 5000');
    // What an erasure deletes must not stay readable in free space of the file.
    database.pragma('secure_delete = ON');
    migrate(database, file);
    return preparingOnce(database);
  } catch (cause) {
    if (cause instanceof StoreUnusable) throw cause;
    throw new StoreUnusable(
      file,
      'cannot be opened; check that the folder is writable and the file is not damaged',
      cause,
    );
  }
}

/** Preparing a statement takes longer than most of them run, so each is prepared once. */
function preparingOnce(database: Database): Database {
  const prepare = database.prepare.bind(database);
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  Object.defineProperty(database, 'prepare', {
    value(text: string) {
      const statement = prepared.get(text) ?? prepare(text);
      prepared.set(text, statement);
      return statement;
    },
  });
  return database;
}

/** Runs `work` in one immediate transaction: all of it is durable when this returns, or none of it. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function migrate(database: Database, file: string): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (row.user_version > MIGRATIONS.length) {
    throw new StoreUnusable(
      file,
      `has schema version ${row.user_version}, newer than this program's ${MIGRATIONS.length}; start the newer program`,
    );
  }
  for (let version = row.user_version; version < MIGRATIONS.length; version += 1) {
    inTransaction(database, () => {
      database.exec(MIGRATIONS[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
