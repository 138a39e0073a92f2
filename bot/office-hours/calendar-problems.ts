import type { OfficeCalendar, TimeInterval } from './calendar.ts';
import { clockTimeMs } from './clock-time.ts';
import { dayNumberOf, WEEKDAYS } from './day-number.ts';
import { TET_DAYS } from './public-holidays.ts';

/** What is wrong with a calendar, and where: a weekday, a day, or a year. */
export interface CalendarProblem {
  readonly code:
    | 'bad-time'
    | 'ends-before-it-begins'
    | 'overlaps'
    | 'bad-day'
    | 'listed-twice'
    | 'open-and-closed'
    | 'bad-tet-split'
    | 'never-open';
  readonly where: string;
}

/** Everything that keeps a calendar from being reckoned with, in the order of the calendar; none = it can be used. */
export function calendarProblems(calendar: OfficeCalendar): readonly CalendarProblem[] {
  const { weekly, choices, usualChoice, closedDays, openDays } = calendar;
  const opened = openDays.map(({ day }) => day);
  const splits = [['usual', usualChoice] as const, ...Object.entries(choices)];
  return [
    ...WEEKDAYS.flatMap((weekday) => hoursProblems(weekly[weekday], weekday)),
    ...openDays.flatMap(({ day, hours }) => hoursProblems(hours, day)),
    ...[...closedDays, ...opened].flatMap((day) => (dayNumberOf(day) === null ? problem('bad-day', day) : [])),
    ...[...repeated(closedDays), ...repeated(opened)].map((day) => problem('listed-twice', day)),
    ...closedDays.filter((day) => opened.includes(day)).map((day) => problem('open-and-closed', day)),
    ...splits.flatMap(([year, { tetDaysBefore }]) =>
      Number.isInteger(tetDaysBefore) && tetDaysBefore >= 0 && tetDaysBefore <= TET_DAYS
        ? []
        : problem('bad-tet-split', year),
    ),
    ...(WEEKDAYS.every((weekday) => weekly[weekday].length === 0) ? [problem('never-open', 'weekly')] : []),
  ];
}

function problem(code: CalendarProblem['code'], where: string): CalendarProblem {
  return { code, where };
}

function repeated(days: readonly string[]): readonly string[] {
  return days.filter((day, index) => days.indexOf(day) < index);
}

function hoursProblems(hours: readonly TimeInterval[], where: string): readonly CalendarProblem[] {
  let open = 0;
  for (const { from, to } of hours) {
    const [begins, ends] = [clockTimeMs(from), clockTimeMs(to)];
    if (begins === null || ends === null) return [problem('bad-time', where)];
    if (ends <= begins) return [problem('ends-before-it-begins', where)];
    if (begins < open) return [problem('overlaps', where)];
    open = ends;
  }
  return [];
}
