import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StateEngine } from '../../../adapters/stores/engine.ts';
import { openEngine } from '../../../adapters/stores/open-engine.ts';
import { MESSENGER, messengerSettings } from '../../builders/accounts.ts';
import { ADMIN_PASSWORD } from '../../builders/product.ts';
import { type RedisServer, startRedisServer, startSentinel } from '../../builders/redis-server.ts';
import { mountSmallDisk, type SmallDisk } from '../../builders/small-disk.ts';
import { type GraphSimulator, startGraphSimulator } from '../../simulators/graph.ts';
import { startBalancer } from './balancer.ts';
import { type KeptTurn, readFileLedger, readRedisLedger } from './ledger.ts';
import { type ProductProcess, prepareProcess } from './processes.ts';
import { createStream, type MessageStream } from './stream.ts';

export type EngineName = 'libsql' | 'redis';

export interface SystemOptions {
  readonly engine: EngineName;
  /** Processes of each role on Redis; on a file there is one that does all. */
  readonly webs: number;
  readonly workers: number;
  readonly confirmMs: number;
  readonly stallMs: number;
  /** How late the platform's slow answers come. */
  readonly slowMs: number;
  readonly citizens: number;
  readonly pauseMs: number;
  readonly random: () => number;
  /** Redis on a small disk, or with a replica and a sentinel that puts it in its place. */
  readonly redis?: 'plain' | 'small-disk' | 'sentinel';
}

/** The whole product and a stream of messages for it: real processes, a real Redis, the platform's other end. */
export interface ChaosSystem {
  readonly engine: EngineName;
  readonly webs: readonly ProductProcess[];
  readonly workers: readonly ProductProcess[];
  readonly processes: readonly ProductProcess[];
  readonly graph: GraphSimulator;
  readonly stream: MessageStream;
  readonly dataDir: string;
  readonly random: () => number;
  /** The one that was the primary at first. */
  redis(): RedisServer;
  disk(): SmallDisk;
  /** The state, opened beside the processes. */
  readonly state: StateEngine;
  ledger(): Promise<readonly KeptTurn[]>;
  /** Resolves when nothing waits and nothing is to be sent; `false` when that takes longer than `limitMs`. */
  isQuiet(limitMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** @returns `null` where the disk that Redis needs cannot be mounted */
export async function startSystem(indexDir: string, options: SystemOptions): Promise<ChaosSystem | null> {
  const { engine, random } = options;
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const disk = options.redis === 'small-disk' ? mountSmallDisk(12) : null;
    if (options.redis === 'small-disk' && disk === null) return null;
    if (disk !== null) stops.push(disk.unmount);
    const dataDir = mkdtempSync(join(tmpdir(), 'assistant-chaos-'));
    stops.push(() => rmSync(dataDir, { recursive: true, force: true }));
    cpSync(indexDir, dataDir, { recursive: true });
    const servers = engine === 'redis' ? await startRedis(options.redis ?? 'plain', disk, stops) : null;
    const graph = await startGraphSimulator({ ...MESSENGER, slowMs: options.slowMs, echoAttempts: 3_000 });
    stops.push(graph.stop);

    const settings = {
      DATA_DIR: dataDir,
      BURST_MS: '0',
      SEND_CONFIRM_MS: String(options.confirmMs),
      STAFF_ADMIN_PASSWORD: ADMIN_PASSWORD,
      ...(servers === null ? {} : { REDIS_URL: servers.url }),
      ...messengerSettings(graph.url),
    };
    const many = (role: ProductProcess['role'], count: number) =>
      Promise.all(Array.from({ length: count }, () => prepareProcess(role, settings, options.stallMs)));
    const sole = servers === null ? await many('all', 1) : null;
    const webs = sole ?? (await many('web', options.webs));
    const workers = sole ?? (await many('worker', options.workers));
    const processes = sole ?? [...webs, ...workers];
    const balancer = await startBalancer(webs.map((web) => web.port));
    stops.push(balancer.stop);
    const started = processes.map(async (process) => {
      const ready = process.start();
      stops.push(() => process.end('SIGKILL'));
      await ready;
    });
    await Promise.all(started);

    const webhook = `http://127.0.0.1:${balancer.port}/webhooks/messenger`;
    graph.echoTo(webhook);
    const state = await openEngine({ dataDir, redisUrl: servers?.url ?? null });
    stops.push(state.close);
    const stream = createStream({ graph, webhook, citizens: options.citizens, pauseMs: options.pauseMs, random });
    return {
      engine,
      webs,
      workers,
      processes,
      graph,
      stream,
      dataDir,
      random,
      state,
      stop,
      redis: () => given(servers?.primary, 'Redis'),
      disk: () => given(disk, 'small disk'),
      ledger: async () => (servers === null ? readFileLedger(dataDir) : readRedisLedger(await servers.present())),
      async isQuiet(limitMs) {
        const endAt = performance.now() + limitMs;
        while (performance.now() < endAt) {
          const now = Date.now();
          const [inbox, outbox] = [await state.inbox.depth(now), await state.outbox.depth(now)];
          if (inbox.waiting === 0 && outbox.pending === 0) return true;
          await wait(250);
        }
        return false;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface RedisServers {
  readonly url: string;
  readonly primary: RedisServer;
  /** The one that takes writes now. */
  present(): Promise<RedisServer>;
}

async function startRedis(
  kind: 'plain' | 'small-disk' | 'sentinel',
  disk: SmallDisk | null,
  stops: (() => unknown)[],
): Promise<RedisServers> {
  if (kind !== 'sentinel') {
    const primary = await startRedisServer(disk === null ? {} : { folder: disk.folder });
    stops.push(primary.stop);
    return { url: primary.url, primary, present: async () => primary };
  }
  const password = 'mat-khau-cua-redis';
  const login = ['--masterauth', password];
  const primary = await startRedisServer({ password, configuration: login });
  stops.push(primary.stop);
  const replicaOf = ['--replicaof', '127.0.0.1', String(primary.port)];
  const replica = await startRedisServer({ password, configuration: [...login, ...replicaOf] });
  stops.push(replica.stop);
  const name = 'product';
  const sentinel = await startSentinel(primary.port, password, name);
  stops.push(sentinel.stop);
  const knows = async () => String(await sentinel.command('SENTINEL', 'REPLICAS', name)).includes('slave');
  for (let look = 0; look < 200 && !(await knows()); look += 1) await wait(250);
  return {
    url: `redis-sentinel://:${password}@127.0.0.1:${sentinel.port}/${name}`,
    primary,
    async present() {
      const [, port] = (await sentinel.command('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name)) as [string, string];
      return Number(port) === primary.port ? primary : replica;
    },
  };
}

function given<T>(part: T | null | undefined, name: string): T {
  if (part === null || part === undefined) throw new Error(`This system has no ${name}.`);
  return part;
}
