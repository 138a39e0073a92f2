import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { connectRedis, type RedisConnection } from '../../adapters/stores/redis/connection.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { redisContents } from '../builders/redis-contents.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';
import { erasureContract } from '../contracts/erasure.contract.ts';

describe('the state file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-erasure-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  erasureContract(
    'state file, its log and free pages',
    async () => ({
      ...(await openEngine({ dataDir: folder, redisUrl: null })),
      holding: async (words) => filesHolding(folder, words),
    }),
    1,
  );

  it('keeps a ledger that cannot be changed otherwise', async () => {
    const engine = await openEngine({ dataDir: folder, redisUrl: null });
    await engine.records.commit(aTurn({ ledger: aLedgerEntry() }));
    await engine.close();
    const database = openDatabase(join(folder, 'state.db'));
    const change = (sql: string) => () => database.prepare(sql).run();
    expect(change(`UPDATE turns SET outcome = 'chat'`)).toThrow(/append-only/);
    expect(change(`UPDATE turns SET question = 'khác'`)).toThrow(/append-only/);
    database.close();
  });
});

describe.skipIf(!hasRedis())('Redis', () => {
  let redis: RedisServer;
  let connection: RedisConnection;
  beforeAll(async () => {
    redis = await startRedisServer({ configuration: ['--appendfsync', 'no'] });
    connection = await connectRedis(redis.url, () => {});
  });
  afterAll(async () => {
    await connection.close();
    await redis.stop();
  });

  erasureContract(
    'every key and value of Redis',
    async () => {
      await redis.command('FLUSHALL');
      return {
        ...(await openEngine({ dataDir: '', redisUrl: redis.url })),
        async holding(words) {
          const contents = await redisContents(connection);
          return contents.filter((content) => words.some((word) => content.includes(word)));
        },
      };
    },
    0,
  );
});
