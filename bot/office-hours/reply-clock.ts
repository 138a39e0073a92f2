import type { OfficeCalendar } from './calendar.ts';
import { afterWorkingTime, closingAfterDays, workingTimeBetween } from './working-time.ts';

/** How soon a first reply is due. `clock-minutes` run day and night. */
export type ReplyTarget =
  | { readonly kind: 'clock-minutes'; readonly minutes: number }
  | { readonly kind: 'working-minutes'; readonly minutes: number }
  | { readonly kind: 'working-days'; readonly days: number };

/** A clock that runs for a matter; `openedAt` in ms since epoch. */
export interface ReplyClock {
  readonly openedAt: number;
  readonly target: ReplyTarget;
}

/** How a clock stands. */
export interface ClockState {
  readonly state: 'on-time' | 'due-soon' | 'overdue';
  /** Ms since epoch. */
  readonly dueAt: number;
  /** Ms until then, of working time unless the target counts clock minutes; less than 0 = how late. */
  readonly remainingMs: number;
}

const MINUTE_MS = 60_000;
/** The last part of a clock's time counts as soon. */
const SOON_SHARE = 1 / 4;

/**
 * When a first reply is due. Minutes run from the moment itself; of days the first does not count and the last ends
 * with its working hours, as terms are counted by the Civil Code 2015, articles 147 and 148.
 * @throws OfficeCalendarInvalid
 */
export function dueAt(openedAt: number, target: ReplyTarget, calendar: OfficeCalendar): number {
  if (target.kind === 'clock-minutes') return openedAt + target.minutes * MINUTE_MS;
  return target.kind === 'working-minutes'
    ? afterWorkingTime(openedAt, target.minutes * MINUTE_MS, calendar)
    : closingAfterDays(openedAt, target.days, calendar);
}

/**
 * How a clock stands at an instant: overdue from the due time on, due soon in the last quarter of its time.
 * @throws OfficeCalendarInvalid
 */
export function clockState({ openedAt, target }: ReplyClock, now: number, calendar: OfficeCalendar): ClockState {
  const between = (from: number, to: number) =>
    target.kind === 'clock-minutes' ? to - from : workingTimeBetween(from, to, calendar);
  const due = dueAt(openedAt, target, calendar);
  return { state: stateOf(openedAt, due, now, between), dueAt: due, remainingMs: between(now, due) };
}

/**
 * How a matter stands whose due time was stored when it came in, reckoned in working time.
 * @throws OfficeCalendarInvalid
 */
export function dueState(
  { openedAt, dueAt: due }: { readonly openedAt: number; readonly dueAt: number },
  now: number,
  calendar: OfficeCalendar,
): ClockState['state'] {
  return stateOf(openedAt, due, now, (from, to) => workingTimeBetween(from, to, calendar));
}

function stateOf(
  openedAt: number,
  due: number,
  now: number,
  between: (from: number, to: number) => number,
): ClockState['state'] {
  if (now >= due) return 'overdue';
  return between(now, due) <= SOON_SHARE * between(openedAt, due) ? 'due-soon' : 'on-time';
}
