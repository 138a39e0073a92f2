import { setImmediate as afterInputOutput, setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../../bot/loop.ts';

/** As many webhooks wait to be stored at once as never do on an ordinary day. */
const CROWD = 16;
/** They are stored, and leave, together; a crowd holds for this long after it was last seen. */
const CROWD_LASTS_MS = 100;
/** Ten times what a job takes, so that nine tenths of the time are left to webhooks. */
const REST_MS = 200;
const LOOK_EVERY_MS = 5;

/** A pace of background work that gives way to webhooks. */
export interface IntakePace extends Pace {
  /** A webhook has come in whole; whoever calls this calls `left` when it is stored or refused. */
  entered(): void;
  left(): void;
}

/**
 * Platforms switch off a webhook that answers late, whereas a citizen does not notice whether a reply takes some
 * seconds more: while webhooks crowd, the background loops together start one job every `REST_MS`. They never stop
 * altogether, however long the crowd lasts. What counts is how many wait, not how many come: work that slows the
 * intake down makes the crowd larger and is held back the more.
 * @param clock ms that only go forward
 */
export function createIntakePace(clock: () => number): IntakePace {
  let inside = 0;
  let crowdedUntil = Number.NEGATIVE_INFINITY;
  let nextStart = Number.NEGATIVE_INFINITY;
  return {
    entered() {
      inside += 1;
      if (inside >= CROWD) crowdedUntil = clock() + CROWD_LASTS_MS;
    },
    left() {
      inside -= 1;
    },
    async turn() {
      await afterInputOutput();
      if (clock() >= crowdedUntil) return;
      const start = Math.max(clock(), nextStart) + REST_MS;
      nextStart = start;
      while (clock() < Math.min(start, crowdedUntil)) await wait(LOOK_EVERY_MS);
    },
  };
}
