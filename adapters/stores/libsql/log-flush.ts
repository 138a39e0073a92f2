import { close, fdatasync, open } from 'node:fs';
import { promisify } from 'node:util';
import type { Database } from './database.ts';

const openFile = promisify(open);
const closeFile = promisify(close);
const syncFile = promisify(fdatasync);

/** Brings to the disk what was committed before the call, without holding the event loop up. */
export type FlushLog = () => Promise<void>;

/**
 * `synchronous = FULL` makes each commit wait for the disk while nothing else of the process can run. Here the commit
 * itself is made with `NORMAL`, which only writes the log, and the same flush of the log follows on another thread:
 * once it has ended, as much is safe from a power cut as with `FULL`. The log stays one file as long as the database is
 * open, and SQLite flushes by itself before it begins the log anew.
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export function logFlushOf(database: Database): FlushLog {
  const { file } = database.prepare('PRAGMA database_list').get() as { file: string };
  // A database in memory has no log.
  if (file === '') return () => Promise.resolve();
  let log: Promise<number> | null = null;
  let flushing: Promise<void> = Promise.resolve();

  const closeDatabase = database.close.bind(database);
  database.close = () => {
    const opened = log;
    log = null;
    void flushing.then(async () => opened !== null && closeFile(await opened)).catch(() => undefined);
    return closeDatabase();
  };

  return async () => {
    const opening = log ?? openFile(`${file}-wal`, 'r+');
    log = opening;
    opening.catch(() => {
      // Too many open files, for example: it is tried again.
      log = null;
    });
    flushing = opening.then(syncFile);
    await flushing;
  };
}

/** Runs `work` with commits that only write the log; they are durable after the next flush of the log. */
export function withoutFlush<T>(database: Database, work: () => T): T {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
}
