import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { messengerSettings } from './accounts.ts';

/** The whole product in a process of its own that can be killed, starved or slowed down. */
export interface ProductChild {
  readonly process: ChildProcess;
  readonly port: Promise<number>;
  /** Names of the steps taken so far. */
  readonly steps: readonly string[];
  readonly exited: Promise<NodeJS.Signals | null>;
}

/** Starts `test/faults/product-child.ts` with the Messenger channel on. */
export function startProductChild(options: {
  readonly dataDir: string;
  readonly indexDir: string;
  readonly graphUrl: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Step at which it kills itself; 0: never. */
  readonly crashAt?: number;
  /** Time that every change of a store takes longer (ms). */
  readonly slowMs?: number;
}): ProductChild {
  const { dataDir, indexDir, graphUrl, port = 0, crashAt = 0, slowMs = 0 } = options;
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(import.meta.dirname, '../faults/product-child.ts'),
      indexDir,
      String(crashAt),
      String(slowMs),
    ],
    {
      env: {
        PATH: '/usr/bin:/bin',
        PORT: String(port),
        DATA_DIR: dataDir,
        BURST_MS: '0',
        SEND_CONFIRM_MS: '1500',
        ...messengerSettings(graphUrl),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const steps: string[] = [];
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  const listening = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('STEP')) steps.push(line.split(' ').slice(2).join(' '));
      if (line.startsWith('LISTENING')) resolve(Number(line.split(' ')[1]));
    });
    child.once('exit', () => reject(new Error('The product ended before it listened.')));
  });
  return { process: child, port: listening, steps, exited };
}
