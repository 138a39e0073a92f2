import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnusable } from '../../adapters/stores/errors.ts';
import { connectRedis } from '../../adapters/stores/redis/connection.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { bringUpToDate, type Migration } from '../../adapters/stores/redis/schema.ts';
import { startAnsweringServer } from '../builders/answering-server.ts';
import { makeCertificate } from '../builders/certificate.ts';
import { startProgram } from '../builders/program.ts';
import { freePort, hasRedis, type RedisServerOptions, startRedisServer } from '../builders/redis-server.ts';

const ignoreFault = () => {};
const PASSWORD = 'mat-khau-cua-redis';
const SOUND = {
  redis_version: '7.2.4',
  role: 'master',
  loading: '0',
  connected_slaves: '0',
  aof_enabled: '1',
  maxmemory: '0',
  used_memory: '1000000',
  maxmemory_policy: 'noeviction',
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function aRedis(options: RedisServerOptions = {}) {
  const redis = await startRedisServer(options);
  stops.push(redis.stop);
  return redis;
}

/** Why an engine is refused; fails when it opens. */
async function refusal(url: string): Promise<string> {
  const opened = openRedisEngine(url, { onFault: ignoreFault }).then(async (engine) => {
    await engine.close();
    return null;
  });
  const error = await opened.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreUnusable);
  return error instanceof Error ? error.message : '';
}

async function warningsOf(url: string): Promise<readonly string[]> {
  const engine = await openRedisEngine(url, { onFault: ignoreFault });
  await engine.close();
  return engine.warnings;
}

describe('a server that cannot keep the state is refused with what to do', () => {
  it.each([
    ['older than Redis 7', { redis_version: '6.2.14' }, /Redis 6\.2\.14; install Redis 7 or newer/],
    ['still loading', { loading: '1' }, /loading its data; start again/],
  ])('%s', async (_name, told, words) => {
    const server = await startAnsweringServer({ ...SOUND, ...told });
    stops.push(server.stop);
    expect(await refusal(server.url)).toMatch(words);
  });

  it('nothing listens there', async () => {
    expect(await refusal(`redis://:${PASSWORD}@127.0.0.1:${await freePort()}`)).toMatch(/does not answer; check/);
  });
});

describe.skipIf(!hasRedis())('a real Redis', () => {
  it('that throws data away when it is full is refused', async () => {
    const redis = await aRedis({ configuration: ['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'] });
    expect(await refusal(redis.url)).toMatch(/allkeys-lru.*set maxmemory-policy noeviction/);
  });

  it('that has no memory left is refused', async () => {
    const redis = await aRedis({ configuration: ['--maxmemory', '100kb'] });
    expect(await refusal(redis.url)).toMatch(/no memory left; raise maxmemory/);
  });

  it('that is a replica is refused', async () => {
    const primary = await aRedis();
    const replica = await aRedis({ configuration: ['--replicaof', '127.0.0.1', String(primary.port)] });
    expect(await refusal(replica.url)).toMatch(/replica.*primary/);
  });

  it('is refused with a wrong password and without one, and no password is told', async () => {
    const redis = await aRedis({ password: PASSWORD });
    expect(await openRedisEngine(redis.url, { onFault: ignoreFault }).then((engine) => engine.close())).toBeUndefined();
    for (const login of ['', ':falsches-wort@']) {
      const words = await refusal(`redis://${login}127.0.0.1:${redis.port}`);
      expect(words).toMatch(/user and password/);
      expect(words).not.toMatch(/falsches-wort/);
    }
  });

  it('is refused to a user who may not do what the product needs', async () => {
    const redis = await aRedis();
    await redis.command('ACL', 'SETUSER', 'reader', 'on', `>${PASSWORD}`, '~*', '&*', '+@read', '+@connection');
    expect(await refusal(`redis://reader:${PASSWORD}@127.0.0.1:${redis.port}`)).toMatch(/what that user may do/);
  });

  it('whose state a newer program wrote is refused, and what is no version is too', async () => {
    const redis = await aRedis();
    await redis.command('SET', '{giao-duc}:schema', '999');
    expect(await refusal(redis.url)).toMatch(/999, newer than this program's \d+; start the newer program/);
    await redis.command('SET', '{giao-duc}:schema', 'mine');
    expect(await refusal(redis.url)).toMatch(/no version/);
  });

  it('is brought up to date step by step, by one of several processes', async () => {
    const redis = await aRedis();
    await redis.command('SET', '{giao-duc}:schema', '1');
    const steps: string[] = [];
    const step =
      (name: string): Migration =>
      async () => {
        steps.push(name);
        await wait(20);
      };
    const migrations = [step('1 to 2'), step('2 to 3')];
    const process = async (id: string) => {
      const connection = await connectRedis(redis.url, ignoreFault);
      stops.push(connection.close);
      await bringUpToDate(connection, { newId: () => id, onFault: ignoreFault }, migrations);
    };
    await Promise.all(['a', 'b', 'c'].map(process));
    expect(steps).toEqual(['1 to 2', '2 to 3']);
    expect(await redis.command('GET', '{giao-duc}:schema')).toBe('3');
  });

  it('that is empty gets the newest version without any step', async () => {
    const redis = await aRedis();
    const connection = await connectRedis(redis.url, ignoreFault);
    stops.push(connection.close);
    const never: Migration = async () => {
      throw new Error('There is nothing to bring up to date.');
    };
    await bringUpToDate(connection, { newId: () => 'a', onFault: ignoreFault }, [never]);
    expect(await redis.command('GET', '{giao-duc}:schema')).toBe('2');
  });

  it('that flushes every write gives no warning; every other one says what a crash may lose', async () => {
    const redis = await aRedis();
    expect(await warningsOf(redis.url)).toEqual([]);
    await redis.command('CONFIG', 'SET', 'appendfsync', 'everysec');
    expect(await warningsOf(redis.url)).toEqual([
      expect.stringMatching(/everysec.*last second.*webhooks were answered/),
    ]);
    await redis.command('CONFIG', 'SET', 'appendonly', 'no');
    expect(await warningsOf(redis.url)).toEqual([expect.stringMatching(/no append-only file.*appendonly yes/)]);
  });

  it('that does not show its configuration gives a warning', async () => {
    const redis = await aRedis({ configuration: ['--rename-command', 'CONFIG', ''] });
    expect(await warningsOf(redis.url)).toEqual([expect.stringMatching(/does not tell how often/)]);
  });

  const certificate = makeCertificate();
  it.skipIf(certificate === null)('with TLS is used where its certificate is trusted, and nowhere else', async () => {
    if (certificate === null) return;
    stops.push(async () => certificate.remove());
    const redis = await aRedis({ certificate, password: PASSWORD });
    const doctor = (trust: Record<string, string>) =>
      startProgram(['admin', 'doctor'], { REDIS_URL: redis.url, ...trust }).ended;
    const trusting = await doctor({ NODE_EXTRA_CA_CERTS: certificate.file });
    expect(trusting.out).toMatch(/✔ Kết nối Redis: rediss:\/\/127\.0\.0\.1:\d+ trả lời\./);
    const distrusting = await doctor({});
    expect(distrusting.out).toMatch(/✘ Kết nối Redis: không kết nối được.*chứng chỉ TLS/);
    expect(distrusting.code).toBe(1);
    for (const { out, error } of [trusting, distrusting]) expect(out + error).not.toContain(PASSWORD);
  });
});
