import type { Day } from '../../knowledge/document.ts';
import type { HolidayId, OfficeCalendar, TimeInterval, YearChoice } from './calendar.ts';
import { dayNumberOf, type Weekday, writtenDay } from './day-number.ts';

/** More days than a term break has; a longer range is a slip of the pen. */
export const LONGEST_CLOSURE_DAYS = 60;

/*
 * Changes of a calendar. Each gives a new calendar, which may have problems: `calendarProblems` finds them.
 */

/** The working hours of every ordinary week. */
export function withHours(
  calendar: OfficeCalendar,
  weekly: Readonly<Record<Weekday, readonly TimeInterval[]>>,
): OfficeCalendar {
  return { ...calendar, weekly };
}

/** Which holidays are kept, and what was decided for single years. */
export function withHolidays(
  calendar: OfficeCalendar,
  holidays: Readonly<Record<HolidayId, boolean>>,
  choices: Readonly<Record<number, YearChoice>>,
): OfficeCalendar {
  return { ...calendar, holidays, choices: { ...calendar.choices, ...choices } };
}

/** The calendar with further days on which the office is closed; days that are listed already stay listed once. */
export function withClosedDays(calendar: OfficeCalendar, days: readonly Day[]): OfficeCalendar {
  return { ...calendar, closedDays: [...new Set([...calendar.closedDays, ...days])].toSorted() };
}

/** The calendar with a day of its own hours; hours written for it before are replaced. */
export function withOpenDay(calendar: OfficeCalendar, day: Day, hours: readonly TimeInterval[]): OfficeCalendar {
  const others = calendar.openDays.filter((open) => open.day !== day);
  return {
    ...calendar,
    openDays: [...others, { day, hours }].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

/** The calendar without anything written for these days alone. */
export function withoutDays(calendar: OfficeCalendar, days: readonly Day[]): OfficeCalendar {
  return {
    ...calendar,
    closedDays: calendar.closedDays.filter((day) => !days.includes(day)),
    openDays: calendar.openDays.filter(({ day }) => !days.includes(day)),
  };
}

/** Every day from the first to the last; `null`: one of them is no day, they stand the wrong way round or too far apart. */
export function daysBetween(first: Day, last: Day): readonly Day[] | null {
  const [from, to] = [dayNumberOf(first), dayNumberOf(last)];
  if (from === null || to === null || to < from || to - from >= LONGEST_CLOSURE_DAYS) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => writtenDay(from + index));
}

/**
 * Hours as people write them, `8:00-11:30, 13:30-17:00`; nothing written: closed.
 * @returns `null` where it cannot be read; what is read may still have problems
 */
export function readHours(written: string): readonly TimeInterval[] | null {
  const parts = written
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const intervals = parts.map((part) => {
    const [, from = '', to = ''] =
      /^(\d{1,2}(?:[:hg]\d{0,2})?)\s*(?:-|–|—|đến)\s*(\d{1,2}(?:[:hg]\d{0,2})?)$/iu.exec(part) ?? [];
    return from === '' ? null : { from: clockTime(from), to: clockTime(to) };
  });
  return intervals.some((interval) => interval === null) ? null : intervals.filter((interval) => interval !== null);
}

/** Hours in the form that {@link readHours} reads. */
export function writeHours(hours: readonly TimeInterval[]): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join(', ');
}

function clockTime(written: string): string {
  const [hours = '', minutes = ''] = written.toLowerCase().split(/[:hg]/u);
  return `${hours.padStart(2, '0')}:${(minutes === '' ? '0' : minutes).padStart(2, '0')}`;
}
