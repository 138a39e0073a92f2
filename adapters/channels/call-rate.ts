import { setTimeout as wait } from 'node:timers/promises';

/** What a platform allows: at most `calls` in any `periodMs`. */
export interface CallRate {
  readonly calls: number;
  readonly periodMs: number;
}

/** Messenger Platform, "Rate limits": calls of the Send API for one Page. */
export const MESSENGER_RATE: CallRate = { calls: 300, periodMs: 1_000 };
/** Zalo OA, limits of one app; those of an OA's package are not published and come as refusals. */
export const ZALO_RATE: CallRate = { calls: 4_000, periodMs: 60_000 };

/** Share of a period's calls that may leave at once after a silence. */
const BURST_SHARE = 0.2;

/**
 * Calls as `call` does, but never more often than `rate` allows; a call too many waits for its turn, in order, and
 * none is dropped. A bucket of tokens: a fifth of a period's calls at once, the rest evenly over the period, which
 * together stay below the limit in every window.
 * @param now ms of a clock that only goes forward
 */
export function withinRate<Args extends unknown[], Result>(
  rate: CallRate,
  now: () => number,
  call: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const burst = Math.max(1, Math.floor(rate.calls * BURST_SHARE));
  const perMs = (rate.calls - burst) / rate.periodMs;
  let tokens = burst;
  let countedAt = now();
  let line = Promise.resolve();

  async function takeToken(): Promise<void> {
    for (;;) {
      tokens = Math.min(burst, tokens + (now() - countedAt) * perMs);
      countedAt = now();
      if (tokens >= 1) break;
      await wait(Math.ceil((1 - tokens) / perMs));
    }
    tokens -= 1;
  }

  return async (...args) => {
    line = line.then(takeToken);
    await line;
    return call(...args);
  };
}
