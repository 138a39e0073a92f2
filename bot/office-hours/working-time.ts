import type { OfficeCalendar } from './calendar.ts';
import { dayNumberAt, startOfDay } from './day-number.ts';
import { officeDays } from './office-days.ts';

/** A stretch of working time between two instants in ms since epoch; at `to` it is over. */
interface OpenTime {
  readonly from: number;
  readonly to: number;
}

/** Working time from an instant on, in order, without end. */
function* openTimesFrom(at: number, calendar: OfficeCalendar): Generator<OpenTime, never> {
  const days = officeDays(calendar);
  for (let day = dayNumberAt(at); ; day += 1) {
    const midnight = startOfDay(day);
    for (const { from, to } of days.hours(day)) {
      if (midnight + to > at) yield { from: Math.max(at, midnight + from), to: midnight + to };
    }
  }
}

/** The first instant of working time from `at` on; `at` itself while the office is open. */
export function nextOpening(at: number, calendar: OfficeCalendar): number {
  return openTimesFrom(at, calendar).next().value.from;
}

/** Whether an instant is working time. */
export function isOpen(at: number, calendar: OfficeCalendar): boolean {
  return nextOpening(at, calendar) === at;
}

/** The earliest instant by which `ms` (more than 0) of working time have passed since `at`. */
export function afterWorkingTime(at: number, ms: number, calendar: OfficeCalendar): number {
  const openTimes = openTimesFrom(at, calendar);
  let left = ms;
  for (;;) {
    const { from, to } = openTimes.next().value;
    if (to - from >= left) return from + left;
    left -= to - from;
  }
}

/** Ms of working time between two instants; less than 0 when `to` is the earlier one. */
export function workingTimeBetween(from: number, to: number, calendar: OfficeCalendar): number {
  if (to < from) return 0 - workingTimeBetween(to, from, calendar);
  let sum = 0;
  for (const open of openTimesFrom(from, calendar)) {
    if (open.from >= to) break;
    sum += Math.min(open.to, to) - open.from;
  }
  return sum;
}

/** When the office closes on its `count`th working day (1 = the next) after the day of an instant. */
export function closingAfterDays(at: number, count: number, calendar: OfficeCalendar): number {
  const days = officeDays(calendar);
  let day = dayNumberAt(at);
  for (let left = count; left > 0; ) {
    day += 1;
    if (days.hours(day).length > 0) left -= 1;
  }
  return startOfDay(day) + (days.hours(day).at(-1)?.to ?? 0);
}
