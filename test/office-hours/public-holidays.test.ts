import { describe, expect, it } from 'vitest';
import { type OfficeCalendar, USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { dayNumberOf, dayNumberOfDate, weekdayOf, writtenDay } from '../../bot/office-hours/day-number.ts';
import { officeDays } from '../../bot/office-hours/office-days.ts';
import { holidaysOf } from '../../bot/office-hours/public-holidays.ts';
import { aCalendar } from '../builders/office-time.ts';

const ALL_WEEK = {
  ...USUAL_CALENDAR.weekly,
  saturday: USUAL_CALENDAR.weekly.friday,
  sunday: USUAL_CALENDAR.weekly.friday,
};
const daysOff = (year: number, calendar: OfficeCalendar = USUAL_CALENDAR) =>
  [...holidaysOf(year, calendar).keys()].toSorted((one, other) => one - other).map(writtenDay);
const dayOff = (day: string, calendar: OfficeCalendar = USUAL_CALENDAR) =>
  officeDays(calendar).dayOff(dayNumberOf(day) ?? 0);

describe('public holidays', () => {
  it.each([
    [2023, '01-01 01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 04-29 04-30 05-01 05-02 05-03 09-01 09-02 09-04'],
    [2024, '01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02'],
    [2026, '01-01 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 09-01 09-02'],
  ])('of %i are the days that were given off, those in lieu of a rest day with them', (year, days) => {
    expect(daysOff(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('give as many working days off as there are holidays, in any year', () => {
    for (let year = 2000; year <= 2060; year += 1) {
      const working = [...holidaysOf(year, USUAL_CALENDAR).keys()].filter(
        (day) => weekdayOf(day) !== 'saturday' && weekdayOf(day) !== 'sunday',
      );
      const holidays = holidaysOf(year, aCalendar({ weekly: ALL_WEEK }));
      expect([year, working.length]).toEqual([year, holidays.size]);
    }
  });

  it('move with what the government decides for a year', () => {
    const calendar = aCalendar({ choices: { 2026: { tetDaysBefore: 2, besideNationalDay: 'after' } } });
    expect(daysOff(2026, calendar)).toEqual(expect.arrayContaining(['2026-02-15', '2026-02-19', '2026-09-03']));
    expect(daysOff(2026, calendar)).not.toContain('2026-09-01');
    // The second day before Tết is a Sunday, so that the day in lieu is again mùng 4.
    expect(daysOff(2026, calendar)).toContain('2026-02-20');
  });

  it('are kept only as far as the office keeps them', () => {
    const { holidays } = USUAL_CALENDAR;
    const calendar = aCalendar({ holidays: { ...holidays, national: false, culture: true } });
    expect(daysOff(2026, calendar)).toContain('2026-11-24');
    expect(daysOff(2026, calendar)).not.toContain('2026-09-02');
    expect(daysOff(2026)).not.toContain('2026-11-24');
  });

  it('are not made up for on a day that is closed anyway', () => {
    const calendar = aCalendar({ closedDays: ['2026-04-27'] });
    expect(daysOff(2026, calendar)).toContain('2026-04-28');
  });

  it('need no day in lieu on a Saturday that is worked', () => {
    const { weekly } = USUAL_CALENDAR;
    const calendar = aCalendar({ weekly: { ...weekly, saturday: [{ from: '08:00', to: '11:30' }] } });
    // 29 April 2023 was a Saturday, 30 April a Sunday, 1 May a Monday.
    expect(daysOff(2023, calendar)).toContain('2023-05-02');
    expect(daysOff(2023, calendar)).not.toContain('2023-05-03');
  });
});

describe('a day of the office', () => {
  it('off tells why', () => {
    const calendar = aCalendar({ closedDays: ['2026-01-02'], openDays: [{ day: '2026-03-03', hours: [] }] });
    expect(dayOff('2026-02-17', calendar)).toBe('tet');
    expect(dayOff('2026-04-27', calendar)).toBe('hung-kings');
    expect(dayOff('2026-01-02', calendar)).toBe('closed-day');
    expect(dayOff('2026-03-03', calendar)).toBe('closed-day');
    expect(dayOff('2026-01-10', calendar)).toBe('rest-day');
    expect(dayOff('2026-01-05', calendar)).toBeNull();
  });

  it('swapped is worked on the Saturday instead of the Friday', () => {
    const hours = USUAL_CALENDAR.weekly.friday;
    const calendar = aCalendar({ closedDays: ['2026-01-02'], openDays: [{ day: '2026-01-10', hours }] });
    expect(dayOff('2026-01-02', calendar)).not.toBeNull();
    expect(dayOff('2026-01-10', calendar)).toBeNull();
    expect(dayOff('2026-01-17', calendar)).not.toBeNull();
  });

  it('on duty works on a holiday', () => {
    const calendar = aCalendar({ openDays: [{ day: '2026-02-17', hours: [{ from: '09:00', to: '10:00' }] }] });
    expect(officeDays(calendar).hours(dayNumberOfDate(2026, 2, 17))).toEqual([{ from: 9 * 3_600_000, to: 36_000_000 }]);
  });
});
