import { join } from 'node:path';
import { until } from '../../builders/product.ts';
import { type ProgramResult, type RunningProgram, startProgram } from '../../builders/program.ts';
import { freePort } from '../../builders/redis-server.ts';

/** One process of the product, which may end and be started again on the same port. */
export interface ProductProcess {
  readonly role: 'all' | 'web' | 'worker';
  readonly port: number;
  /** Resolves when it is ready. */
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Sends the signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<ProgramResult>;
  /** Lines of its log with at least this level of pino, of all its lives. */
  logged(level: number): readonly string[];
}

const PRELOAD = join(import.meta.dirname, '../../faults/provoked.cjs');
const START_WITHIN_MS = 240_000;

/** @param stallMs how long SIGUSR2 blocks the event loop */
export async function prepareProcess(
  role: ProductProcess['role'],
  settings: Readonly<Record<string, string>>,
  stallMs: number,
): Promise<ProductProcess> {
  const port = await freePort();
  const lives: RunningProgram[] = [];

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<ProgramResult> {
    const life = lives.at(-1);
    if (life === undefined) throw new Error(`The ${role} process was not started.`);
    life.child.kill(signal);
    return life.ended;
  }

  return {
    role,
    port,
    async start() {
      const life = startProgram(
        ['serve', '--role', role],
        { ...settings, PORT: String(port), CHAOS_STALL_MS: String(stallMs), LOG_LEVEL: 'info' },
        ['--require', PRELOAD],
      );
      lives.push(life);
      await until(() => {
        const { exitCode, signalCode } = life.child;
        if (exitCode === null && signalCode === null) return life.printed.out.includes('Ready: ');
        throw new Error(`The ${role} process ended at its start:\n${life.printed.error}`);
      }, START_WITHIN_MS);
    },
    signal: (signal) => void lives.at(-1)?.child.kill(signal),
    end,
    logged(level) {
      const lines = lives.flatMap((life) => life.printed.error.split('\n'));
      return lines.filter((line) => Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 0) >= level);
    },
  };
}
