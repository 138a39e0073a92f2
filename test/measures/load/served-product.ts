import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { messengerSettings } from '../../builders/accounts.ts';
import { until } from '../../builders/product.ts';
import { type RunningProgram, startProgram } from '../../builders/program.ts';
import { createCpuQuotas } from './cpu-quota.ts';

export interface ServedOptions {
  readonly graphUrl: string;
  /** A data folder whose index answers; `null` = the bundled samples. Nothing is written there. */
  readonly indexDir: string | null;
  readonly burstMs: number;
  /** Worker processes beside one web process on a Redis server of their own; `null` = one process, embedded state. */
  readonly workers: number | null;
  /** Processors that each worker process may use (0.2: a fifth of one); `null` = as many as there are. */
  readonly workerCores: number | null;
  /** Where each process writes a CPU profile when it ends; `null` = nowhere. */
  readonly profileDir: string | null;
}

/** The product in processes of its own, as `npm start` runs it. */
export interface ServedProduct {
  readonly url: string;
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
  /** Holds the state; `null` where Redis does. */
  readonly stateFile: string | null;
  /** Asks all processes to end, and waits for it; the state stays. Gives what they printed on standard error. */
  stop(): Promise<string>;
  /** Ends what still runs and removes the state. */
  remove(): Promise<void>;
}

const START_WITHIN_MS = 300_000;
const REDIS_WITHIN_MS = 10_000;

/** Starts the product with its own state on loopback. */
export async function serveProduct(options: ServedOptions): Promise<ServedProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-load-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  if (options.indexDir !== null) borrowIndex(options.indexDir, dataDir);
  const programs: { readonly name: string; readonly program: RunningProgram }[] = [];
  const quotas = createCpuQuotas('assistant-load');
  let redis: { readonly child: ChildProcess; readonly url: string } | null = null;

  async function remove(): Promise<void> {
    for (const { program } of programs) program.child.kill('SIGKILL');
    await Promise.all(programs.map(({ program }) => program.ended));
    if (redis !== null) await end(redis.child);
    quotas.remove();
    rmSync(folder, { recursive: true, force: true });
  }

  async function start(name: string, args: readonly string[], settings: Record<string, string>): Promise<string> {
    const profiling =
      options.profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(options.profileDir)}`];
    const program = startProgram(['serve', ...args], settings, profiling);
    programs.push({ name, program });
    const ready = () => program.printed.out.match(/Ready: (\S+)/)?.[1];
    return until(() => {
      if (program.child.exitCode !== null) throw new Error(`The ${name} process ended: ${program.printed.error}`);
      return ready();
    }, START_WITHIN_MS);
  }

  try {
    if (options.workers !== null) redis = await startRedis(join(folder, 'redis'));
    const settings = {
      PORT: '0',
      DATA_DIR: dataDir,
      BURST_MS: String(options.burstMs),
      LOG_LEVEL: 'error',
      ...messengerSettings(options.graphUrl),
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    };
    const url = await start('web', options.workers === null ? [] : ['--role', 'web'], settings);
    for (let number = 1; number <= (options.workers ?? 0); number += 1) {
      await start(`worker ${number}`, ['--role', 'worker'], settings);
    }
    if (options.workerCores !== null) {
      for (const { program } of programs.slice(1)) quotas.hold(program.child.pid ?? 0, options.workerCores);
    }
    const redisProcess = redis === null ? [] : [{ name: 'redis', pid: redis.child.pid ?? 0 }];
    return {
      url,
      processes: [...programs.map(({ name, program }) => ({ name, pid: program.child.pid ?? 0 })), ...redisProcess],
      stateFile: redis === null ? join(dataDir, 'state.db') : null,
      remove,
      async stop() {
        for (const { program } of programs) program.child.kill('SIGTERM');
        return (await Promise.all(programs.map(({ program }) => program.ended))).map(({ error }) => error).join('');
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** An index is only read, so a link will do; corrections are small. */
function borrowIndex(from: string, dataDir: string): void {
  symlinkSync(resolve(from, 'knowledge'), join(dataDir, 'knowledge'));
  const corrections = join(from, 'corrections.jsonl');
  if (existsSync(corrections)) copyFileSync(corrections, join(dataDir, 'corrections.jsonl'));
}

/** A Redis server of our own with its append-only file on, as the product needs it. */
async function startRedis(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  mkdirSync(folder);
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--save', '', '--dir', folder];
  const child = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'ignore' });
  let fault: Error | null = null;
  child.once('error', (error) => {
    fault = error;
  });
  await until(() => {
    if (fault !== null) throw new Error('redis-server cannot be started; install it.', { cause: fault });
    return answersPing(port);
  }, REDIS_WITHIN_MS);
  return { child, url: `redis://127.0.0.1:${port}` };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => {
      socket.destroy();
      answer(bytes.toString('latin1').startsWith('+PONG'));
    });
    socket.once('error', () => answer(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return ended();
    child.once('close', () => ended());
    child.kill('SIGTERM');
  });
}
