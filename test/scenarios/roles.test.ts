import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { MESSENGER, messengerSettings, messengerText, ZALO, zaloSettings } from '../builders/accounts.ts';
import { runProduct, until } from '../builders/product.ts';
import { type RunningProgram, startProgram } from '../builders/program.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';
import { startZaloSimulator } from '../simulators/zalo.ts';

const PSID = '7000000000000001';

describe('a role of its own', () => {
  it.each(['web', 'worker'])('%s is refused without a state that several processes share', async (role) => {
    const { code, error } = await startProgram(['serve', '--role', role]).ended;
    expect(code).toBe(2);
    expect(error).toContain(`--role ${role}`);
    expect(error).toContain('REDIS_URL');
  });

  it('that there is not is refused with those that there are', async () => {
    const { code, error } = await startProgram(['serve', '--role', 'boss']).ended;
    expect(code).toBe(2);
    expect(error).toMatch(/all, web, worker/);
  });
});

describe.skipIf(!hasRedis())('the tokens of Zalo', () => {
  it.each([
    ['web', 0],
    ['worker', 1],
  ] as const)('are watched by the leader of the workers: a %s process alone renews %i', async (role, renewals) => {
    const redis = await startRedisServer();
    const zalo = await startZaloSimulator({ ...ZALO, quotaType: null });
    const running = await runProduct({ REDIS_URL: redis.url, ...zaloSettings(zalo.url) }, { role });
    await until(async () => (await fetch(`${running.url}/readyz`)).status === 200);
    if (renewals > 0) await until(() => zalo.tokensIssued() > 0);
    await running.stop();
    expect(zalo.tokensIssued()).toBe(renewals);
    await zalo.stop();
    await redis.stop();
  });
});

describe.skipIf(!hasRedis())('two web processes and two workers that start together on nothing', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-roles-'));
  let redis: RedisServer;
  let graph: GraphSimulator;
  let programs: readonly RunningProgram[];
  let urls: readonly string[];
  beforeAll(async () => {
    redis = await startRedisServer({ password: 'mat-khau-cua-redis' });
    graph = await startGraphSimulator({ ...MESSENGER });
    const settings = {
      PORT: '0',
      DATA_DIR: dataDir,
      REDIS_URL: redis.url,
      BURST_MS: '0',
      ...messengerSettings(graph.url),
    };
    programs = ['web', 'web', 'worker', 'worker'].map((role) => startProgram(['serve', '--role', role], settings));
    urls = await Promise.all(
      programs.map(({ printed }) => until(() => printed.out.match(/Ready: (\S+)/)?.[1], 150_000)),
    );
  }, 170_000);
  afterAll(async () => {
    for (const { child } of programs ?? []) child.kill('SIGKILL');
    await graph?.stop();
    await redis?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const webs = () => urls.slice(0, 2);
  const workers = () => urls.slice(2);
  const status = async (url: string) => (await fetch(url)).status;
  const gauge = async (url: string) =>
    (await (await fetch(`${url}/metrics`)).text()).match(/^assistant_leader (\d)/m)?.[1];

  it('make one first admin and one index, say what each does, and tell no password of Redis', () => {
    const printed = programs.map((program) => program.printed);
    expect(printed.filter(({ out }) => out.includes('one-time password'))).toHaveLength(1);
    expect(printed.filter(({ out }) => out.includes('reading the bundled sample documents'))).toHaveLength(1);
    expect(printed[0]?.out).toMatch(/on {3}state: redis:\/\/127\.0\.0\.1:\d+, shared with other processes/);
    expect(printed[0]?.out).toMatch(/off {2}answers and sending: left to processes with --role worker/);
    expect(printed[2]?.out).toMatch(/off {2}pages and webhooks: left to processes with --role web/);
    expect(JSON.stringify(printed)).not.toContain('mat-khau-cua-redis');
  });

  it('serve pages from the web processes, and only their health from the workers', async () => {
    for (const url of urls) expect(await status(`${url}/readyz`)).toBe(200);
    for (const url of webs()) expect(await status(`${url}/`)).toBe(200);
    for (const url of workers()) {
      expect(await status(`${url}/healthz`)).toBe(200);
      expect([await status(`${url}/`), await status(`${url}/staff`)]).toEqual([404, 404]);
    }
  });

  it('have one leader, a worker', async () => {
    expect(await Promise.all(webs().map(gauge))).toEqual(['0', '0']);
    expect((await Promise.all(workers().map(gauge))).toSorted()).toEqual(['0', '1']);
  });

  it('answer each message once, whichever of them was told, and however often', async () => {
    const listener = await openRedisEngine(redis.url, { onFault: () => {} });
    let woken = 0;
    listener.live.subscribe(({ kind }) => {
      if (kind === 'work') woken += 1;
    });
    graph.setLastInbound(PSID, Date.now());
    const payload = messengerText({ mid: 'm1', text: 'tien an ban tru bua trua toi da bao nhieu 1 ngay a' });
    const deliveries = [...webs(), ...webs()].map((url) =>
      deliverMessengerWebhook(`${url}/webhooks/messenger`, payload, MESSENGER.appSecret),
    );
    expect(await Promise.all(deliveries)).toEqual([200, 200, 200, 200]);
    await until(() => graph.sent.length > 0, 20_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(graph.sent.map((message) => message.recipientId)).toEqual([PSID]);
    expect(woken).toBe(1);
    await listener.close();
  });

  it('are not ready while Redis is away, and refuse webhooks, so that these are delivered again', async () => {
    await redis.kill();
    for (const url of urls) await until(async () => (await status(`${url}/readyz`)) === 503);
    const payload = messengerText({ mid: 'm2', text: 'cảm ơn ạ' });
    const deliver = () => deliverMessengerWebhook(`${webs()[0]}/webhooks/messenger`, payload, MESSENGER.appSecret);
    expect(await deliver()).toBe(500);
    await redis.restart();
    for (const url of urls) await until(async () => (await status(`${url}/readyz`)) === 200, 20_000);
    expect(await deliver()).toBe(200);
    await until(() => graph.sent.length > 1, 20_000);
  });

  it('all end in order when they are told to', async () => {
    for (const { child } of programs) child.kill('SIGTERM');
    expect(await Promise.all(programs.map(async ({ ended }) => (await ended).code))).toEqual([0, 0, 0, 0]);
  });
});
