import { setImmediate as afterInputOutput, setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../../bot/loop.ts';

/** As many webhooks within `WINDOW_MS` as never come on an ordinary day: a thousand a second. */
const CROWD = 100;
const WINDOW_MS = 100;
/** A crowd holds for this long after it was last seen. */
const CROWD_LASTS_MS = 200;
/** Ten times what a turn takes, so that nine tenths of the time are left to webhooks. */
const REST_MS = 200;

/** A pace of background work that gives way to webhooks. */
export interface IntakePace extends Pace {
  /** A webhook came in. */
  arrived(): void;
}

/**
 * Platforms switch off a webhook that answers late, whereas a citizen does not notice whether a reply takes some
 * seconds more: while webhooks come in a crowd, the background loops together start one job every `REST_MS`. They
 * never stop altogether, however long the crowd lasts.
 * @param clock ms that only go forward
 */
export function createIntakePace(clock: () => number): IntakePace {
  let windowFrom = Number.NEGATIVE_INFINITY;
  let arrivals = 0;
  let crowdedUntil = Number.NEGATIVE_INFINITY;
  let nextStart = Number.NEGATIVE_INFINITY;
  return {
    arrived() {
      const now = clock();
      if (now - windowFrom >= WINDOW_MS) {
        windowFrom = now;
        arrivals = 0;
      }
      arrivals += 1;
      if (arrivals >= CROWD) crowdedUntil = now + CROWD_LASTS_MS;
    },
    async turn() {
      await afterInputOutput();
      const now = clock();
      if (now >= crowdedUntil) return;
      nextStart = Math.max(now, nextStart) + REST_MS;
      await wait(nextStart - now);
    },
  };
}
