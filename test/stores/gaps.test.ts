import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedis } from '../../adapters/stores/redis/connection.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { aCorrection, tellRule } from '../builders/corrections.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { linkTwo } from '../builders/links.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';
import { correctionsContract } from '../contracts/corrections.contract.ts';
import { gapsContract } from '../contracts/gaps.contract.ts';
import { incidentsContract } from '../contracts/incidents.contract.ts';
import { linksContract } from '../contracts/links.contract.ts';
import { remindersContract } from '../contracts/reminders.contract.ts';

function failOnFault(error: unknown): void {
  throw error;
}

gapsContract('libsql', async () => engineInMemory());
remindersContract('libsql', async () => engineInMemory());
linksContract('libsql', async () => engineInMemory());
incidentsContract('libsql', async () => engineInMemory());
correctionsContract('libsql', async () => engineInMemory());

describe.skipIf(!hasRedis())('on a real Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedisServer({ configuration: ['--appendfsync', 'no'] });
  });
  afterAll(() => redis.stop());

  async function emptyRedis() {
    const emptying = await connectRedis(redis.url, failOnFault);
    await emptying.send(['FLUSHALL']);
    await emptying.close();
    return openRedisEngine(redis.url, { onFault: failOnFault });
  }

  remindersContract('Redis', emptyRedis);
  linksContract('Redis', emptyRedis);
  incidentsContract('Redis', emptyRedis);
  gapsContract('Redis', emptyRedis);
  correctionsContract('Redis', emptyRedis);

  it('that an older program wrote is searched for what it quoted and asked', async () => {
    const older = await emptyRedis();
    await tellRule(older, {});
    await older.corrections.save(aCorrection());
    const ledger = aLedgerEntry({ turnId: 'held', outcome: 'abstained', decidedBy: 'statement:holding:s1' });
    await older.records.commit(aTurn({ ledger }));
    await linkTwo(older, 'web:web:an', 'zalo:1:an', 1_000);
    await older.close();
    const keys = (await redis.command('KEYS', '*')) as string[];
    for (const key of keys)
      if (/:(?:cited|gap-questions-in|corrections-waiting|links-in|links-untold)/.test(key))
        await redis.command('DEL', key);
    await redis.command('SET', '{giao-duc}:schema', '3');
    const newer = await openRedisEngine(redis.url, { onFault: failOnFault });
    expect(await newer.corrections.readers('old', null, 10)).toMatchObject([{ conversationId: 'web:web:an' }]);
    expect(await newer.corrections.waiting('lan')).toEqual({ drafts: 1, proposed: 0 });
    expect(await newer.links.of('web:web:an')).toHaveLength(2);
    expect(await newer.links.untold()).toMatchObject([{ conversationId: 'web:web:an' }]);
    expect(await newer.gaps.questionsIn('statement:s1')).toMatchObject([{ id: 'held' }]);
    await newer.close();
  });
});
