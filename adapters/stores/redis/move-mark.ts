import { z } from 'zod';
import { StoreUnusable } from '../errors.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

const KEY = `${PREFIX}move`;

const markSchema = z.object({ state: z.enum(['unfinished', 'moved']), at: z.number() });

/**
 * Stands in a Redis that no server may use: `unfinished`, a state is being carried here and is not whole; `moved`, its
 * state is being or was carried to a file and grows old.
 */
export type MoveMark = z.infer<typeof markSchema>['state'];

/** The mark there; `null` when there is none. */
export async function readMoveMark({ send }: RedisConnection): Promise<MoveMark | null> {
  const found = await send(['GET', KEY]);
  return found === null ? null : markSchema.parse(JSON.parse(String(found))).state;
}

/** Keeps every process that starts from now on from using this Redis. */
export async function setMoveMark({ send }: RedisConnection, state: MoveMark, now: number): Promise<void> {
  await send(['SET', KEY, JSON.stringify({ state, at: now })]);
}

export async function removeMoveMark({ send }: RedisConnection): Promise<void> {
  await send(['DEL', KEY]);
}

const PROBLEMS: Readonly<Record<MoveMark, string>> = {
  unfinished:
    'holds a state that was not wholly carried here; run "npm run admin -- store move --to redis" again, which begins anew',
  moved:
    'was moved to a file and is old now; unset REDIS_URL, or run "npm run admin -- store unmark --at redis" to use this old one again',
};

/** @throws StoreUnusable when a mark stands there */
export async function refuseMarked(connection: RedisConnection): Promise<void> {
  const mark = await readMoveMark(connection);
  if (mark !== null) throw new StoreUnusable(connection.description, PROBLEMS[mark]);
}
