import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from './ports/store-health.ts';

/** A background loop that works through lanes of independent jobs, at most one job a lane at a time. */
export interface Loop {
  start(): void;
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Takes no new jobs; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/** Lets more urgent work of the same process go first. */
export interface Pace {
  /** Resolves when a loop may start its next job. Always lets waiting input and output of the process go first. */
  turn(): Promise<void>;
}

export interface LoopOptions<Job> {
  /** Finds at most `limit` jobs that are due, best first, each of another lane. Jobs under way may be among them. */
  readonly find: (limit: number) => Promise<readonly Job[]>;
  readonly lane: (job: Job) => string;
  readonly run: (job: Job) => Promise<void>;
  /** Told of a job that was found though its lane is taken, and is not started. */
  readonly dismiss?: (job: Job) => void;
  /** Told of faults in `find` or `run`; the loop goes on. */
  readonly onFault: (error: unknown) => void;
  readonly lanes: number;
  readonly tickMs: number;
  readonly pace: Pace;
}

/**
 * A lane rests this long when its job could not be stored, and the loop when it could not look for jobs; short against
 * the time that a stop may take.
 */
export const STORE_PAUSE_MS = 2_000;

/**
 * Polls `find` every `tickMs` and whenever woken. Two jobs of one lane never run at the same time, so a lane's order
 * is the order in which `find` gives its jobs.
 */
export function createLoop<Job>(options: LoopOptions<Job>): Loop {
  const { pace, lanes, lane, find, onFault } = options;
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let resting: NodeJS.Timeout | null = null;
  let stopped = true;

  async function look(): Promise<void> {
    while (running.size < lanes) {
      await pace.turn();
      if (stopped) return;
      // Jobs are looked for one by one, because what is true of one may have changed while another was started.
      const jobs = await find(running.size + 1);
      const job = jobs.find((candidate) => !running.has(lane(candidate)));
      if (job === undefined) {
        if (options.dismiss !== undefined) jobs.forEach(options.dismiss);
        return;
      }
      start(job);
    }
  }

  /** A store that is away is asked now and then, not at every tick. */
  function rest(): void {
    resting = setTimeout(() => {
      resting = null;
      wake();
    }, STORE_PAUSE_MS);
  }

  function start(job: Job): void {
    const done = options
      .run(job)
      .catch(async (error) => {
        onFault(error);
        // Nothing was kept of the attempt, so the job would be found again at once.
        if (error instanceof StoreUnavailable) await wait(STORE_PAUSE_MS);
      })
      .finally(() => {
        running.delete(lane(job));
        wake();
      });
    running.set(lane(job), done);
  }

  function wake(): void {
    if (stopped || resting !== null) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch((error) => {
        onFault(error);
        if (error instanceof StoreUnavailable) rest();
      })
      .finally(() => {
        looking = null;
        if (lookAgain) {
          lookAgain = false;
          wake();
        }
      });
  }

  return {
    start() {
      stopped = false;
      timer = setInterval(wake, options.tickMs);
      wake();
    },
    wake,
    async stop() {
      stopped = true;
      if (timer !== null) clearInterval(timer);
      await looking;
      if (resting !== null) clearTimeout(resting);
      await Promise.all(running.values());
    },
  };
}
