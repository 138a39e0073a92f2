import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { connectRedis, type RedisConnection } from '../../adapters/stores/redis/connection.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { redisContents } from '../builders/redis-contents.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { sealedWordsContract } from '../contracts/sealed-words.contract.ts';

describe('the state file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-sealed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  sealedWordsContract('state file, its log and free pages', async () => ({
    ...(await openEngine({ dataDir: folder, redisUrl: null })),
    holding: async (words) => filesHolding(folder, words),
  }));
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

  sealedWordsContract('every key and value of Redis', async () => {
    await redis.command('FLUSHALL');
    return {
      ...(await openEngine({ dataDir: '', redisUrl: redis.url })),
      async holding(words) {
        const contents = await redisContents(connection);
        return contents.filter((content) => words.some((word) => content.includes(word)));
      },
    };
  });
});
