import type { Ticket } from '../../bot/conversation.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import { dueState } from '../../bot/office-hours/reply-clock.ts';
import { type ConsoleWords, VIETNAMESE } from './languages/words.ts';
import { durationInWords, momentInWords } from './time-words.ts';

/** By when staff owe the first reply and how that stands; nothing where none is owed. */
export function DueLine(props: {
  readonly ticket: Ticket;
  readonly now: number;
  readonly calendar: OfficeCalendar;
  readonly words?: ConsoleWords;
}) {
  const { ticket, now, calendar, words = VIETNAMESE } = props;
  const { openedAt, dueAt, repliedAt, state: ticketState } = ticket;
  if (dueAt === null || repliedAt !== null || ticketState === 'closed') return null;
  const state = dueState({ openedAt, dueAt }, now, calendar);
  const said =
    state === 'overdue'
      ? words.due.overdue(durationInWords(now - dueAt, words.times))
      : words.due[state](momentInWords(dueAt, words.times));
  return <span class={`due ${state}`}>{said}</span>;
}
