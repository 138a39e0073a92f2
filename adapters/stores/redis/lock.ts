import { setTimeout as wait } from 'node:timers/promises';
import type { Lock } from '../../../bot/ports/kept-values.ts';
import type { RedisConnection } from './connection.ts';
import { createRedisLease } from './lease.ts';

/** A process that died holds a lock no longer than this. */
const LEASE_MS = 30_000;
const LOOK_AGAIN_MS = 25;

/** What a lock needs of its surroundings. */
export interface LockSurroundings {
  /** Names the holder. */
  readonly newId: () => string;
  /** Told when the lock could not be lengthened or given back; it then ends by itself. */
  readonly onFault: (error: unknown) => void;
  /** How long a dead holder's lock lasts, half a minute unless given. */
  readonly leaseMs?: number;
}

/**
 * A lock that all processes on one Redis share. It is lengthened while `work` runs, however long that is; only a
 * process that stood still for the whole lease, or a Redis that forgot its last writes, can make two work at once.
 * The lock throws StoreUnavailable before `work` has begun, never after it.
 */
export function createRedisLock(connection: RedisConnection, name: string, surroundings: LockSurroundings): Lock {
  const { newId, onFault, leaseMs = LEASE_MS } = surroundings;
  return async (work) => {
    const lease = createRedisLease(connection, `lock:${name}`, newId(), leaseMs);
    while (!(await lease.hold())) await wait(LOOK_AGAIN_MS);
    let renewal: Promise<unknown> = Promise.resolve();
    const renewing = setInterval(() => {
      renewal = lease.hold().catch(onFault);
    }, leaseMs / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      // A renewal that arrived after the release would hold the lock for nobody.
      await renewal;
      await lease.release().catch(onFault);
    }
  };
}
