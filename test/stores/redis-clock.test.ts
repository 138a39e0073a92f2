import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedis, type RedisConnection } from '../../adapters/stores/redis/connection.ts';
import { followRedisClock } from '../../adapters/stores/redis/shared-clock.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';

describe.skipIf(!hasRedis())('the clock that processes on one Redis go by', () => {
  let redis: RedisServer;
  let connection: RedisConnection;
  beforeAll(async () => {
    redis = await startRedisServer();
    connection = await connectRedis(redis.url, () => {});
  });
  afterAll(async () => {
    await connection.close();
    await redis.stop();
  });

  async function timeOfRedis(): Promise<number> {
    const [seconds, microseconds] = (await redis.command('TIME')) as [string, string];
    return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
  }

  it.each([0, 3_600_000])('is that of Redis, whatever a process counts from (%i)', async (origin) => {
    const clock = await followRedisClock(
      connection,
      () => origin + performance.now(),
      () => {},
    );
    const before = await timeOfRedis();
    const now = clock.now();
    const after = await timeOfRedis();
    clock.stop();
    const tolerance = 500;
    expect(now).toBeGreaterThan(before - tolerance);
    expect(now).toBeLessThan(after + tolerance);
    expect(Number.isInteger(now)).toBe(true);
  });
});
