import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import type { LiveEvent } from '../../bot/ports/live-events.ts';
import { until } from '../builders/product.ts';
import { hasRedis, type RedisServer, startRedisServer, startSentinel } from '../builders/redis-server.ts';

const PASSWORD = 'mat-khau-cua-redis';

describe.skipIf(!hasRedis())('Redis behind a sentinel', () => {
  const stops: (() => Promise<void>)[] = [];
  let primary: RedisServer;
  let engine: StateEngine;
  beforeAll(async () => {
    const login = ['--masterauth', PASSWORD];
    primary = await startRedisServer({ password: PASSWORD, configuration: login });
    stops.push(primary.stop);
    const replicaOf = ['--replicaof', '127.0.0.1', String(primary.port)];
    const replica = await startRedisServer({ password: PASSWORD, configuration: [...login, ...replicaOf] });
    stops.push(replica.stop);
    const sentinel = await startSentinel(primary.port, PASSWORD, 'product');
    stops.push(sentinel.stop);
    await until(async () => String(await primary.command('INFO', 'replication')).includes('state=online'));
    await until(
      async () => String(await sentinel.command('SENTINEL', 'REPLICAS', 'product')).includes('slave'),
      30_000,
    );
    const url = `redis-sentinel://:${PASSWORD}@127.0.0.1:${sentinel.port}/product`;
    engine = await openRedisEngine(url, { onFault: () => {} });
    stops.push(engine.close);
  }, 60_000);
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  it('that loses its primary goes on with the replica: values, locks and live events', async () => {
    const heard: LiveEvent[] = [];
    engine.live.subscribe((event) => heard.push(event));
    await engine.kept.set('a', 'kept');
    await until(async () => Number(await primary.command('WAIT', '1', '1000')) === 1);
    await primary.kill();
    await until(
      () =>
        engine.kept.set('b', 'later').then(
          () => true,
          () => false,
        ),
      60_000,
    );
    expect(await engine.kept.get('a')).toBe('kept');
    expect(await engine.lock('x')(async () => 'done')).toBe('done');
    await until(() => {
      engine.live.publish({ kind: 'work' });
      return heard.length > 0;
    }, 20_000);
    expect(engine.description).not.toContain(PASSWORD);
  });
});
