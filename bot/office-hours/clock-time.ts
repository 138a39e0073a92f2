import type { ClockTime } from './calendar.ts';

const MINUTE_MS = 60_000;

/** Ms from midnight of a clock time, or `null` when it is none. */
export function clockTimeMs(time: ClockTime): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const inMinutes = Number(hours) * 60 + Number(minutes);
  return inMinutes <= 24 * 60 ? inMinutes * MINUTE_MS : null;
}
