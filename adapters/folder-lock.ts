import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod';
import { storageFault } from './stores/libsql/storage-faults.ts';

const holderSchema = z.object({ pid: z.number(), since: z.string() });

/** The process that holds a lock; `since` as people in Việt Nam read a time. */
export type LockHolder = z.infer<typeof holderSchema>;

export type FolderLock =
  | { readonly taken: true; readonly release: () => void }
  /** `null`: it holds the lock, but has not said who it is yet. */
  | { readonly taken: false; readonly holder: LockHolder | null };

/**
 * Takes a right that only one process may have at a time. The lock is a database lock, which the system drops with the
 * process, however that ends: nothing is left behind by a kill -9 or a restart of a container.
 * @param file without ending: `<file>.db` carries the lock, `<file>.json` says who holds it
 * @throws errors of the file system, when the files cannot be made
 */
export function lockFolder(file: string, now: number): FolderLock {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new Libsql(`${file}.db`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (storageFault(error) !== 'busy') throw error;
    return { taken: false, holder: readHolder(`${file}.json`) };
  }
  function release(): void {
    lock.exec('ROLLBACK');
    lock.close();
  }
  try {
    writeFileSync(`${file}.json`, JSON.stringify({ pid: process.pid, since: timeInVietnam(now) }));
  } catch (error) {
    release();
    throw error;
  }
  return { taken: true, release };
}

function readHolder(file: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function timeInVietnam(at: number): string {
  return new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}
