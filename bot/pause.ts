import { setImmediate as breathe } from 'node:timers/promises';
import type { Pause } from '../knowledge/pause.ts';

/** Long work holds the process up no longer than this at a time (ms). */
const HOLDS_UP_MS = 8;

/** Pauses whenever the work has gone on for some milliseconds without one. */
export function createPause(): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < HOLDS_UP_MS) return null;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}
