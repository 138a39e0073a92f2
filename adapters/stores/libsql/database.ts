import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { type StorageFault, StoreUnavailable } from '../../../bot/ports/store-health.ts';
import { StoreUnusable } from '../errors.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';
import { refuseMovedFolder } from './moved-folder.ts';
import { storageFault } from './storage-faults.ts';

/** An open libsql database file. Calls are synchronous and run in this process. */
export type Database = Libsql.Database;

/** Stands in the data folder while a restore moves files; a folder that still has it is half old, half new. */
export const UNFINISHED_RESTORE = 'restore-unfinished.json';

const RESTORE = 'restore a backup with "npm run admin -- restore FILE" (what is there now is kept aside)';

const ADVICE: Readonly<Record<StorageFault, string>> = {
  full: 'cannot be written because the disk is full; free some space and start again, nothing that was stored is lost',
  'read-only':
    'cannot be written; give the user that runs this program the right to write the folder and the files in it',
  damaged: `is damaged; copy the whole folder first, then ${RESTORE}`,
  busy: 'is held by another program; end that one and start again',
  failing: 'cannot be read or written; check the disk and that the folder exists',
  unreachable: 'does not answer; check the disk or the share that the folder lies on',
};

/**
 * Opens (and if need be creates or migrates) the state file. WAL with `synchronous=FULL`: a committed transaction
 * survives power loss, readers never wait for the writer. Any number of processes may have it open.
 * @param migrations those of this program; an older file is brought to the newest, a newer one is refused
 * @throws StoreUnusable when the file cannot be opened, is damaged, is of another program or of a newer version
 */
export function openDatabase(file: string, migrations: readonly string[] = MIGRATIONS): Database {
  let database: Database | null = null;
  try {
    if (file !== ':memory:') prepareFolder(file);
    database = new Libsql(file);
    database.pragma('busy_timeout = 5000');
    // Takes effect in a new file only; an older one gets it with its first restore from a backup.
    database.pragma('auto_vacuum = INCREMENTAL');
    refuseForeign(database, file, migrations.length);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // What an erasure deletes must not stay readable in free space of the file.
    database.pragma('secure_delete = ON');
    migrate(database, migrations);
    return preparingOnce(database);
  } catch (cause) {
    database?.close();
    throw unusable(file, cause);
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

/** Says what to do about a fault that keeps the state file from being used. */
export function unusable(file: string, cause: unknown): StoreUnusable {
  if (cause instanceof StoreUnusable) return cause;
  const fault = cause instanceof StoreUnavailable ? cause.fault : (storageFault(cause) ?? 'failing');
  // Where SQLite cannot make its files beside the database it does not say that room is what lacks.
  return new StoreUnusable(file, ADVICE[fault === 'failing' && hasNoRoom(dirname(file)) ? 'full' : fault], cause);
}

function hasNoRoom(folder: string): boolean {
  try {
    return statfsSync(folder).bavail === 0;
  } catch {
    return false;
  }
}

const faults = new WeakMap<Database, StorageFault>();

/** What the storage refused last; `null` when the last transaction was kept. */
export function lastStorageFault(database: Database): StorageFault | null {
  return faults.get(database) ?? null;
}

/**
 * Runs `work` in one immediate transaction: all of it is durable when this returns, or none of it.
 * @throws StoreUnavailable when the storage refuses; worth a retry
 */
export function inTransaction<T>(database: Database, work: () => T): T {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw noteFault(database, error);
  }
  try {
    const result = work();
    database.exec('COMMIT');
    faults.delete(database);
    return result;
  } catch (error) {
    // After a full disk or a read error SQLite has undone the transaction by itself.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw noteFault(database, error);
  }
}

/** Keeps in mind that the storage refused, and gives what to throw: `error` itself when it is about something else. */
export function noteFault(database: Database, error: unknown): unknown {
  const fault = storageFault(error);
  if (fault === null) return error;
  faults.set(database, fault);
  return new StoreUnavailable(fault, error);
}

/** A new file where an old one was lost would look like an office without a past, so it is not made. */
function prepareFolder(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(join(dirname(file), UNFINISHED_RESTORE))) {
    throw new StoreUnusable(file, 'is half restored; run "npm run admin -- restore FILE" once more to the end');
  }
  refuseMovedFolder(dirname(file), file);
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  accessSync(dirname(file), constants.W_OK);
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0 && !existsSync(file)) {
    throw new StoreUnusable(
      file,
      `is gone while its log ${file}-wal is still there; put the file back, or ${RESTORE}, or move the log away to begin anew`,
    );
  }
}

/** Refuses what this program did not write, or a newer one did. Reads before anything is written. */
function refuseForeign(database: Database, file: string, newest: number): void {
  const version = schemaVersion(database);
  const { application_id: owner } = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
  const names = new Set(tables.map((table) => table.name));
  const ours = version === 0 ? names.size === 0 : names.has('inbox') && names.has('turns');
  if ((owner !== 0 && owner !== APPLICATION_ID) || !ours) {
    throw new StoreUnusable(file, 'is of another program; name another folder with --data or DATA_DIR');
  }
  if (version > newest) {
    throw new StoreUnusable(
      file,
      `has schema version ${version}, newer than this program's ${newest}; start the newer program`,
    );
  }
}

/** The number of migrations that a database has behind it. */
export function schemaVersion(database: Database): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Each step is a transaction: a crash leaves the version before or after it. The version is read under the lock,
 * because two processes may find the same old file. */
function migrate(database: Database, migrations: readonly string[]): void {
  for (let version = schemaVersion(database); version < migrations.length; version += 1) {
    inTransaction(database, () => {
      if (schemaVersion(database) !== version) return;
      database.exec(migrations[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
