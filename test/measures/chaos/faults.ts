import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SAMPLES_DIR } from '../../../adapters/cli/samples.ts';
import { until } from '../../builders/product.ts';
import { startProgram } from '../../builders/program.ts';
import type { GraphFault } from '../../simulators/graph.ts';
import type { ProductProcess } from './processes.ts';
import type { ChaosSystem, EngineName, SystemOptions } from './system.ts';

/** How much of a fault. */
export interface Dose {
  /** Kills, restarts or whatever the fault counts. */
  readonly points: number;
  /** How long a thing stays away (ms); the fault has its own where this is absent. */
  readonly awayMs?: number;
}

/** What was counted while a fault lasted, by name. */
export type Counted = Readonly<Record<string, number>>;

export interface ChaosFault {
  readonly engines: readonly EngineName[];
  /** What differs from the ordinary system. */
  readonly system?: Partial<SystemOptions>;
  /** What this fault may lose for good, in words; the verdict counts it and does not condemn it. */
  readonly mayLose?: string;
  inflict(system: ChaosSystem, dose: Dose): Promise<Counted>;
}

const BOTH: readonly EngineName[] = ['libsql', 'redis'];
const REDIS: readonly EngineName[] = ['redis'];
/** Longest time for a thing that must come. */
const PATIENCE_MS = 240_000;

/** Every fault by its name. */
export const FAULTS: Readonly<Record<string, ChaosFault>> = {
  'kill-worker': {
    engines: REDIS,
    inflict: (system, { points }) => killAtRandom(system, points, () => [oneOf(system, system.workers)]),
  },
  'kill-web': {
    engines: REDIS,
    system: { webs: 2, workers: 1 },
    inflict: (system, { points }) => killAtRandom(system, points, () => [oneOf(system, system.webs)]),
  },
  'kill-both': {
    engines: BOTH,
    system: { webs: 1, workers: 1 },
    inflict: (system, { points }) => killAtRandom(system, points, () => system.processes),
  },
  'redis-restart': {
    engines: REDIS,
    async inflict({ redis, random, stream }, { points }) {
      for (let point = 0; point < points; point += 1) {
        await wait(1_000 + 3_000 * random());
        await redis().kill();
        await redis().restart();
        await goesOn(stream);
      }
      return { restarts: points };
    },
  },
  'redis-away': {
    engines: REDIS,
    async inflict(system, { awayMs = 60_000 }) {
      const { redis, stream } = system;
      await wait(2_000);
      const before = logLines(system);
      await redis().kill();
      await wait(awayMs);
      const logged = logLines(system) - before;
      await redis().restart();
      const recoveredMs = await goesOn(stream);
      return { awaySeconds: awayMs / 1_000, linesOfWorkers: logged, recoveredMs };
    },
  },
  'redis-stall': {
    engines: REDIS,
    async inflict({ redis, stream }, { points, awayMs = 10_000 }) {
      for (let point = 0; point < points; point += 1) {
        await wait(2_000);
        redis().pause();
        await wait(awayMs);
        redis().resume();
        await goesOn(stream);
      }
      return { stalls: points };
    },
  },
  'redis-full-disk': {
    engines: REDIS,
    system: { redis: 'small-disk' },
    async inflict({ redis, disk, stream }, { awayMs = 10_000 }) {
      await wait(2_000);
      const before = stream.refused();
      disk().fill();
      await until(() => stream.refused() > before, PATIENCE_MS);
      await wait(awayMs);
      // With a flush at every write Redis ends itself, rather than answer for what it could not keep.
      const ended = redis().runs() ? 0 : 1;
      disk().free();
      if (ended > 0) await redis().restart();
      const recoveredMs = await goesOn(stream);
      return { redisEndedItself: ended, recoveredMs };
    },
  },
  'redis-failover': {
    engines: REDIS,
    system: { redis: 'sentinel' },
    mayLose: 'what the primary acknowledged and had not yet handed to its replica',
    async inflict({ redis, stream }) {
      await wait(5_000);
      await redis().kill();
      return { failovers: 1, recoveredMs: await goesOn(stream) };
    },
  },
  'clock-jump': {
    engines: BOTH,
    system: { slowMs: 2_000 },
    async inflict({ workers, graph, random, stream }, { points }) {
      // Calls under way for a while, which a clock that jumped must not take for lost.
      graph.faults.nextResponses = endless<GraphFault>(() => (random() < 0.3 ? 'slow' : undefined));
      for (let point = 0; point < points; point += 1) {
        workers[0]?.signal('SIGHUP');
        await wait(3_000 + 2_000 * random());
      }
      // Four jumps end where they began.
      for (let more = points; more % 4 !== 0; more += 1) workers[0]?.signal('SIGHUP');
      graph.faults.nextResponses = [];
      return { jumps: points, recoveredMs: await goesOn(stream) };
    },
  },
  'two-workers-racing': {
    engines: REDIS,
    system: { webs: 2, workers: 2, citizens: 2, pauseMs: 100 },
    async inflict({ stream }, { points }) {
      const enough = stream.acknowledged() + 10 * points;
      await until(() => stream.acknowledged() >= enough, PATIENCE_MS);
      return { messages: 10 * points };
    },
  },
  'network-stall': {
    engines: BOTH,
    system: { slowMs: 30_000, confirmMs: 15_000 },
    async inflict({ graph, stream }) {
      await wait(2_000);
      let stalled = 0;
      graph.faults.nextResponses = endless<GraphFault>(() => {
        stalled += 1;
        return 'slow';
      });
      await wait(30_000);
      graph.faults.nextResponses = [];
      await goesOn(stream);
      return { callsStalled: stalled };
    },
  },
  'index-switch': {
    engines: BOTH,
    async inflict(system, { points }) {
      const { dataDir } = system;
      const folder = join(dataDir, 'documents');
      mkdirSync(folder);
      cpSync(SAMPLES_DIR, folder, { recursive: true });
      const rounds = Math.min(3, points);
      for (let round = 1; round <= rounds; round += 1) {
        writeFileSync(
          join(folder, 'thong-bao.txt'),
          `THÔNG BÁO\nVề lịch trực tuần ${round}\nTrường mở cửa lúc ${round} giờ.`,
        );
        const { code, error } = await startProgram(['ingest', folder, '--data', dataDir]).ended;
        if (code !== 0) throw new Error(`ingest ended with ${code}: ${error}`);
      }
      const switches = () => system.processes.map((process) => process.logged(30).filter(isSwitch).length);
      await until(() => Math.min(...switches()) > 0, PATIENCE_MS);
      rmSync(folder, { recursive: true });
      return { ingests: rounds, switches: switches().reduce((sum, count) => sum + count, 0) };
    },
  },
  'event-loop-stall': {
    engines: BOTH,
    async inflict(system, { awayMs = 20_000 }) {
      const { workers, stream } = system;
      if (system.engine === 'redis') return standStill(system, oneOf(system, workers), awayMs);
      workers[0]?.signal('SIGUSR2');
      await wait(awayMs + 1_000);
      await goesOn(stream);
      return { stalls: 1 };
    },
  },
  'sigterm-during-send': {
    engines: BOTH,
    system: { slowMs: 1_500 },
    async inflict(system, { points }) {
      const { graph, random } = system;
      let unclean = 0;
      for (let point = 0; point < points; point += 1) {
        const before = graph.sent.length;
        graph.faults.nextResponses = ['slow', 'slow'];
        await until(() => graph.sent.length > before, PATIENCE_MS);
        await wait(100 * random());
        const process = oneOf(system, system.workers);
        const { code } = await process.end('SIGTERM');
        if (code !== 0) unclean += 1;
        await process.start();
      }
      graph.faults.nextResponses = [];
      return { stops: points, uncleanEnds: unclean };
    },
  },
};

/** Stops a worker amid a turn: one that is stopped between two turns holds no claim, and is let go on at once. */
async function standStill(
  { redis, random, stream }: ChaosSystem,
  worker: ProductProcess,
  awayMs: number,
): Promise<Counted> {
  const claims = async () => String(await redis().command('HGETALL', '{giao-duc}:claims'));
  let tries = 0;
  await until(async () => {
    tries += 1;
    await wait(200 * random());
    worker.signal('SIGSTOP');
    const held = await claims();
    // Another worker's turn is over after this.
    if (held !== '' && (await wait(2_000, true)) && held === (await claims())) return true;
    worker.signal('SIGCONT');
    return false;
  }, PATIENCE_MS);
  await wait(awayMs);
  worker.signal('SIGCONT');
  await goesOn(stream);
  return { stalls: 1, tries };
}

async function killAtRandom(
  { random, stream }: ChaosSystem,
  points: number,
  victims: () => readonly ProductProcess[],
): Promise<Counted> {
  for (let point = 0; point < points; point += 1) {
    await wait(200 + 2_500 * random());
    const killed = victims();
    await Promise.all(killed.map((process) => process.end('SIGKILL')));
    await Promise.all(killed.map((process) => process.start()));
  }
  await goesOn(stream);
  return { kills: points };
}

/** Resolves when another message was acknowledged; gives how long that took (ms). */
async function goesOn(stream: ChaosSystem['stream']): Promise<number> {
  const before = stream.acknowledged();
  const from = performance.now();
  await until(() => stream.acknowledged() > before, PATIENCE_MS);
  return Math.round(performance.now() - from);
}

/** What the workers warned of; a web process says of every delivery that it refused it. */
function logLines({ workers }: ChaosSystem): number {
  return workers.reduce((sum, process) => sum + process.logged(40).length, 0);
}

function isSwitch(line: string): boolean {
  return line.includes('index switched');
}

function oneOf<T>({ random }: Pick<ChaosSystem, 'random'>, things: readonly T[]): T {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('There is none.');
  return thing;
}

/** A queue whose next element is made when it is asked for. */
function endless<T>(next: () => T | undefined): T[] {
  const queue: T[] = [];
  queue.shift = next;
  return queue;
}
