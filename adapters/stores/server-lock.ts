import { join } from 'node:path';
import { lockFolder } from '../folder-lock.ts';
import { StoreUnusable } from './errors.ts';
import { unusable } from './libsql/database.ts';

/**
 * Takes the one right to serve from a data folder; the result gives it back. Two servers would answer the same mail
 * from memory of their own: sessions, rate limits and live pages of one do not know of the other. Commands that only
 * read or write rows need no lock.
 * @throws StoreUnusable when another server holds it, or the folder cannot be written
 */
export function lockServer(dataDir: string, now: number): () => void {
  const file = join(dataDir, 'state.db');
  const lock = lockOf(dataDir, file, now);
  if (lock.taken) return lock.release;
  const who = lock.holder === null ? '' : ` (process ${lock.holder.pid}, since ${lock.holder.since})`;
  throw new StoreUnusable(
    file,
    `is in use by a running server${who}; stop that server first, or give this one a folder of its own with --data`,
  );
}

function lockOf(dataDir: string, file: string, now: number) {
  try {
    return lockFolder(join(dataDir, 'server-lock'), now);
  } catch (cause) {
    throw unusable(file, cause);
  }
}
