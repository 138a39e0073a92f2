import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { messengerSettings } from './accounts.ts';
import { programArguments } from './bundled-programs.ts';

/** The whole product in a process of its own that can be killed, starved or slowed down. */
export interface ProductChild {
  readonly process: ChildProcess;
  readonly port: Promise<number>;
  /** Names of the steps taken so far, or since the last `crashAt`. */
  readonly steps: readonly string[];
  readonly exited: Promise<NodeJS.Signals | null>;
  /** Opens the store and begins to serve, where it was started to wait for that. */
  open(): void;
  /** Counts the steps anew, and kills itself at this one; 0: never. Resolves when it has understood, or is dead. */
  crashAt(step: number): Promise<void>;
}

/** Starts `test/faults/product-child.ts` with the Messenger channel on. */
export function startProductChild(options: {
  readonly dataDir: string;
  readonly indexDir: string;
  readonly graphUrl: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Time that every change of a store takes longer (ms). */
  readonly slowMs?: number;
  /** Loads the program and waits for `open`, so that it can take another one's place soon. */
  readonly waits?: boolean;
  /** Settings beside those of the Messenger channel. */
  readonly environment?: Readonly<Record<string, string>>;
}): ProductChild {
  const { dataDir, indexDir, graphUrl, port = 0, slowMs = 0, waits = false, environment = {} } = options;
  const child = spawn(
    process.execPath,
    [...programArguments(join(import.meta.dirname, '../faults/product-child.ts')), indexDir, String(slowMs)],
    {
      env: {
        PATH: '/usr/bin:/bin',
        PORT: String(port),
        DATA_DIR: dataDir,
        BURST_MS: '0',
        SEND_CONFIRM_MS: '1500',
        STAFF_UNDO_SECONDS: '0',
        ...messengerSettings(graphUrl),
        ...environment,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  // A killed child reads no more.
  child.stdin.on('error', () => undefined);
  const tell = (line: string) => void child.stdin.write(`${line}\n`);
  const steps: string[] = [];
  let understood = () => {};
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  const listening = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('STEP')) steps.push(line.split(' ').slice(2).join(' '));
      if (line.startsWith('LISTENING')) resolve(Number(line.split(' ')[1]));
      if (line === 'COUNTING') {
        steps.length = 0;
        understood();
      }
    });
    child.once('exit', () => reject(new Error('The product ended before it listened.')));
  });
  // Nobody may be asking.
  listening.catch(() => undefined);
  if (!waits) tell('OPEN');
  return {
    process: child,
    port: listening,
    steps,
    exited,
    open: () => tell('OPEN'),
    crashAt(step) {
      return new Promise((resolve) => {
        understood = resolve;
        void exited.then(() => resolve());
        tell(`CRASH ${step}`);
      });
    },
  };
}
