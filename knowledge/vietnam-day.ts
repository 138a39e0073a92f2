import type { Day } from './document.ts';

/** What Vietnam's clocks are ahead of UTC, in ms; the same all year. */
export const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** The calendar day in Vietnam (UTC+7, no daylight saving) of an instant in ms since epoch. */
export function dayInVietnam(at: number): Day {
  return new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(0, 10);
}

/** The hour of the day in Vietnam, 0 to 23, of an instant in ms since epoch. */
export function hourInVietnam(at: number): number {
  return new Date(at + VIETNAM_AHEAD_MS).getUTCHours();
}

/** Whether some text is a day of the calendar, for example `2026-02-28`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
