import type { Day } from '../../knowledge/document.ts';
import { VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';
import type { Reminder } from './reminder.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody is written to at night. */
const FIRST_HOUR = 8;
const LAST_HOUR = 20;
/** Who wrote so short a time ago is awake, whatever the hour. */
const AWAKE_MS = 10 * 60_000;

/** The first moment of a day in Vietnam (ms since epoch). */
function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - VIETNAM_AHEAD_MS;
}

/** When a reminder so many days before a deadline goes out first: in the morning. */
export function reminderMoment(last: Day, days: number): number {
  return startOf(last) - days * DAY_MS + FIRST_HOUR * HOUR_MS;
}

/** The first moment after a deadline. */
export function endOfDay(last: Day): number {
  return startOf(last) + DAY_MS;
}

/** Which of the days before a deadline are still to come, the earliest reminder first. */
export function daysToCome(last: Day, days: readonly number[], at: number): readonly number[] {
  return days.filter((each) => reminderMoment(last, each) > at).toSorted((one, other) => other - one);
}

/** The fewest days before a deadline whose reminder is due by now; `null`: none is. */
export function daysDue(last: Day, days: readonly number[], at: number): number | null {
  const due = days.filter((each) => reminderMoment(last, each) <= at);
  return due.length === 0 ? null : Math.min(...due);
}

/** Whether a reminder is due that the citizen did not get. */
export function isDue({ last, remindedDays }: Reminder, days: readonly number[], at: number): boolean {
  const due = daysDue(last, days, at);
  return due !== null && (remindedDays === null || due < remindedDays);
}

/** When nothing can be said of it any more: its deadline, and the one that the citizen was told, are over. */
export function endOfReminder({ last, movedFrom }: Pick<Reminder, 'last' | 'movedFrom'>): number {
  return endOfDay(movedFrom !== null && movedFrom > last ? movedFrom : last);
}

/** The reminder with the moment at which it needs something next. */
export function planned(reminder: Reminder, days: readonly number[]): Reminder {
  const { last, remindedDays, movedFrom } = reminder;
  const left = days.filter((each) => remindedDays === null || each < remindedDays);
  const moments = left.map((each) => reminderMoment(last, each));
  // A move is told as soon as possible.
  return { ...reminder, nextAt: movedFrom === null ? Math.min(...moments, endOfReminder(reminder)) : 0 };
}

/** Whether people may be written to at this hour. */
export function isAwake(at: number, lastInboundAt: number | null): boolean {
  const hour = Math.floor(((at + VIETNAM_AHEAD_MS) % DAY_MS) / HOUR_MS);
  return (hour >= FIRST_HOUR && hour < LAST_HOUR) || (lastInboundAt !== null && at - lastInboundAt < AWAKE_MS);
}
