import { afterAll, beforeAll, describe } from 'vitest';
import { connectRedis } from '../../adapters/stores/redis/connection.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { gapsContract } from '../contracts/gaps.contract.ts';
import { incidentsContract } from '../contracts/incidents.contract.ts';
import { remindersContract } from '../contracts/reminders.contract.ts';

function failOnFault(error: unknown): void {
  throw error;
}

gapsContract('libsql', async () => engineInMemory());
remindersContract('libsql', async () => engineInMemory());
incidentsContract('libsql', async () => engineInMemory());

describe.skipIf(!hasRedis())('on a real Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedisServer({ configuration: ['--appendfsync', 'no'] });
  });
  afterAll(() => redis.stop());

  async function emptyEngine() {
    const emptying = await connectRedis(redis.url, failOnFault);
    await emptying.send(['FLUSHALL']);
    await emptying.close();
    return openRedisEngine(redis.url, { onFault: failOnFault });
  }

  gapsContract('Redis', emptyEngine);
  remindersContract('Redis', emptyEngine);
  incidentsContract('Redis', emptyEngine);
});
