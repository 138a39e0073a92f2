import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPresence } from '../../adapters/console/desk/presence.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { connectRedis, type RedisConnection } from '../../adapters/stores/redis/connection.ts';
import { createRedisLock } from '../../adapters/stores/redis/lock.ts';
import { createRedisRecords } from '../../adapters/stores/redis/records.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { createRedisRetention } from '../../adapters/stores/redis/retention.ts';
import type { LiveEvent } from '../../bot/ports/live-events.ts';
import { StoreUnavailable } from '../../bot/ports/store-health.ts';
import { until } from '../builders/product.ts';
import { redisContents } from '../builders/redis-contents.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { aSession } from '../builders/staff-sessions.ts';
import { AGENT, SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aTurn, outgoing } from '../builders/turns.ts';
import { reportRowsContract } from '../contracts/report-rows.contract.ts';
import { retentionContract } from '../contracts/retention.contract.ts';
import { sharedStateContract } from '../contracts/shared-state.contract.ts';
import { storesContract } from '../contracts/stores.contract.ts';
import { ticketListsContract } from '../contracts/ticket-lists.contract.ts';

/** Longer than a step of a test, short enough to wait for. */
const LEASE_MS = 300;
const ignoreFault = () => {};

/** A connection on which somebody else is a little faster than the first change. */
function beforeItsChange(connection: RedisConnection, work: () => Promise<void>): RedisConnection {
  let done = false;
  return {
    ...connection,
    async run(which, parameters) {
      if (!done && parameters.some((each) => each.startsWith('[['))) {
        done = true;
        await work();
      }
      return connection.run(which, parameters);
    },
  };
}

describe.skipIf(!hasRedis())('Redis', () => {
  let redis: RedisServer;
  const open: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    redis = await startRedisServer();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((close) => close()));
  });
  afterAll(() => redis.stop());

  async function anEngine(onFault: (error: unknown) => void = ignoreFault): Promise<StateEngine> {
    const engine = await openRedisEngine(redis.url, { onFault });
    open.push(engine.close);
    return engine;
  }

  async function aConnection(): Promise<RedisConnection> {
    const connection = await connectRedis(redis.url, ignoreFault);
    open.push(connection.close);
    return connection;
  }

  ticketListsContract('Redis', async () => {
    await redis.command('FLUSHALL');
    return openRedisEngine(redis.url, { onFault: ignoreFault });
  });

  reportRowsContract('Redis', async () => {
    await redis.command('FLUSHALL');
    return openRedisEngine(redis.url, { onFault: ignoreFault });
  });

  it('of an older program is brought into the lists and under its words', async () => {
    await redis.command('FLUSHALL');
    const older = await anEngine();
    const ticket = { kind: 'open', topic: 'press', priority: 'urgent', question: 'Phỏng vấn' } as const;
    const heard = [{ author: 'citizen', text: 'Đài truyền hình', at: 1 }] as const;
    await older.records.commit(aTurn({ ticket, owner: 'queue', heard }));
    const keys = (await redis.command('KEYS', '*')) as string[];
    for (const key of keys) if (/:(?:list|word|words-of):/.test(key)) await redis.command('DEL', key);
    await redis.command('SET', '{giao-duc}:schema', '1');
    const { lists } = await anEngine();
    expect(await lists.counts(SPOKESPERSON, 0)).toMatchObject({ unassigned: 1, crisis: 1, open: 1 });
    expect(await lists.search(['dai', 'phong'], SPOKESPERSON, 5)).toHaveLength(1);
    expect(await lists.search(['dai'], AGENT, 5)).toEqual([]);
  });

  storesContract('Redis', async (options) => {
    await redis.command('FLUSHALL');
    return openRedisEngine(redis.url, options);
  });

  sharedStateContract('Redis', async () => {
    await redis.command('FLUSHALL');
    return { open: () => openRedisEngine(redis.url, { onFault: ignoreFault }) };
  });

  retentionContract('Redis', async () => {
    await redis.command('FLUSHALL');
    const connection = await aConnection();
    return { ...(await anEngine()), everything: async () => (await redisContents(connection)).join('\n') };
  });

  it('tells what keeps it from storing, for as long as it does', async () => {
    const { kept, health } = await anEngine();
    expect(await health.problem()).toBeNull();
    await redis.command('CONFIG', 'SET', 'maxmemory', '1mb');
    expect(await health.problem()).toBe('full');
    await expect(kept.set('a', 'b')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', fault: 'full' });
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    expect(await health.problem()).toBeNull();
  });

  describe('a lock', () => {
    const surroundings = (newId: () => string) => ({ newId, onFault: ignoreFault, leaseMs: LEASE_MS });

    it('of a process that died ends by itself', async () => {
      const dead = await connectRedis(redis.url, ignoreFault);
      let begun = false;
      void createRedisLock(
        dead,
        'x',
        surroundings(() => 'dead'),
      )(async () => {
        begun = true;
        // A dead process lengthens nothing, and its work never ends.
        await dead.close();
        await new Promise(() => undefined);
      });
      await until(() => begun);
      const askedAt = performance.now();
      const next = createRedisLock(
        await aConnection(),
        'x',
        surroundings(() => 'next'),
      );
      expect(await next(async () => 'done')).toBe('done');
      expect(performance.now() - askedAt).toBeGreaterThan(LEASE_MS / 3);
    });

    it('is held for as long as the work takes, beyond the time of a dead holder', async () => {
      const order: string[] = [];
      const slow = createRedisLock(
        await aConnection(),
        'y',
        surroundings(() => 'slow'),
      );
      const next = createRedisLock(
        await aConnection(),
        'y',
        surroundings(() => 'next'),
      );
      const slowly = slow(async () => {
        order.push('slow begins');
        await wait(3 * LEASE_MS);
        order.push('slow ends');
      });
      await until(() => order.length > 0);
      await Promise.all([slowly, next(async () => void order.push('next'))]);
      expect(order).toEqual(['slow begins', 'slow ends', 'next']);
    });

    it('that was lost meanwhile is not taken from its new holder', async () => {
      const late = createRedisLock(
        await aConnection(),
        'z',
        surroundings(() => 'late'),
      );
      await late(() => redis.command('SET', '{giao-duc}:lease:lock:z', 'other'));
      expect(await redis.command('GET', '{giao-duc}:lease:lock:z')).toBe('other');
      await redis.command('DEL', '{giao-duc}:lease:lock:z');
    });
  });

  describe('live events', () => {
    it('reach every engine once each, its own too, in the order they were sent', async () => {
      const engines = [await anEngine(), await anEngine(), await anEngine()];
      const heard = engines.map(({ live }) => {
        const events: LiveEvent[] = [];
        live.subscribe((event) => events.push(event));
        return events;
      });
      const sent: LiveEvent[] = [
        { kind: 'work' },
        { kind: 'typing', conversationId: 'web:web:an' },
        { kind: 'transcript', conversationId: 'web:web:an' },
        { kind: 'tickets', ticketId: null },
      ];
      for (const event of sent) engines[0]?.live.publish(event);
      await until(() => heard.every((events) => events.length >= sent.length));
      await wait(50);
      expect(heard).toEqual([sent, sent, sent]);
    });

    it('tell every process who has a ticket open', async () => {
      const [one, other] = [await anEngine(), await anEngine()];
      const [here, there] = [one, other].map(({ live }) => createPresence({ live, now: () => 1_000 }));
      here?.tell('t1', { name: 'lan', displayName: 'Cô Lan' }, 'typing');
      await until(() => there?.others('t1', 'minh').length === 1);
      expect(there?.others('t1', 'minh')).toEqual([{ name: 'lan', displayName: 'Cô Lan', typing: true }]);
      here?.tell('t1', { name: 'lan', displayName: 'Cô Lan' }, 'gone');
      await until(() => there?.others('t1', 'minh').length === 0);
    });

    it('of kinds that this program does not know are passed over', async () => {
      const engine = await anEngine();
      const heard: LiveEvent[] = [];
      engine.live.subscribe((event) => heard.push(event));
      await redis.command('PUBLISH', '{giao-duc}:live', '{"kind":"weather"}');
      await redis.command('PUBLISH', '{giao-duc}:live', 'not JSON');
      engine.live.publish({ kind: 'work' });
      await until(() => heard.length > 0);
      expect(heard).toEqual([{ kind: 'work' }]);
    });
  });

  it('lets a revision win that comes while retention works', async () => {
    await redis.command('FLUSHALL');
    const { records } = await anEngine();
    const key = 'k1';
    await records.commit(aTurn({ heard: [{ author: 'citizen', text: 'lời cũ', at: 1, key }] }));
    const connectionOfPass = beforeItsChange(await aConnection(), async () => {
      await records.commit(aTurn({ at: 3_000, revisions: [{ key, text: 'lời sửa', at: 9e12 }] }));
    });
    await createRedisRetention(connectionOfPass).retain(400 * 24 * 3_600_000, 365);
    expect(await records.heardLine('web:web:an', key)).toMatchObject({ revisedAt: 9e12 });
  });

  it('erases words that are put on their way while an erasure works', async () => {
    await redis.command('FLUSHALL');
    const { records, outbox } = await anEngine();
    await records.commit(aTurn({ outgoing: [outgoing('lời một')] }));
    const connection = await aConnection();
    const late = beforeItsChange(connection, async () => {
      await records.commit(aTurn({ outgoing: [outgoing('lời hai')] }));
    });
    const erasing = createRedisRecords(late, () => 'erasing');
    const erasure = { when: 'now', code: 'XD-9', requestedBy: 'staff' } as const;
    expect(await erasing.commit(aTurn({ erasure }))).toMatchObject({ ok: true });
    expect(await outbox.depth(3_000)).toMatchObject({ pending: 0 });
    expect((await redisContents(connection)).join('\n')).not.toMatch(/lời|web:web:an/);
  });

  it('keeps no session id that could be used', async () => {
    const engine = await anEngine();
    await engine.staff.openSession('the-session-id', aSession());
    const stored = JSON.stringify(await redis.command('HGETALL', '{giao-duc}:staff-sessions'));
    expect(stored).toContain('lan');
    expect(stored).not.toContain('the-session-id');
  });

  it('that crashes refuses calls at once, and serves the same engine again when it is back', async () => {
    const own = await startRedisServer();
    const faults: unknown[] = [];
    const engine = await openRedisEngine(own.url, { onFault: (error) => faults.push(error) });
    try {
      const heard: LiveEvent[] = [];
      engine.live.subscribe((event) => heard.push(event));
      await engine.kept.set('a', 'durable');
      await own.kill();
      await expect(engine.kept.get('a')).rejects.toThrow(StoreUnavailable);
      engine.live.publish({ kind: 'work' });
      await until(() => faults.some((fault) => fault instanceof StoreUnavailable));
      await own.restart();
      await until(() => engine.kept.get('a').catch(() => null));
      expect(await engine.kept.get('a')).toBe('durable');
      await until(() => {
        engine.live.publish({ kind: 'work' });
        return heard.length > 0;
      });
    } finally {
      await engine.close();
      await own.stop();
    }
  });
});
