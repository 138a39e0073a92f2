import type { Day } from './document.ts';

/** The calendar day in Vietnam (UTC+7, no daylight saving) of an instant in ms since epoch. */
export function dayInVietnam(at: number): Day {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}
