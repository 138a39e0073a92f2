import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runAsLeader } from '../../adapters/leader.ts';
import { connectRedis } from '../../adapters/stores/redis/connection.ts';
import { createRedisLease } from '../../adapters/stores/redis/lease.ts';
import { programArguments } from '../builders/bundled-programs.ts';
import { until } from '../builders/product.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';

const LEASE_MS = 1_500;

describe.skipIf(!hasRedis())('the leader', () => {
  let redis: RedisServer;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    redis = await startRedisServer();
  });
  beforeEach(() => redis.command('FLUSHALL'));
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
  afterAll(() => redis.stop());

  interface Candidate {
    readonly child: ChildProcess;
    readonly lines: string[];
  }

  async function startCandidate(holder: string): Promise<Candidate> {
    const file = join(import.meta.dirname, 'leader-child.ts');
    const child = spawn(process.execPath, [...programArguments(file), redis.url, holder, String(LEASE_MS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    stops.push(() => {
      child.kill('SIGKILL');
      return ended;
    });
    const lines: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')));
    await until(() => lines.includes('STANDS'), 20_000);
    return { child, lines };
  }

  const leads = ({ lines }: Candidate) => lines.findLast((line) => line !== 'STANDS') === 'BEGINS';

  it('is one process of two, and when it is killed the other takes over, but not before its time', async () => {
    const candidates = [await startCandidate('first'), await startCandidate('second')];
    await until(() => candidates.some(leads));
    await wait(LEASE_MS);
    const [leader] = candidates.filter(leads);
    const [heir] = candidates.filter((candidate) => !leads(candidate));
    expect(leader).toBeDefined();
    expect(heir?.lines).toEqual(['STANDS']);
    const killedAt = performance.now();
    leader?.child.kill('SIGKILL');
    await until(() => heir !== undefined && leads(heir));
    expect(performance.now() - killedAt).toBeGreaterThan(LEASE_MS / 2);
  });

  it('that stood still beyond its time ends its work when it goes on, and another has begun', async () => {
    const first = await startCandidate('first');
    await until(() => leads(first));
    const second = await startCandidate('second');
    first.child.kill('SIGSTOP');
    await until(() => leads(second));
    first.child.kill('SIGCONT');
    await until(() => !leads(first));
    expect(first.lines.filter((line) => line !== 'STANDS')).toEqual(['BEGINS', 'ENDS']);
    expect(leads(second)).toBe(true);
  });

  /** A candidate in this process, on a Redis of choice. */
  async function stand(
    holder: string,
    { on = redis, leaseMs = LEASE_MS }: { on?: RedisServer; leaseMs?: number } = {},
  ) {
    const connection = await connectRedis(on.url, () => {});
    let working = false;
    const faults: unknown[] = [];
    const stop = runAsLeader({
      lease: createRedisLease(connection, 'leader', holder, leaseMs),
      tasks: [
        () => {
          working = true;
          return async () => {
            working = false;
          };
        },
      ],
      onChange: () => {},
      onFault: (error) => faults.push(error),
      clock: performance.now.bind(performance),
    });
    stops.push(() => stop().finally(connection.close));
    return { stop, works: () => working, faults };
  }

  it('that stops hands over at once', async () => {
    // Were it not handed over, nobody could lead for longer than `until` waits.
    const lease = { leaseMs: 20_000 };
    const first = await stand('first', lease);
    await until(first.works);
    const second = await stand('second', lease);
    await first.stop();
    expect(first.works()).toBe(false);
    expect(second.works()).toBe(false);
    await until(second.works);
  });

  it('ends its work when Redis is away for as long as the lease, and leads again when it is back', async () => {
    const own = await startRedisServer();
    const only = await stand('only', { on: own });
    await until(only.works);
    await own.kill();
    await until(() => !only.works());
    await until(() => only.faults.length > 0);
    await own.restart();
    await until(only.works);
    await stops.pop()?.();
    await own.stop();
  });

  it('goes on without a break for as long as it lengthens its time', async () => {
    const first = await stand('first');
    await until(first.works);
    const second = await stand('second');
    for (let look = 0; look < 10; look += 1) {
      await wait((2 * LEASE_MS) / 10);
      expect([first.works(), second.works()]).toEqual([true, false]);
    }
  });
});
