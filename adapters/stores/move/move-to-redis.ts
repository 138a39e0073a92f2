import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../libsql/database.ts';
import { markFolderMoved } from '../libsql/moved-folder.ts';
import { connectRedis, PREFIX, type RedisConnection } from '../redis/connection.ts';
import { type MoveMark, readMoveMark, removeMoveMark, setMoveMark } from '../redis/move-mark.ts';
import { scanKeys } from '../redis/scan-keys.ts';
import { bringUpToDate } from '../redis/schema.ts';
import { readUsableFacts } from '../redis/server-facts.ts';
import { lockServer } from '../server-lock.ts';
import { BATCH } from './kinds.ts';
import { copyAndCompare } from './move-state.ts';
import type { MoveOptions, MoveOutcome } from './outcome.ts';
import { createFileReader } from './read-file.ts';
import { createRedisReader } from './read-redis.ts';
import { createRedisWriter } from './write-redis.ts';

/**
 * Carries the state file of a data folder into an empty Redis. Until everything was read back and found the same, a mark
 * there keeps servers away; a move that was cut off leaves it, and the next one clears that Redis and begins anew.
 * Afterwards the file is as it was, with a mark beside it that keeps it from being served by mistake.
 * @throws StoreUnusable while a server runs on the folder, when its state was moved already, or when Redis cannot keep
 *   it; StoreUnavailable when Redis fails on the way
 */
export async function moveToRedis(options: MoveOptions): Promise<MoveOutcome> {
  const { dataDir, now } = options;
  const file = join(dataDir, 'state.db');
  if (!existsSync(file)) return { ok: false, reason: 'no-state' };
  const unlock = lockServer(dataDir, now);
  try {
    const connection = await connectRedis(options.redisUrl, options.onFault);
    try {
      return await moveLocked(file, connection, options);
    } finally {
      await connection.close();
    }
  } finally {
    unlock();
  }
}

async function moveLocked(file: string, connection: RedisConnection, options: MoveOptions): Promise<MoveOutcome> {
  const { dataDir, now, newId, onFault, onProgress } = options;
  const database = openDatabase(file);
  try {
    await readUsableFacts(connection);
    const mark = await readMoveMark(connection);
    if (!(await isFree(connection, mark))) return { ok: false, reason: 'not-empty' };
    await setMoveMark(connection, 'unfinished', now);
    if (mark === 'unfinished') await clear(connection);
    await bringUpToDate(connection, { newId, onFault });
    // All is read as of one moment.
    database.exec('BEGIN');
    const sides = {
      readSource: createFileReader(database, now),
      target: createRedisWriter(connection, now),
      readTarget: createRedisReader(connection, now),
    };
    const comparisons = await copyAndCompare(sides, onProgress);
    database.exec('COMMIT');
    if (comparisons.some(({ same }) => !same)) return { ok: false, reason: 'different', comparisons };
    markFolderMoved(dataDir, connection.description, now);
    await removeMoveMark(connection);
    return { ok: true, comparisons };
  } finally {
    database.close();
  }
}

/** Nothing of the product is there, but what a look at it leaves, or what a move that was cut off left. */
async function isFree(connection: RedisConnection, mark: MoveMark | null): Promise<boolean> {
  if (mark !== null) return mark === 'unfinished';
  const keys = await scanKeys(connection, '');
  return [...keys].every((key) => key === 'schema');
}

async function clear(connection: RedisConnection): Promise<void> {
  const keys = [...(await scanKeys(connection, ''))].filter((key) => key !== 'move');
  for (let start = 0; start < keys.length; start += BATCH) {
    const names = keys.slice(start, start + BATCH).map((key) => `${PREFIX}${key}`);
    await connection.send(['UNLINK', ...names]);
  }
}
