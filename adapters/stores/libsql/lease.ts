import { setTimeout as wait } from 'node:timers/promises';
import type { Lock } from '../../../bot/ports/kept-values.ts';
import { type Database, inTransaction } from './database.ts';
import { keepValue } from './kept-values.ts';

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
): Lock {
  const key = `lease:${name}`;
  const selectHolder = database.prepare('SELECT value FROM kept_values WHERE name = ?');
  const holderNow = () => (selectHolder.get(key) as { value: string } | undefined)?.value ?? '';

  function take(holder: string): boolean {
    return inTransaction(database, () => {
      const [, until = '0'] = holderNow().split(' ');
      if (Number(until) > surroundings.now()) return false;
      keepValue(database, key, `${holder} ${surroundings.now() + LEASE_MS}`);
      return true;
    });
  }

  function release(holder: string): void {
    inTransaction(database, () => {
      if (holderNow().startsWith(`${holder} `)) keepValue(database, key, '');
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
