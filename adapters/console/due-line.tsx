import type { Ticket } from '../../bot/conversation.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import { dueState } from '../../bot/office-hours/reply-clock.ts';
import { owedAt } from '../../bot/ticket-facts.ts';
import { useWords } from './languages/use-words.tsx';
import { durationInWords, momentInWords } from './time-words.ts';

/** By when staff owe the citizen words and how that stands, or whom the matter waits for; nothing where nothing is owed. */
export function DueLine(props: { readonly ticket: Ticket; readonly now: number; readonly calendar: OfficeCalendar }) {
  const { ticket, now, calendar } = props;
  const { due, times } = useWords();
  if (ticket.state === 'waiting') return <span class="due">{due.waiting}</span>;
  if (ticket.state !== 'closed' && ticket.unattendedAt !== null)
    return <span class="due overdue">{due.unattended}</span>;
  const dueAt = owedAt(ticket);
  if (dueAt === null) return null;
  const isNews = ticket.repliedAt !== null;
  const state = dueState({ openedAt: isNews ? ticket.updatedAt : ticket.queuedAt, dueAt }, now, calendar);
  const said =
    state === 'overdue' ? due.overdue(durationInWords(now - dueAt, times)) : due[state](momentInWords(dueAt, times));
  return <span class={`due ${state}`}>{isNews ? `${due.news}. ${said}` : said}</span>;
}
