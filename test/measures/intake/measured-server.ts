import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import { MESSENGER, messengerSettings } from '../../builders/accounts.ts';
import { until } from '../../builders/product.ts';
import { startProgram } from '../../builders/program.ts';
import { startGraphSimulator } from '../../simulators/graph.ts';
import { personId } from './webhook-requests.ts';

/** One system that takes webhooks, in a process of its own. */
export interface MeasuredServer {
  readonly port: number;
  /** Seconds of CPU that the process has used, all threads; `null` where the system does not tell. */
  cpuSeconds(): number | null;
  /** Messages and turns that stand in its state file; `null` without one. */
  stored(): { readonly messages: number; readonly turns: number } | null;
  stop(): Promise<void>;
}

/** Starts a system with an empty state file in a new folder below `folder`. */
export type StartServer = (folder: string) => Promise<MeasuredServer>;

/** The whole product as `npm start` runs it, against a simulated Graph that lives in this process. */
export function ours(burstMs: number, citizens: number): StartServer {
  return async (folder) => {
    const dataDir = mkdtempSync(join(folder, 'ours-'));
    const graph = await startGraphSimulator(MESSENGER);
    for (let index = 0; index < citizens; index += 1) graph.setLastInbound(personId(index), Date.now());
    const settings = { PORT: '0', DATA_DIR: dataDir, BURST_MS: String(burstMs), LOG_LEVEL: 'error' };
    const { child, printed, ended } = startProgram(['serve'], { ...settings, ...messengerSettings(graph.url) });
    const url = await until(() => printed.out.match(/Ready: (\S+)/)?.[1], 180_000);
    return {
      ...inspect(child, join(dataDir, 'state.db')),
      port: Number(new URL(url).port),
      async stop() {
        child.kill('SIGTERM');
        await ended;
        await graph.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  };
}

/** A peer of this folder, by the name of its file. */
export function peer(file: string, argument = ''): StartServer {
  return async (folder) => {
    const dataDir = mkdtempSync(join(folder, 'peer-'));
    const state = join(dataDir, 'state.db');
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file), state, argument], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
    });
    const port = await until(() => /LISTENING (\d+)/.exec(printed)?.[1], 30_000);
    return {
      ...inspect(child, file.startsWith('bare') ? state : null),
      port: Number(port),
      stop: () =>
        new Promise((resolve) => {
          child.once('close', () => {
            rmSync(dataDir, { recursive: true, force: true });
            resolve();
          });
          child.kill('SIGTERM');
        }),
    };
  };
}

function inspect(child: ChildProcess, state: string | null): Pick<MeasuredServer, 'cpuSeconds' | 'stored'> {
  return {
    cpuSeconds() {
      if (process.platform !== 'linux') return null;
      // Fields 14 and 15 of proc(5) stat, in hundredths of a second; the name before them may hold spaces.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stored() {
      if (state === null) return null;
      const database = openDatabase(state);
      const count = (table: string) =>
        (database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get() as { n: number }).n;
      const counts = { messages: count('inbox'), turns: count('turns') };
      database.close();
      return counts;
    },
  };
}
