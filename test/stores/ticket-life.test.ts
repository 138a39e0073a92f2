import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedis, PREFIX } from '../../adapters/stores/redis/connection.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { dangerTicket } from '../builders/raised.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { ticketLifeContract } from '../contracts/ticket-life.contract.ts';

function failOnFault(error: unknown): void {
  throw error;
}

ticketLifeContract('libsql', async () => engineInMemory());

describe.skipIf(!hasRedis())('on a real Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedisServer();
  });
  afterAll(() => redis.stop());

  ticketLifeContract('Redis', async () => {
    const emptying = await connectRedis(redis.url, failOnFault);
    await emptying.send(['FLUSHALL']);
    await emptying.close();
    return openRedisEngine(redis.url, { onFault: failOnFault });
  });

  it('gives tickets that an older program stored what is kept of their life now', async () => {
    await redis.command('FLUSHALL');
    const { queuedAt: _queuedAt, reopened: _reopened, routedTo: _routedTo, newsDueAt: _news, ...old } = dangerTicket();
    await redis.command('SET', `${PREFIX}schema`, '1');
    await redis.command('SET', `${PREFIX}ticket:${old.id}`, JSON.stringify(old));
    const engine = await openRedisEngine(redis.url, { onFault: failOnFault });
    expect(await engine.records.ticket(old.id)).toEqual(dangerTicket());
    await engine.close();
  });
});
