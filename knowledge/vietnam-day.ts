import type { Day } from './document.ts';

/** What Vietnam's clocks are ahead of UTC, in ms; the same all year. */
export const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** The calendar day in Vietnam (UTC+7, no daylight saving) of an instant in ms since epoch. */
export function dayInVietnam(at: number): Day {
  return new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(0, 10);
}
