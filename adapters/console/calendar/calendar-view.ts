import type { OfficeCalendar } from '../../../bot/office-hours/calendar.ts';
import { type CalendarProblem, calendarProblems } from '../../../bot/office-hours/calendar-problems.ts';
import { dateOf, dayNumberAt, dayNumberOf, WEEKDAYS, weekdayOf } from '../../../bot/office-hours/day-number.ts';
import { firstReplyTarget } from '../../../bot/office-hours/first-reply-targets.ts';
import { promiseWords } from '../../../bot/office-hours/promise-words.ts';
import { dueAt } from '../../../bot/office-hours/reply-clock.ts';
import type { Topic } from '../../../bot/topics.ts';
import type { Day } from '../../../knowledge/document.ts';
import { VIETNAM_AHEAD_MS } from '../../../knowledge/vietnam-day.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** A day number as people read it: `Thứ Hai 16/02/2026`. */
export function dayNumberInWords(dayNumber: number, weekdays: ConsoleWords['weekdays']): string {
  const { year, month, day } = dateOf(dayNumber);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${weekdays[weekdayOf(dayNumber)]} ${two(day)}/${two(month)}/${year}`;
}

/** A written day as people read it; what is no day stays as it is. */
export function writtenDayInWords(day: Day, weekdays: ConsoleWords['weekdays']): string {
  const dayNumber = dayNumberOf(day);
  return dayNumber === null ? day : dayNumberInWords(dayNumber, weekdays);
}

/** Everything that is wrong with a calendar, a sentence each; empty: it can be used. */
export function problemsInWords(calendar: OfficeCalendar, words: ConsoleWords): readonly string[] {
  const { calendarProblems: sentences } = words;
  return [
    ...new Set(calendarProblems(calendar).map((problem) => sentences[problem.code](placeInWords(problem, words)))),
  ];
}

/** What a citizen would be promised at a moment (ms since epoch) for a matter of that topic. */
export function promiseFor(topic: Topic, at: number, calendar: OfficeCalendar): string {
  const due = dueAt(at, firstReplyTarget({ topic, priority: 'normal' }), calendar);
  return promiseWords(due, at, calendar) ?? '';
}

/** The instant of a date and clock in Vietnam as a browser writes them, `2026-02-16T09:30`; `null`: it is none. */
export function readMoment(written: string): number | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(written) ? Date.parse(`${written}:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at - VIETNAM_AHEAD_MS;
}

/** This year in Vietnam and the next. */
export function yearsShown(now: number): readonly [number, number] {
  const { year } = dateOf(dayNumberAt(now));
  return [year, year + 1];
}

function placeInWords({ where }: CalendarProblem, { calendar, weekdays }: ConsoleWords): string {
  const weekday = WEEKDAYS.find((name) => name === where);
  if (weekday !== undefined) return weekdays[weekday];
  if (where === 'usual') return calendar.otherYears;
  return /^\d{4}$/.test(where) ? calendar.oneYear(where) : writtenDayInWords(where, weekdays);
}
