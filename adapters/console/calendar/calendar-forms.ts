import { z } from 'zod';
import type { HolidayId, OfficeCalendar, TimeInterval, YearChoice } from '../../../bot/office-hours/calendar.ts';
import type { Weekday } from '../../../bot/office-hours/day-number.ts';
import {
  daysBetween,
  LONGEST_CLOSURE_DAYS,
  readHours,
  withClosedDays,
  withHolidays,
  withHours,
  withOpenDay,
  withoutDays,
} from '../../../bot/office-hours/edit-calendar.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { HOLIDAY_TITLES, WEEKDAYS_IN_ORDER } from './vietnamese.ts';

/** What a form asks to be changed, or why it cannot be read. */
export type AskedEdit =
  | { readonly edit: (calendar: OfficeCalendar) => OfficeCalendar; readonly subject: string }
  | { readonly problem: (words: ConsoleWords) => string };

const text = z.string().max(200).catch('');
const day = z.string().max(10).catch('');
const fields = z.record(z.string(), z.unknown()).catch({});

/** The hours of the week, a text field a day. */
export function readHoursForm(body: unknown): AskedEdit {
  const written = fields.parse(body);
  const read = WEEKDAYS_IN_ORDER.map((weekday) => [weekday, readHours(text.parse(written[weekday]))] as const);
  const unreadable = read.find(([, hours]) => hours === null);
  if (unreadable !== undefined) {
    const [weekday] = unreadable;
    return { problem: ({ calendar, weekdays }) => calendar.hours.unreadable(weekdays[weekday]) };
  }
  const weekly = Object.fromEntries(read) as Record<Weekday, readonly TimeInterval[]>; // every weekday, none `null`
  return { edit: (calendar) => withHours(calendar, weekly), subject: 'weekly' };
}

/** Which holidays are kept, and what was decided for the years shown. */
export function readHolidaysForm(body: unknown, years: readonly number[]): AskedEdit {
  const written = fields.parse(body);
  const ids = Object.keys(HOLIDAY_TITLES) as HolidayId[]; // its keys
  const holidays = Object.fromEntries(ids.map((id) => [id, written[`keeps-${id}`] !== undefined])) as Record<
    HolidayId,
    boolean
  >; // every holiday
  const choices = Object.fromEntries(
    years.map((year): [number, YearChoice] => [
      year,
      {
        tetDaysBefore: z.coerce.number().catch(Number.NaN).parse(written[`tet-${year}`]),
        besideNationalDay: written[`national-${year}`] === 'after' ? 'after' : 'before',
      },
    ]),
  );
  return { edit: (calendar) => withHolidays(calendar, holidays, choices), subject: 'holidays' };
}

/** Days on which the office is closed beyond holidays; a last day that is left out is the first. */
export function readCloseForm(body: unknown): AskedEdit {
  const written = fields.parse(body);
  const first = day.parse(written['first']);
  const last = day.parse(written['last']) || first;
  if (first === '') return { problem: ({ calendar }) => calendar.special.badDay };
  const days = daysBetween(first, last);
  if (days === null) return { problem: ({ calendar }) => calendar.special.badRange(LONGEST_CLOSURE_DAYS) };
  return { edit: (calendar) => withClosedDays(calendar, days), subject: first === last ? first : `${first}..${last}` };
}

/** A day with hours of its own. */
export function readOpenForm(body: unknown): AskedEdit {
  const written = fields.parse(body);
  const subject = day.parse(written['day']);
  const hours = readHours(text.parse(written['hours']));
  if (subject === '') return { problem: ({ calendar }) => calendar.special.badDay };
  if (hours === null || hours.length === 0) return { problem: ({ calendar }) => calendar.special.noHours };
  return { edit: (calendar) => withOpenDay(calendar, subject, hours), subject };
}

/** A day that shall have nothing of its own any more. */
export function readRemoveForm(body: unknown): AskedEdit {
  const subject = day.parse(fields.parse(body)['day']);
  return { edit: (calendar) => withoutDays(calendar, [subject]), subject };
}
