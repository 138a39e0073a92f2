import fc from 'fast-check';
import { type OfficeCalendar, type TimeInterval, USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { dayNumberAt, dayNumberOf, WEEKDAYS, weekdayOf, writtenDay } from '../../bot/office-hours/day-number.ts';
import { holidaysOf } from '../../bot/office-hours/public-holidays.ts';

/** The instant of a Vietnamese clock, `2026-11-23 09:15`. */
export function vietnamTime(written: string): number {
  return Date.parse(`${written.replace(' ', 'T')}:00+07:00`);
}

/** The office's usual calendar with other parts. */
export function aCalendar(parts: Partial<OfficeCalendar> = {}): OfficeCalendar {
  return { ...USUAL_CALENDAR, ...parts };
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three stretches of a day, in order. */
const someHours: fc.Arbitrary<TimeInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((minutes) => {
    const ordered = minutes.toSorted((one, other) => one - other);
    return Array.from({ length: Math.floor(ordered.length / 2) }, (_, index) => ({
      from: clock(ordered[2 * index] ?? 0),
      to: clock(ordered[2 * index + 1] ?? 0),
    }));
  });

const aDay2026 = fc.integer({ min: 0, max: 364 }).map((days) => writtenDay((dayNumberOf('2026-01-01') ?? 0) + days));

/** Calendars as an office could write them, with an open Wednesday at least. */
export const anyCalendar: fc.Arbitrary<OfficeCalendar> = fc
  .record({
    week: fc.array(someHours, { minLength: 7, maxLength: 7 }),
    closed: fc.uniqueArray(aDay2026, { maxLength: 8 }),
    opened: fc.uniqueArray(fc.tuple(aDay2026, someHours), { maxLength: 4, selector: ([day]) => day }),
    usual: fc.boolean(),
  })
  .map(({ week, closed, opened, usual }) => {
    const drawn = Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, week[index] ?? []]));
    const weekly = { ...USUAL_CALENDAR.weekly, ...(usual ? {} : drawn) };
    return aCalendar({
      weekly: { ...weekly, wednesday: USUAL_CALENDAR.weekly.wednesday },
      closedDays: closed.filter((day) => !opened.some(([other]) => other === day)),
      openDays: opened.map(([day, hours]) => ({ day, hours })),
    });
  });

/** A minute of the year 2026. */
export const anyMinute = fc
  .integer({ min: 0, max: 365 * 1440 - 1 })
  .map((minutes) => vietnamTime('2026-01-01 00:00') + minutes * 60_000);

/** Tells of the minute that begins at an instant of 2026 whether the office works, looked up in the written calendar. */
export function minuteByMinute(calendar: OfficeCalendar): (at: number) => boolean {
  const holidays = new Set([2026, 2027].flatMap((year) => [...holidaysOf(year, calendar).keys()]));
  return (at) => {
    const dayNumber = dayNumberAt(at);
    const written = new Date(at + 7 * 3_600_000).toISOString();
    const [day, time] = [written.slice(0, 10), written.slice(11, 16)];
    const own = calendar.openDays.find((open) => open.day === day);
    const isOff = calendar.closedDays.includes(day) || holidays.has(dayNumber);
    const hours = own?.hours ?? (isOff ? [] : calendar.weekly[weekdayOf(dayNumber)]);
    return hours.some(({ from, to }) => from <= time && time < to);
  };
}
