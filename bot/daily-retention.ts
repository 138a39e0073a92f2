import type { Retention, RetentionCounts } from './ports/retention.ts';

const DAY_MS = 24 * 3_600_000;

export interface DailyRetention {
  readonly retention: Retention;
  /** Days that words are kept; 0 = for ever. */
  readonly wordsDays: number;
  /** Time from the start to the first pass (ms), so that a start is not slowed down. */
  readonly firstAfterMs: number;
  readonly now: () => number;
  readonly onDone: (counts: RetentionCounts) => void;
  readonly onFault: (error: unknown) => void;
}

/** Runs a pass soon after the start and then once a day. The result stops it, after a pass under way has ended. */
export function runDailyRetention(options: DailyRetention): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let daily: NodeJS.Timeout | null = null;

  function pass(): void {
    running = running
      .then(() => options.retention.retain(options.now(), options.wordsDays))
      .then(options.onDone)
      .catch(options.onFault);
  }

  const first = setTimeout(() => {
    pass();
    daily = setInterval(pass, DAY_MS).unref();
  }, options.firstAfterMs).unref();

  return () => {
    clearTimeout(first);
    if (daily !== null) clearInterval(daily);
    return running;
  };
}
