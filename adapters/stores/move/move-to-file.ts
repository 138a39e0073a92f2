import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder } from '../../flush-folder.ts';
import { openDatabase } from '../libsql/database.ts';
import { unmarkFolder } from '../libsql/moved-folder.ts';
import { connectRedis, type RedisConnection } from '../redis/connection.ts';
import { LIVE_CHANNEL } from '../redis/live-events.ts';
import { refuseMarked, removeMoveMark, setMoveMark } from '../redis/move-mark.ts';
import { scanKeys } from '../redis/scan-keys.ts';
import { bringUpToDate } from '../redis/schema.ts';
import { readUsableFacts } from '../redis/server-facts.ts';
import { lockServer } from '../server-lock.ts';
import { type Comparison, copyAndCompare } from './move-state.ts';
import type { MoveOptions, MoveOutcome } from './outcome.ts';
import { createFileReader } from './read-file.ts';
import { createRedisReader } from './read-redis.ts';
import { createFileWriter } from './write-file.ts';

/** Where the new file grows; it is named only when it is whole. */
const UNFINISHED = 'state-moving';

/**
 * Carries the state in Redis into a data folder that has none. The file gets its name only when everything was read back
 * from it and found the same; a move that was cut off leaves no state there. Redis stays as it was, with a mark that keeps
 * servers away from it; a move that failed takes the mark back.
 * @param force also while something hears the product's events at that Redis
 * @throws StoreUnusable while a server runs on the folder, when the state in Redis was moved already or is not whole;
 *   StoreUnavailable when Redis fails on the way; errors of the file system
 */
export async function moveToFile(options: MoveOptions & { readonly force: boolean }): Promise<MoveOutcome> {
  const { dataDir, redisUrl, now, onFault } = options;
  const unlock = lockServer(dataDir, now);
  try {
    const isTaken = ['state.db', 'state.db-wal'].some((name) => existsSync(join(dataDir, name)));
    if (isTaken) return { ok: false, reason: 'not-empty' };
    unmarkFolder(dataDir);
    const connection = await connectRedis(redisUrl, onFault);
    try {
      return await moveLocked(connection, options);
    } finally {
      await connection.close();
    }
  } finally {
    rmSync(join(dataDir, UNFINISHED), { recursive: true, force: true });
    unlock();
  }
}

async function moveLocked(
  connection: RedisConnection,
  options: MoveOptions & { readonly force: boolean },
): Promise<MoveOutcome> {
  const { now, force, newId, onFault } = options;
  await readUsableFacts(connection);
  await refuseMarked(connection);
  if ((await scanKeys(connection, 'ids')).size === 0 && (await scanKeys(connection, 'staff')).size === 0) {
    return { ok: false, reason: 'no-state' };
  }
  await bringUpToDate(connection, { newId, onFault });
  // From here on no server starts on it; those that run already are looked for after that.
  await setMoveMark(connection, 'moved', now);
  let moved = false;
  try {
    if (!force && (await isInUse(connection))) return { ok: false, reason: 'in-use' };
    const comparisons = await fillFile(connection, options);
    moved = comparisons.every(({ same }) => same);
    return moved ? { ok: true, comparisons } : { ok: false, reason: 'different', comparisons };
  } finally {
    if (!moved) await removeMoveMark(connection);
  }
}

/** Every process of the product hears its events; leases and locks of one that died end by themselves soon. */
async function isInUse(connection: RedisConnection): Promise<boolean> {
  const reply = await connection.send(['PUBSUB', 'NUMSUB', LIVE_CHANNEL]);
  const listeners = Array.isArray(reply) ? Number(reply[1]) : 0;
  return listeners > 0 || (await scanKeys(connection, 'lease:')).size > 0;
}

async function fillFile(
  connection: RedisConnection,
  { dataDir, now, onProgress }: MoveOptions,
): Promise<readonly Comparison[]> {
  const folder = join(dataDir, UNFINISHED);
  rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'state.db');
  const database = openDatabase(file);
  const sides = {
    readSource: createRedisReader(connection, now),
    target: createFileWriter(database, now),
    readTarget: createFileReader(database, now),
  };
  const comparisons = await copyAndCompare(sides, onProgress).finally(() => {
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    database.close();
  });
  if (comparisons.every(({ same }) => same)) {
    renameSync(file, join(dataDir, 'state.db'));
    flushFolder(dataDir);
  }
  return comparisons;
}
