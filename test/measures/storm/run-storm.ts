import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import { conversationId } from '../../../bot/conversation.ts';
import { MESSENGER, messengerSettings, ZALO, zaloSettings } from '../../builders/accounts.ts';
import { until } from '../../builders/product.ts';
import { startProgram } from '../../builders/program.ts';
import { type GraphSimulator, startGraphSimulator } from '../../simulators/graph.ts';
import { startZaloSimulator, type ZaloSimulator } from '../../simulators/zalo.ts';
import { sendLoad } from '../intake/send-load.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { brewStorm, type Storm } from './storm-messages.ts';
import { judgeStorm, type PlatformMemory, type StormCounts, type StormFaults } from './verdict.ts';
import { type FaultCounts, startWeather } from './weather.ts';

export interface StormOptions {
  readonly deliveries: number;
  readonly seed: string;
  /** Rate limits and dead tokens a platform; each rate limit rests its channel for a minute. */
  readonly rests: number;
  readonly confirmMs: number;
  /** Longest time after the last delivery until everything is answered. */
  readonly quietWithinMs: number;
  readonly onProgress: (line: string) => void;
}

export interface StormReport {
  readonly deliveries: number;
  readonly citizens: number;
  readonly refused: number;
  /** Accepted webhooks a second while the storm lasted. */
  readonly perSecond: number;
  readonly p99ms: number;
  readonly stormSeconds: number;
  /** Until every reply was out. */
  readonly seconds: number;
  /** Whether everything was worked off in time. */
  readonly quiet: boolean;
  readonly weather: FaultCounts;
  readonly counts: StormCounts;
  readonly faults: StormFaults;
}

const CONNECTIONS = 32;
const START_WITHIN_MS = 300_000;
const WINDOW_REFUSALS = { messenger: 2018278, zalo: [-230, -232] } as const;

/** Lets a storm of webhooks loose on the whole product, in a process of its own, and says what became of each message. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const random = seededRandom(options.seed);
  const storm = brewStorm(options.deliveries, Date.now(), random);
  const graph = await startGraphSimulator({ ...MESSENGER, slowMs: 400 });
  const zalo = await startZaloSimulator({ ...ZALO, slowMs: 400 });
  for (const { channel, id, lastWroteAt } of storm.citizens) {
    if (channel === 'messenger') graph.setLastInbound(id, lastWroteAt);
    else zalo.setLastInteraction(id, lastWroteAt);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-storm-'));
  const program = startProgram(['serve'], {
    PORT: '0',
    DATA_DIR: dataDir,
    BURST_MS: '0',
    SEND_CONFIRM_MS: String(options.confirmMs),
    LOG_LEVEL: 'error',
    ...messengerSettings(graph.url),
    ...zaloSettings(zalo.url),
  });
  try {
    const url = await until(() => program.printed.out.match(/Ready: (\S+)/)?.[1], START_WITHIN_MS);
    const webhooks = { messenger: `${url}/webhooks/messenger`, zalo: `${url}/webhooks/zalo` };
    const weather = startWeather(graph, zalo, { webhooks, random, rests: options.rests });
    const startedAt = performance.now();
    options.onProgress(`${storm.deliveries.length} deliveries to ${url}`);
    const load = await sendLoad(
      Number(new URL(url).port),
      storm.deliveries.map((delivery) => delivery.request),
      { connections: CONNECTIONS, seconds: Number.POSITIVE_INFINITY },
    );
    options.onProgress(`all delivered after ${load.seconds.toFixed(0)} s`);
    const quiet = await untilQuiet(url, options);
    const seconds = (performance.now() - startedAt) / 1_000;
    weather.clearUp();
    program.child.kill('SIGTERM');
    await program.ended;
    if (program.printed.error !== '') options.onProgress(program.printed.error.slice(0, 2_000));

    const database = openDatabase(join(dataDir, 'state.db'));
    const verdict = judgeStorm(storm, database, remember(storm, graph, zalo));
    database.close();
    return {
      deliveries: storm.deliveries.length,
      citizens: storm.citizens.length,
      refused: load.refused,
      perSecond: load.accepted / load.seconds,
      p99ms: load.latencies[Math.floor(load.latencies.length * 0.99)] ?? 0,
      stormSeconds: load.seconds,
      seconds,
      quiet,
      weather: weather.counts,
      ...verdict,
    };
  } finally {
    program.child.kill('SIGKILL');
    await Promise.all([graph.stop(), zalo.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Waits until nothing waits and nothing is to be sent; `false` when that takes too long. */
async function untilQuiet(url: string, options: StormOptions): Promise<boolean> {
  const endAt = performance.now() + options.quietWithinMs;
  for (let look = 1; performance.now() < endAt; look += 1) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1] ?? Number.NaN);
    const [waiting, pending] = [value('assistant_inbox_waiting'), value('assistant_outbox_pending')];
    if (waiting === 0 && pending === 0) return true;
    if (look % 60 === 0) options.onProgress(`${waiting} messages wait, ${pending} replies are on their way`);
    await wait(500);
  }
  return false;
}

function remember(storm: Storm, graph: GraphSimulator, zalo: ZaloSimulator): PlatformMemory {
  const taken = new Map<string, string[]>(storm.citizens.map((citizen) => [citizen.conversationId, []]));
  for (const { recipientId, text } of graph.sent) {
    taken.get(conversationId('messenger', MESSENGER.pageId, recipientId))?.push(text);
  }
  for (const { userId, text } of zalo.sent) taken.get(conversationId('zalo', ZALO.oaId, userId))?.push(text);
  return {
    taken,
    windowRefusals:
      graph.refused.filter(({ subcode }) => subcode === WINDOW_REFUSALS.messenger).length +
      zalo.refused.filter(({ error }) => WINDOW_REFUSALS.zalo.some((code) => code === error)).length,
  };
}
