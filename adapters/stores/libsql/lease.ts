import { setTimeout as wait } from 'node:timers/promises';
import { type Database, inTransaction } from './database.ts';
import { createKeptValues } from './kept-values.ts';

/** Longer than any work under a lease takes; a process that died holds it no longer than this. */
const LEASE_MS = 30_000;
const LOOK_AGAIN_MS = 25;

/**
 * A lock that processes on one state file share: `work` runs while nobody else holds the lease of that name. A dead
 * holder's lease ends by itself.
 * @param surroundings `newId` names the holder; `now` in ms since epoch
 */
export function createLease(
  database: Database,
  name: string,
  surroundings: { readonly now: () => number; readonly newId: () => string },
): <T>(work: () => Promise<T>) => Promise<T> {
  const kept = createKeptValues(database);
  const key = `lease:${name}`;

  function take(holder: string): boolean {
    return inTransaction(database, () => {
      const [, until = '0'] = kept.get(key)?.split(' ') ?? [];
      if (Number(until) > surroundings.now()) return false;
      kept.set(key, `${holder} ${surroundings.now() + LEASE_MS}`);
      return true;
    });
  }

  function release(holder: string): void {
    inTransaction(database, () => {
      if (kept.get(key)?.startsWith(`${holder} `)) kept.set(key, '');
    });
  }

  return async (work) => {
    const holder = surroundings.newId();
    while (!take(holder)) await wait(LOOK_AGAIN_MS);
    try {
      return await work();
    } finally {
      release(holder);
    }
  };
}
