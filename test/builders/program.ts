import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { programArguments } from './bundled-programs.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface ProgramResult {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The program in a process of its own, as the npm scripts run it. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly printed: { out: string; error: string };
  readonly ended: Promise<ProgramResult>;
}

/**
 * Lets no started program outlive this process when it is told to end, as long measurements are. For commands, not for
 * tests: those end what they started themselves.
 */
export function endWithPrograms(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  process.once('exit', () => {
    for (const child of started) child.kill('SIGKILL');
  });
}

const started = new Set<ChildProcess>();

/**
 * Starts the program; it sees no environment but `PATH` and what is given.
 * @param nodeOptions for Node itself
 */
export function startProgram(
  args: readonly string[],
  environment: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): RunningProgram {
  const main = programArguments(join(ROOT, 'adapters/main.ts'));
  const child = spawn(process.execPath, [...nodeOptions, ...main, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('close', () => started.delete(child));
  const printed = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.error += chunk;
  });
  const ended = new Promise<ProgramResult>((resolve) => child.once('close', (code) => resolve({ code, ...printed })));
  return { child, printed, ended };
}
