import type { StorageFault } from '../../../bot/ports/store-health.ts';

/** By the beginning of the code that SQLite or the file system gives. */
const FAULTS: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(?:SQLITE_READONLY|EROFS|EACCES|EPERM)/, 'read-only'],
  [/^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/, 'damaged'],
  [/^(?:SQLITE_BUSY|SQLITE_LOCKED)/, 'busy'],
  [/^(?:SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/, 'failing'],
];

/** What is wrong with the storage; `null` when `error` is about something else, such as a broken constraint. */
export function storageFault(error: unknown): StorageFault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAULTS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
