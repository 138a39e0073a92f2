import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { OfficeCalendarInvalid } from '../../bot/office-hours/office-days.ts';
import {
  afterWorkingTime,
  closingAfterDays,
  isOpen,
  nextOpening,
  workingTimeBetween,
} from '../../bot/office-hours/working-time.ts';
import { aCalendar, anyCalendar, anyMinute, minuteByMinute, vietnamTime } from '../builders/office-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = vietnamTime;

describe('working time', () => {
  it('runs from the opening up to the closing and rests over lunch', () => {
    const open = ['08:00', '11:29', '13:30', '16:59'];
    const closed = ['07:59', '11:30', '13:29', '17:00'];
    for (const clock of open) expect([clock, isOpen(at(`2026-11-23 ${clock}`), USUAL_CALENDAR)]).toEqual([clock, true]);
    for (const clock of closed)
      expect([clock, isOpen(at(`2026-11-23 ${clock}`), USUAL_CALENDAR)]).toEqual([clock, false]);
  });

  it('begins again after lunch, in the morning, after the weekend and after Tết', () => {
    const next = (from: string) => nextOpening(at(from), USUAL_CALENDAR);
    expect(next('2026-11-23 12:00')).toBe(at('2026-11-23 13:30'));
    expect(next('2026-11-23 17:00')).toBe(at('2026-11-24 08:00'));
    expect(next('2026-11-27 20:00')).toBe(at('2026-11-30 08:00'));
    expect(next('2026-02-13 17:00')).toBe(at('2026-02-23 08:00'));
  });

  it('ends at a closing rather than at the opening after it', () => {
    expect(afterWorkingTime(at('2026-11-23 08:00'), 3.5 * HOUR, USUAL_CALENDAR)).toBe(at('2026-11-23 11:30'));
    expect(afterWorkingTime(at('2026-11-23 08:00'), 3.5 * HOUR + 1, USUAL_CALENDAR)).toBe(at('2026-11-23 13:30') + 1);
  });

  it('counts working days from the day after, up to the closing', () => {
    const closing = (from: string, days: number) => closingAfterDays(at(from), days, USUAL_CALENDAR);
    expect(closing('2026-11-23 07:00', 1)).toBe(at('2026-11-24 17:00'));
    expect(closing('2026-11-27 16:00', 1)).toBe(at('2026-11-30 17:00'));
    expect(closing('2026-11-28 09:00', 1)).toBe(at('2026-11-30 17:00'));
    expect(closing('2026-02-12 09:00', 2)).toBe(at('2026-02-23 17:00'));
  });

  it('is the same as counted minute by minute', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.integer({ min: 0, max: 20 * 1440 }), (calendar, from, length) => {
        const works = minuteByMinute(calendar);
        let minutes = 0;
        for (let minute = 0; minute < length; minute += 1) if (works(from + minute * MINUTE)) minutes += 1;
        const to = from + length * MINUTE;
        expect(workingTimeBetween(from, to, calendar)).toBe(minutes * MINUTE);
        expect(workingTimeBetween(to, from, calendar)).toBe(0 - minutes * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('passes after as many minutes as when they are counted one by one', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 1500 }), (calendar, from, minutes) => {
        const works = minuteByMinute(calendar);
        let now = from;
        for (let left = minutes; left > 0; now += MINUTE) if (works(now)) left -= 1;
        expect(afterWorkingTime(from, minutes * MINUTE, calendar)).toBe(now);
      }),
      { numRuns: 60 },
    );
  });

  it('opens next in the first minute that is worked', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, from) => {
        const works = minuteByMinute(calendar);
        let now = from;
        while (!works(now)) now += MINUTE;
        expect(nextOpening(from, calendar)).toBe(now);
        expect(isOpen(from, calendar)).toBe(now === from);
      }),
      { numRuns: 100 },
    );
  });

  it('closes after the working days that are counted minute by minute', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 6 }), (calendar, from, count) => {
        const works = minuteByMinute(calendar);
        const midnight = Math.floor((from + 7 * HOUR) / (24 * HOUR)) * 24 * HOUR - 7 * HOUR;
        let closing = 0;
        for (let day = midnight, left = count; left > 0; ) {
          day += 24 * HOUR;
          const worked = Array.from({ length: 1440 }, (_, minute) => day + minute * MINUTE).filter(works);
          if (worked.length === 0) continue;
          left -= 1;
          closing = (worked.at(-1) ?? 0) + MINUTE;
        }
        expect(closingAfterDays(from, count, calendar)).toBe(closing);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused by a calendar that cannot be reckoned with', () => {
    const calendar = aCalendar({ closedDays: ['2026-02-30'] });
    expect(() => nextOpening(at('2026-11-23 09:00'), calendar)).toThrow(OfficeCalendarInvalid);
    expect(() => nextOpening(at('2026-11-23 09:00'), calendar)).toThrow('bad-day at 2026-02-30');
  });
});
