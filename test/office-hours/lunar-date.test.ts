import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumberOf, dayNumberOfDate } from '../../bot/office-hours/day-number.ts';
import { dayNumberOfLunar, lunarDateOf } from '../../bot/office-hours/lunar-date.ts';

const TET_DAYS = `
  1985-01-21 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07
  2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16
  2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26
  2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04
  2039-01-24 2040-02-12`
  .trim()
  .split(/\s+/);

/** Leap months of the years from 2000 to 2040, and those of the 1980s that differ from China's. */
const LEAP_MONTHS: Readonly<Record<number, number>> = {
  1985: 2,
  1987: 7,
  2001: 4,
  2004: 2,
  2006: 7,
  2009: 5,
  2012: 4,
  2014: 9,
  2017: 6,
  2020: 4,
  2023: 2,
  2025: 6,
  2028: 5,
  2031: 3,
  2033: 11,
  2036: 6,
  2039: 5,
};

const written = (dayNumber: number | null) =>
  dayNumber === null ? null : new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
const tetOf = (year: number) => dayNumberOfLunar({ year, month: 1, leap: false, day: 1 });
const FIRST_DAY = dayNumberOfDate(1968, 3, 1);
const LAST_DAY = dayNumberOfDate(2099, 12, 31);
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('the Vietnamese lunar calendar', () => {
  it.each(TET_DAYS)('has Tết on %s', (day) => {
    expect(written(tetOf(Number(day.slice(0, 4))))).toBe(day);
    expect(lunarDateOf(dayNumberOf(day) ?? 0)).toEqual({
      year: Number(day.slice(0, 4)),
      month: 1,
      leap: false,
      day: 1,
    });
  });

  it('doubles the months that were doubled, and no others', () => {
    const years = [1985, 1987, ...Array.from({ length: 41 }, (_, index) => 2000 + index)];
    for (const year of years) {
      const doubled = Array.from({ length: 12 }, (_, index) => index + 1).filter(
        (month) => dayNumberOfLunar({ year, month, leap: true, day: 1 }) !== null,
      );
      expect([year, ...doubled]).toEqual([year, ...(LEAP_MONTHS[year] === undefined ? [] : [LEAP_MONTHS[year]])]);
    }
  });

  it('has the commemoration of the Hùng Kings on the days it was kept', () => {
    const kept = ['2022-04-10', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26'];
    for (const day of kept)
      expect(lunarDateOf(dayNumberOf(day) ?? 0)).toMatchObject({ month: 3, leap: false, day: 10 });
  });

  it('comes back to the same day by way of the lunar date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumberOfLunar(lunarDateOf(day))).toBe(day);
      }),
    );
  });

  it('steps to the next day of the month or to the first of the next month', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const today = lunarDateOf(day);
        const tomorrow = lunarDateOf(day + 1);
        if (tomorrow.day === 1) {
          expect([29, 30]).toContain(today.day);
          const follows = tomorrow.leap ? today.month : (today.month % 12) + 1;
          expect(tomorrow.month).toBe(follows);
          expect(tomorrow.year - today.year).toBe(today.month === 12 && !tomorrow.leap ? 1 : 0);
        } else expect(tomorrow).toEqual({ ...today, day: today.day + 1 });
      }),
    );
  });

  it('begins its year between 20 January and 21 February', () => {
    for (let year = 1969; year < 2100; year += 1) {
      const { month, day } = dateOf(tetOf(year) ?? 0);
      expect(month * 100 + day).toBeGreaterThanOrEqual(120);
      expect(month * 100 + day).toBeLessThanOrEqual(221);
    }
  });

  it('knows no day 30 of a short month, no day 0 and no leap month in a year without one', () => {
    expect(lunarDateOf(dayNumberOf('2025-01-28') ?? 0)).toEqual({ year: 2024, month: 12, leap: false, day: 29 });
    for (const wrong of [
      { year: 2024, month: 12, leap: false, day: 30 },
      { year: 2024, month: 12, leap: false, day: 0 },
      { year: 2024, month: 3, leap: true, day: 1 },
    ])
      expect(dayNumberOfLunar(wrong)).toBeNull();
  });
});
