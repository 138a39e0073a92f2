import type { Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import type { OfficeCalendar } from './office-hours/calendar.ts';
import { firstReplyTarget } from './office-hours/first-reply-targets.ts';
import { promiseWords } from './office-hours/promise-words.ts';
import { dueAt } from './office-hours/reply-clock.ts';
import type { TicketChange } from './ports/records.ts';

/** A ticket's change with the time by which staff owe the first reply, for a matter that comes in at `at`. */
export function clocked(change: TicketChange, at: number, calendar: OfficeCalendar): TicketChange {
  return { ...change, dueAt: dueAt(at, firstReplyTarget(change), calendar) };
}

/** When staff owe an answer to words that they waited for; `undefined` where they wait for none. */
export function answerDueAt(open: Ticket | null, at: number, calendar: OfficeCalendar): number | undefined {
  return open?.state === 'waiting' ? dueAt(at, firstReplyTarget(open), calendar) : undefined;
}

/**
 * A reply that hands over to staff, with the time of their answer at its end. Nothing is promised to a child in
 * danger, who is told whom to call now, nor where the time is over already.
 * @param change as it was clocked
 * @param open the ticket that is open already; its time is kept where it is sooner, unless nobody took it in time
 */
export function withPromise(
  reply: string,
  change: TicketChange,
  open: Ticket | null,
  now: number,
  calendar: OfficeCalendar,
): string {
  const times = [change.dueAt, open?.unattendedAt === null ? open.dueAt : null].filter(
    (time) => typeof time === 'number',
  );
  if (times.length === 0 || isDanger(change) || (open !== null && isDanger(open))) return reply;
  const promise = promiseWords(Math.min(...times), now, calendar);
  return promise === null ? reply : `${reply}\n\n${promise}`;
}
