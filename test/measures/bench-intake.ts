import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { until } from '../builders/product.ts';
import { endWithPrograms } from '../builders/program.ts';
import { ours, peer, type StartServer } from './intake/measured-server.ts';
import { type LoadResult, sendLoad } from './intake/send-load.ts';
import { signedRequests } from './intake/webhook-requests.ts';
import { percentile } from './retrieval/ranking-scores.ts';

endWithPrograms();

/**
 * Measures how many signed webhooks a second are accepted, and how fast, beside the peers:
 * `npm run bench:intake -- [--seconds 3] [--rounds 3] [--connections 64] [--rate 3000] [--peers DIR] [--json]`. Every system runs in a
 * process of its own with a new state file and is asked in turn, several times, because the machine may have other work.
 * Without a rate each connection asks as fast as it is answered. All load is on 127.0.0.1. A system that stores is only counted if every accepted message stands in its file.
 */

interface Row {
  readonly system: string;
  /** What a crash right after the 200 loses. */
  readonly durable: boolean;
  /** Median of the rounds. */
  readonly perSecond: number;
  readonly p50ms: number;
  /** Of all rounds together, as is `maxMs`. */
  readonly p99ms: number;
  readonly maxMs: number;
  readonly refused: number;
  /** Microseconds of CPU the system's process took for one webhook; the figure to compare on a busy machine. */
  readonly cpuMicroseconds: number | null;
  /** Turns answered while the load ran. */
  readonly turns: number;
}

interface Round extends LoadResult {
  readonly cpuSeconds: number | null;
  readonly turns: number;
}

const CITIZENS = 500;
const WARM_UP = 1_000;
/** More than any of the systems accepts. */
const MOST_A_SECOND = 12_000;
const REST_MS = 10_000;

const HOW_TO_ADD_BOTKIT =
  'in an empty folder outside the project, npm install --ignore-scripts botkit@4.15.0 botbuilder-adapter-facebook@1.0.12 request@2.88.2';

const options = new Command('bench:intake')
  .option('--seconds <number>', 'length of a round', Number, 3)
  .option('--rounds <number>', 'how often each system is asked', Number, 3)
  .option('--connections <number>', 'requests under way at once', Number, 64)
  .option('--rate <number>', 'requests a second, due whether they are answered in time or not', Number)
  .option('--peers <dir>', `folder of packages that are no dependency: ${HOW_TO_ADD_BOTKIT}`)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ seconds: number; rounds: number; connections: number; rate?: number; peers?: string; json?: boolean }>();

interface System {
  readonly system: string;
  readonly durable: boolean;
  readonly start: StartServer;
  /** Turns to wait for before measuring, so that the worker is warm and at work. */
  readonly turnsBefore?: number;
}

const SYSTEMS: readonly System[] = [
  { system: 'ours, worker at work', durable: true, start: ours(0, CITIZENS), turnsBefore: 50 },
  { system: 'ours, worker at rest', durable: true, start: ours(REST_MS, CITIZENS) },
  { system: 'bare express, shared transactions', durable: true, start: peer('bare-server.ts', 'grouped') },
  { system: 'bare express, one transaction each', durable: true, start: peer('bare-server.ts') },
  { system: 'botbuilder 4.23, stores nothing', durable: false, start: peer('botbuilder-server.ts') },
  ...(options.peers === undefined
    ? []
    : [
        {
          system: 'botkit 4.15 with its Facebook adapter, stores nothing',
          durable: false,
          start: peer('botkit-server.ts', resolve(options.peers)),
        },
      ]),
];

async function runRound({ system, start, turnsBefore = 0 }: System, folder: string): Promise<Round> {
  const server = await start(folder);
  try {
    const requests = signedRequests(WARM_UP + options.seconds * MOST_A_SECOND, CITIZENS, Date.now());
    const { connections, seconds, rate } = options;
    const warmUp = await sendLoad(server.port, requests.slice(0, WARM_UP), { connections, seconds });
    await until(() => (server.stored()?.turns ?? 0) >= turnsBefore, 60_000);
    const before = { cpu: server.cpuSeconds(), turns: server.stored()?.turns ?? 0 };
    const load = await sendLoad(server.port, requests.slice(WARM_UP), { connections, seconds, rate });
    const cpu = server.cpuSeconds();
    const stored = server.stored();
    const accepted = warmUp.accepted + load.accepted;
    if (stored !== null && stored.messages !== accepted) {
      throw new Error(`${system} accepted ${accepted} messages and stored ${stored.messages}.`);
    }
    return {
      ...load,
      cpuSeconds: cpu === null || before.cpu === null ? null : cpu - before.cpu,
      turns: (stored?.turns ?? 0) - before.turns,
    };
  } finally {
    await server.stop();
  }
}

function rowOf(system: string, durable: boolean, rounds: readonly Round[]): Row {
  const latencies = rounds.flatMap((round) => [...round.latencies]);
  const sum = (read: (round: Round) => number) => rounds.reduce((total, round) => total + read(round), 0);
  const rates = rounds.map((round) => round.accepted / round.seconds);
  return {
    system,
    durable,
    perSecond: percentile(rates, 0.5),
    p50ms: percentile(latencies, 0.5),
    p99ms: percentile(latencies, 0.99),
    maxMs: percentile(latencies, 1),
    refused: sum((round) => round.refused),
    cpuMicroseconds: rounds.some((round) => round.cpuSeconds === null)
      ? null
      : (1e6 * sum((round) => round.cpuSeconds ?? 0)) / sum((round) => round.accepted),
    turns: sum((round) => round.turns),
  };
}

function printRow(row: Row): string {
  const figures = [
    row.durable ? 'yes' : 'no',
    row.perSecond.toFixed(0),
    row.p50ms.toFixed(1),
    row.p99ms.toFixed(1),
    row.maxMs.toFixed(1),
    row.refused,
    row.cpuMicroseconds?.toFixed(0) ?? '–',
    row.turns,
  ];
  return [row.system, ...figures].join(' | ');
}

const say = (line: string) => (options.json ? process.stderr : process.stdout).write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'assistant-intake-'));
const rounds = new Map<string, Round[]>(SYSTEMS.map(({ system }) => [system, []]));
try {
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const measured of SYSTEMS) {
      const { system } = measured;
      const result = await runRound(measured, folder);
      rounds.get(system)?.push(result);
      process.stderr.write(`round ${round}: ${system}: ${(result.accepted / result.seconds).toFixed(0)}/s\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const rows = SYSTEMS.map(({ system, durable }) => rowOf(system, durable, rounds.get(system) ?? []));
say('system | durable | accepted/s | p50 ms | p99 ms | max ms | refused | CPU µs each | turns meanwhile');
say('---|---|---|---|---|---|---|---|---');
for (const row of rows) say(printRow(row));
if (options.peers === undefined) say(`Without --peers there is no row of Botkit: ${HOW_TO_ADD_BOTKIT}`);
if (options.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
