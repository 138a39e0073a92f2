import type { Ticket } from '../../bot/conversation.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import { dueState } from '../../bot/office-hours/reply-clock.ts';
import { durationInWords, momentInWords } from './time-words.ts';
import { DUE } from './vietnamese.ts';

/** By when staff owe the first reply and how that stands; nothing where none is owed. */
export function DueLine(props: { readonly ticket: Ticket; readonly now: number; readonly calendar: OfficeCalendar }) {
  const { ticket, now, calendar } = props;
  const { openedAt, dueAt, repliedAt, state: ticketState } = ticket;
  if (dueAt === null || repliedAt !== null || ticketState === 'closed') return null;
  const state = dueState({ openedAt, dueAt }, now, calendar);
  const words = state === 'overdue' ? DUE.overdue(durationInWords(now - dueAt)) : DUE[state](momentInWords(dueAt));
  return <span class={`due ${state}`}>{words}</span>;
}
