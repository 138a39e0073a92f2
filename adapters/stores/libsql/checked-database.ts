import { statSync } from 'node:fs';
import { StoreUnusable } from '../errors.ts';
import { type Database, inTransaction, openDatabase, unusable } from './database.ts';
import { keepValue } from './kept-values.ts';

/**
 * Opens the state file for a server: also reads every page once and writes one, so that damage or a full disk shows
 * before the first citizen does. Reading takes about 1.5 s a GB from memory (0.77 s for 520 MB on two cores), as long
 * as the disk needs to read the file otherwise; commands that only touch some rows use {@link openDatabase}.
 * @throws StoreUnusable
 */
export function openCheckedDatabase(file: string, startedAt: number): Database {
  let database: Database | null = null;
  try {
    refuseEmpty(file);
    database = openDatabase(file);
    const [first] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    if (first?.quick_check !== 'ok') throw damage(first?.quick_check ?? 'no answer');
    const opened = database;
    inTransaction(database, () => keepValue(opened, 'server-started-at', String(startedAt)));
    return database;
  } catch (cause) {
    database?.close();
    throw unusable(file, cause);
  }
}

/** To SQLite a file without a byte is a new one; it may as well be what a fault of the disk left of an old one. */
function refuseEmpty(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  throw new StoreUnusable(
    file,
    'is empty; restore a backup with "npm run admin -- restore FILE", or delete the file where nothing was ever stored in it',
  );
}

function damage(found: string): Error {
  return Object.assign(new Error(found), { code: 'SQLITE_CORRUPT' });
}
