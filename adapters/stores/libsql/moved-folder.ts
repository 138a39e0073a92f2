import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnusable } from '../errors.ts';

/** Stands in a data folder whose state was carried to Redis: what is left there grows old. */
export const MOVED_MARK = 'state-moved.json';

/** Keeps everybody from opening the state in a folder until the mark is taken away. */
export function markFolderMoved(dataDir: string, to: string, now: number): void {
  writeFileSync(join(dataDir, MOVED_MARK), JSON.stringify({ to, at: now }), { flush: true, mode: 0o600 });
}

/** Takes the mark away; `false` when there was none. */
export function unmarkFolder(dataDir: string): boolean {
  const mark = join(dataDir, MOVED_MARK);
  const found = existsSync(mark);
  rmSync(mark, { force: true });
  return found;
}

/** @throws StoreUnusable when the state of the folder was moved away */
export function refuseMovedFolder(dataDir: string, file: string): void {
  if (!existsSync(join(dataDir, MOVED_MARK))) return;
  throw new StoreUnusable(
    file,
    'was moved to Redis and is old now; set REDIS_URL, or run "npm run admin -- store unmark --at file" to use this old one again',
  );
}
