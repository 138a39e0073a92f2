import { setImmediate as afterInputOutput, setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../../bot/loop.ts';

/** As many webhooks within `WINDOW_MS` as never come on an ordinary day: a thousand a second. */
const CROWD = 100;
const WINDOW_MS = 100;
/** A crowd holds for this long after it was last seen. */
const CROWD_LASTS_MS = 200;
/** Many times what a turn takes, so that nearly all the time is left to webhooks. */
const REST_MS = 100;

/** A pace of background work that gives way to webhooks. */
export interface IntakePace extends Pace {
  /** A webhook came in. */
  arrived(): void;
}

/**
 * Platforms switch off a webhook that answers late, whereas a citizen does not notice whether a reply takes some
 * seconds more: while webhooks come in a crowd, each background loop rests before every job. It never stops
 * altogether, however long the crowd lasts.
 * @param clock ms that only go forward
 */
export function createIntakePace(clock: () => number): IntakePace {
  let windowFrom = Number.NEGATIVE_INFINITY;
  let arrivals = 0;
  let crowdedUntil = Number.NEGATIVE_INFINITY;
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
      if (clock() < crowdedUntil) await wait(REST_MS);
    },
  };
}
