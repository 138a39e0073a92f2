import type { HolidayId, OfficeCalendar, TimeInterval } from './calendar.ts';
import { type CalendarProblem, calendarProblems } from './calendar-problems.ts';
import { clockTimeMs } from './clock-time.ts';
import { dateOf, dayNumberOf, WEEKDAYS, weekdayOf } from './day-number.ts';
import { holidaysOf } from './public-holidays.ts';

/** Working time of a day in ms from its midnight; `to` is no longer working time. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** Why there is no working time on a day. */
export type DayOff = HolidayId | 'closed-day' | 'rest-day';

/** A calendar made ready to ask about days, by day number. */
export interface OfficeDays {
  /** Working hours of a day, in order; none when the office is closed. */
  hours(dayNumber: number): readonly DayHours[];
  /** Why the office is closed all day, or `null` when it opens. */
  dayOff(dayNumber: number): DayOff | null;
}

/** A calendar cannot be reckoned with. Not worth a retry: its editor has to correct the listed places. */
export class OfficeCalendarInvalid extends Error {
  readonly code = 'OFFICE_CALENDAR_INVALID';
  readonly problems: readonly CalendarProblem[];

  constructor(problems: readonly CalendarProblem[]) {
    super(`Correct the office calendar: ${problems.map(({ code, where }) => `${code} at ${where}`).join(', ')}.`);
    this.name = 'OfficeCalendarInvalid';
    this.problems = problems;
  }
}

/** Calendars are never changed, only replaced, so that what was worked out from one stays true. */
const KNOWN = new WeakMap<OfficeCalendar, OfficeDays>();

/**
 * The days of a calendar. The first call for a calendar checks it, later ones only look it up.
 * @throws OfficeCalendarInvalid
 */
export function officeDays(calendar: OfficeCalendar): OfficeDays {
  const known = KNOWN.get(calendar);
  if (known !== undefined) return known;
  const problems = calendarProblems(calendar);
  if (problems.length > 0) throw new OfficeCalendarInvalid(problems);
  const days = readDays(calendar);
  KNOWN.set(calendar, days);
  return days;
}

function readDays(calendar: OfficeCalendar): OfficeDays {
  const weekly = new Map(WEEKDAYS.map((weekday) => [weekday, readHours(calendar.weekly[weekday])]));
  const opened = new Map(calendar.openDays.map(({ day, hours }) => [dayNumberOf(day), readHours(hours)]));
  const closed = new Set(calendar.closedDays.map(dayNumberOf));
  const holidays = new Map<number, ReadonlyMap<number, HolidayId>>();

  const holiday = (dayNumber: number): HolidayId | null => {
    const { year } = dateOf(dayNumber);
    const known = holidays.get(year) ?? holidaysOf(year, calendar);
    holidays.set(year, known);
    return known.get(dayNumber) ?? null;
  };
  const usualHours = (dayNumber: number) => weekly.get(weekdayOf(dayNumber)) ?? [];
  const hours = (dayNumber: number) => {
    const own = opened.get(dayNumber);
    if (own !== undefined) return own;
    return closed.has(dayNumber) || holiday(dayNumber) !== null ? [] : usualHours(dayNumber);
  };
  return {
    hours,
    dayOff(dayNumber) {
      if (hours(dayNumber).length > 0) return null;
      const isClosed = closed.has(dayNumber) || opened.has(dayNumber);
      return holiday(dayNumber) ?? (isClosed ? 'closed-day' : 'rest-day');
    },
  };
}

function readHours(hours: readonly TimeInterval[]): readonly DayHours[] {
  return hours.map(({ from, to }) => ({ from: clockTimeMs(from) ?? 0, to: clockTimeMs(to) ?? 0 }));
}
