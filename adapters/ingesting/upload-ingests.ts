import { setTimeout as wait } from 'node:timers/promises';
import { IngestFailed, type IngestSummary, ingestInProcess } from '../cli/ingest-process.ts';
import type { IngestProgress } from './run-ingest.ts';

/** Exit status of an ingest while another one works on the data folder. */
const BUSY = 3;
const TRY_AGAIN_MS = 5_000;

/** An ingest that goes on. */
export interface RunningIngest {
  /** ms since epoch */
  readonly since: number;
  /** How far it is; `null` before the first word of it. */
  readonly progress: IngestProgress | null;
  /** Whether an ingest started elsewhere must end first. */
  readonly waits: boolean;
}

/** How the last ingest ended; `report` is `null` when it came to none. */
export interface EndedIngest {
  readonly at: number;
  readonly report: IngestSummary | null;
}

/** Ingests that the console starts after an upload. */
export interface UploadIngests {
  /** What goes on now, or `null`. */
  running(): RunningIngest | null;
  /** The last one that ended since the server started, or `null`. */
  ended(): EndedIngest | null;
  /** Reads all sources again. While one runs, once more after it: it may have looked at the folder before. */
  start(): void;
  /** Ends a running one; the present index stays. */
  stop(): Promise<void>;
}

/** One ingest at a time, each in a process of its own; one started elsewhere is waited for. */
export function createUploadIngests(deps: {
  readonly dataDir: string;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): UploadIngests {
  const stopped = new AbortController();
  let running: RunningIngest | null = null;
  let ended: EndedIngest | null = null;
  let wanted = false;
  let work: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (wanted && !stopped.signal.aborted) {
      wanted = false;
      const since = deps.now();
      running = { since, progress: null, waits: false };
      const report = await ingestWhenFree(since);
      ended = { at: deps.now(), report };
    }
    running = null;
  }

  async function ingestWhenFree(since: number): Promise<IngestSummary | null> {
    for (;;) {
      try {
        return await ingestInProcess(['--data', deps.dataDir, '--keep-web'], stopped.signal, (progress) => {
          running = { since, progress, waits: false };
        });
      } catch (error) {
        if (stopped.signal.aborted) return null;
        if (!(error instanceof IngestFailed && error.status === BUSY)) {
          deps.onFault(error);
          return null;
        }
      }
      running = { since, progress: null, waits: true };
      await wait(TRY_AGAIN_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return null;
    }
  }

  return {
    running: () => running,
    ended: () => ended,
    start() {
      wanted = true;
      if (running !== null) return;
      running = { since: deps.now(), progress: null, waits: false };
      work = run();
    },
    async stop() {
      stopped.abort();
      await work;
    },
  };
}
