import type { HolidayId, OfficeCalendar } from './calendar.ts';
import { dayNumberOfDate, weekdayOf, writtenDay } from './day-number.ts';
import { dayNumberOfLunar } from './lunar-date.ts';

/** Days off at Tết (Labour Code 2019, article 112.1b). */
export const TET_DAYS = 5;

/** The days that a calendar's holidays take in a year of the Gregorian calendar, by day number. */
export function holidaysOf(year: number, calendar: OfficeCalendar): ReadonlyMap<number, HolidayId> {
  const holidays = new Map<number, HolidayId>();
  for (const [dayNumber, id] of namedDays(year, calendar)) {
    if (calendar.holidays[id] && !holidays.has(dayNumber)) holidays.set(dayNumber, id);
  }
  return withDaysInLieu(holidays, calendar);
}

/** Each holiday with its day numbers (Labour Code 2019, article 112.1). */
function namedDays(year: number, calendar: OfficeCalendar): readonly (readonly [dayNumber: number, id: HolidayId])[] {
  const { tetDaysBefore, besideNationalDay } = calendar.choices[year] ?? calendar.usualChoice;
  const nationalDay = dayNumberOfDate(year, 9, 2);
  const tet = dayNumberOfLunar({ year, month: 1, leap: false, day: 1 });
  const hungKings = dayNumberOfLunar({ year, month: 3, leap: false, day: 10 });
  return [
    [dayNumberOfDate(year, 1, 1), 'new-year'],
    ...(tet === null ? [] : Array.from({ length: TET_DAYS }, (_, n) => [tet - tetDaysBefore + n, 'tet'] as const)),
    ...(hungKings === null ? [] : [[hungKings, 'hung-kings'] as const]),
    [dayNumberOfDate(year, 4, 30), 'reunification'],
    [dayNumberOfDate(year, 5, 1), 'labour'],
    [nationalDay, 'national'],
    [besideNationalDay === 'before' ? nationalDay - 1 : nationalDay + 1, 'national'],
    [dayNumberOfDate(year, 11, 24), 'culture'],
  ];
}

/**
 * A holiday on a weekly rest day is made up for on the next working day (article 111.3). Days that the office closes
 * anyway make up for nothing.
 */
function withDaysInLieu(
  holidays: ReadonlyMap<number, HolidayId>,
  calendar: OfficeCalendar,
): ReadonlyMap<number, HolidayId> {
  const closed = new Set(calendar.closedDays);
  const rests = (dayNumber: number) => calendar.weekly[weekdayOf(dayNumber)].length === 0;
  const off = new Map(holidays);
  for (const [dayNumber, id] of [...holidays].sort(([one], [other]) => one - other)) {
    if (!rests(dayNumber)) continue;
    let inLieu = dayNumber + 1;
    while (rests(inLieu) || off.has(inLieu) || closed.has(writtenDay(inLieu))) inLieu += 1;
    off.set(inLieu, id);
  }
  return off;
}
