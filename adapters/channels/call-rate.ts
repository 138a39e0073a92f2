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

/** Makes calls that share one rate. */
export interface RatedCalls {
  /** Calls in turn: a call too many waits, in order, and none is dropped. */
  inTurn<Args extends unknown[], Result>(call: Call<Args, Result>): Call<Args, Result>;
  /**
   * Calls at once or not at all: for what may be left out, which must not take the place of what may not. It gets at
   * most half of what may leave at once, and rejects with `NotSpared` otherwise.
   */
  ifSpare<Args extends unknown[], Result>(call: Call<Args, Result>): Call<Args, Result>;
}

type Call<Args extends unknown[], Result> = (...args: Args) => Promise<Result>;

/** A call that may be left out was left out. Nothing needs to be done. */
export class NotSpared extends Error {}

/**
 * Keeps calls within a rate: a bucket of tokens, a fifth of a period's calls at once, the rest evenly over the period,
 * which together stay below the limit in every window.
 * @param now ms of a clock that only goes forward
 */
export function createRatedCalls(rate: CallRate, now: () => number): RatedCalls {
  const burst = Math.max(1, Math.floor(rate.calls * BURST_SHARE));
  const perMs = (rate.calls - burst) / rate.periodMs;
  let tokens = burst;
  let countedAt = now();
  let line = Promise.resolve();

  function fill(): void {
    tokens = Math.min(burst, tokens + (now() - countedAt) * perMs);
    countedAt = now();
  }

  async function takeToken(): Promise<void> {
    for (;;) {
      fill();
      if (tokens >= 1) break;
      await wait(Math.ceil((1 - tokens) / perMs));
    }
    tokens -= 1;
  }

  return {
    inTurn:
      (call) =>
      async (...args) => {
        line = line.then(takeToken);
        await line;
        return call(...args);
      },
    ifSpare:
      (call) =>
      async (...args) => {
        fill();
        if (tokens - 1 < burst / 2) throw new NotSpared('No call to spare.');
        tokens -= 1;
        return call(...args);
      },
  };
}
