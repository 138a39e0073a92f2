/** A background loop that works through lanes of independent jobs, at most one job a lane at a time. */
export interface Loop {
  start(): void;
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Takes no new jobs; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/** How hard background loops may work now, because more urgent work of the same process comes first. */
export interface Pace {
  /** Resolves when a loop may look for work; always lets waiting input and output of the process go first. */
  turn(): Promise<void>;
  /** How many of `lanes` jobs may run at the same time now, at least one. */
  lanes(lanes: number): number;
}

export interface LoopOptions<Job> {
  /** Finds jobs that are due, best first. */
  readonly find: (limit: number) => Promise<readonly Job[]>;
  readonly lane: (job: Job) => string;
  readonly run: (job: Job) => Promise<void>;
  /** Told of faults in `find` or `run`; the loop goes on. */
  readonly onFault: (error: unknown) => void;
  readonly lanes: number;
  readonly tickMs: number;
  readonly pace: Pace;
}

/**
 * Polls `find` every `tickMs` and whenever woken. Two jobs of one lane never run at the same time, so a lane's order
 * is the order in which `find` gives its jobs.
 */
export function createLoop<Job>(options: LoopOptions<Job>): Loop {
  const { pace } = options;
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = true;

  async function look(): Promise<void> {
    if (running.size >= pace.lanes(options.lanes)) return;
    await pace.turn();
    const lanes = pace.lanes(options.lanes);
    if (stopped || running.size >= lanes) return;
    const jobs = await options.find(lanes);
    for (const job of jobs) {
      const lane = options.lane(job);
      if (stopped || running.size >= lanes || running.has(lane)) continue;
      const done = options
        .run(job)
        .catch(options.onFault)
        .finally(() => {
          running.delete(lane);
          wake();
        });
      running.set(lane, done);
      await pace.turn();
    }
  }

  function wake(): void {
    if (stopped) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch(options.onFault)
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
      await Promise.all(running.values());
    },
  };
}
