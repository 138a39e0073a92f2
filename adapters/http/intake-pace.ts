import { setImmediate as afterInputOutput, setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../../bot/loop.ts';

/** As many webhooks under way at once as never come together on an ordinary day. */
const CROWD = 8;
/** A crowd holds for this long after it was last seen. */
const CROWD_LASTS_MS = 100;
/** Some times what a turn takes, so that most of the time is left to webhooks. */
const REST_MS = 50;

/** A pace of background work that gives way to webhooks. */
export interface IntakePace extends Pace {
  entered(): void;
  left(): void;
}

/**
 * Platforms switch off a webhook that answers late, whereas a citizen does not notice whether a reply takes some
 * seconds more: while webhooks come in a crowd, each background loop rests before every job. It never stops
 * altogether, however long the crowd lasts.
 * @param clock ms that only go forward
 */
export function createIntakePace(clock: () => number): IntakePace {
  let underWay = 0;
  let crowdedUntil = Number.NEGATIVE_INFINITY;
  return {
    entered() {
      underWay += 1;
      if (underWay >= CROWD) crowdedUntil = clock() + CROWD_LASTS_MS;
    },
    left() {
      underWay -= 1;
    },
    async turn() {
      await afterInputOutput();
      if (clock() < crowdedUntil) await wait(REST_MS);
    },
  };
}
