import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OfficeCalendar, USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { calendarProblems } from '../../bot/office-hours/calendar-problems.ts';
import { WEEKDAYS } from '../../bot/office-hours/day-number.ts';
import { aCalendar, anyCalendar } from '../builders/office-time.ts';

const onMonday = (...hours: readonly (readonly [from: string, to: string])[]): Partial<OfficeCalendar> => ({
  weekly: { ...USUAL_CALENDAR.weekly, monday: hours.map(([from, to]) => ({ from, to })) },
});
const choice = (tetDaysBefore: number) => ({ tetDaysBefore, besideNationalDay: 'before' as const });
const NO_DAY = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, []]));

describe('a calendar', () => {
  it('as it is delivered, and every other whole one, has no problems', () => {
    expect(calendarProblems(USUAL_CALENDAR)).toEqual([]);
    expect(calendarProblems(aCalendar(onMonday(['00:00', '12:00'], ['12:00', '24:00'])))).toEqual([]);
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        expect(calendarProblems(calendar)).toEqual([]);
      }),
    );
  });

  it.each<[string, Partial<OfficeCalendar>, string]>([
    ['bad-time', onMonday(['8:00', '11:30']), 'monday'],
    ['bad-time', onMonday(['08:00', '24:01']), 'monday'],
    ['bad-time', onMonday(['08:00', '11:60']), 'monday'],
    ['ends-before-it-begins', onMonday(['11:30', '08:00']), 'monday'],
    ['ends-before-it-begins', onMonday(['08:00', '08:00']), 'monday'],
    ['overlaps', onMonday(['08:00', '12:00'], ['11:30', '17:00']), 'monday'],
    ['overlaps', onMonday(['13:30', '17:00'], ['08:00', '11:30']), 'monday'],
    ['bad-day', { closedDays: ['2026-02-29'] }, '2026-02-29'],
    ['bad-day', { closedDays: ['tomorrow'] }, 'tomorrow'],
    ['bad-day', { openDays: [{ day: '2026-13-01', hours: [] }] }, '2026-13-01'],
    ['listed-twice', { closedDays: ['2026-01-02', '2026-01-02'] }, '2026-01-02'],
    ['open-and-closed', { closedDays: ['2026-01-02'], openDays: [{ day: '2026-01-02', hours: [] }] }, '2026-01-02'],
    ['bad-tet-split', { choices: { 2026: choice(6) } }, '2026'],
    ['bad-tet-split', { usualChoice: choice(0.5) }, 'usual'],
    ['never-open', { weekly: { ...USUAL_CALENDAR.weekly, ...NO_DAY } }, 'weekly'],
  ])('tells of %s', (code, parts, where) => {
    expect(calendarProblems(aCalendar(parts))).toEqual([{ code, where }]);
  });
});
