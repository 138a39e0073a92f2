import type { OfficeCalendar } from './calendar.ts';
import { dayNumberOfDate } from './day-number.ts';
import { type DayOff, officeDays } from './office-days.ts';

/** Days in a row on which the office is closed for the same reason. */
export interface DaysOff {
  readonly reason: Exclude<DayOff, 'rest-day'>;
  /** Day numbers, both included. */
  readonly first: number;
  readonly last: number;
}

/**
 * All days off of a year beyond the weekly rest, in order; holidays stand on the days that were worked out for them.
 * @throws OfficeCalendarInvalid
 */
export function daysOffOf(year: number, calendar: OfficeCalendar): readonly DaysOff[] {
  const days = officeDays(calendar);
  const found: DaysOff[] = [];
  const end = dayNumberOfDate(year + 1, 1, 1);
  for (let day = dayNumberOfDate(year, 1, 1); day < end; day += 1) {
    const reason = days.dayOff(day);
    if (reason === null || reason === 'rest-day') continue;
    const before = found.at(-1);
    if (before !== undefined && before.reason === reason && before.last === day - 1) {
      found[found.length - 1] = { ...before, last: day };
    } else {
      found.push({ reason, first: day, last: day });
    }
  }
  return found;
}
