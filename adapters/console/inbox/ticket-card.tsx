import type { Ticket } from '../../../bot/conversation.ts';
import type { OfficeCalendar } from '../../../bot/office-hours/calendar.ts';
import { DueLine } from '../due-line.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { PerhapsSaid } from '../perhaps-said.tsx';
import { ageInWords } from '../time-words.ts';

const EXCERPT_CHARACTERS = 160;

/** What the cards of one page have in common; `names` gives display names by log-in name. */
export interface CardPage {
  readonly words: ConsoleWords;
  /** Log-in name of who looks. */
  readonly staffName: string;
  readonly names: ReadonlyMap<string, string>;
  readonly calendar: OfficeCalendar;
  readonly now: number;
}

/** Tickets as a list of cards, each one link. */
export function TicketCards(props: { readonly tickets: readonly Ticket[]; readonly page: CardPage }) {
  return (
    <ul class="tickets" data-keyed>
      {props.tickets.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} page={props.page} />
      ))}
    </ul>
  );
}

function TicketCard({ ticket, page }: { readonly ticket: Ticket; readonly page: CardPage }) {
  const { words, names, calendar, now } = page;
  const mine = ticket.assignee === page.staffName;
  const assignee = ticket.assignee === null ? null : (names.get(ticket.assignee) ?? ticket.assignee);
  const since = ticket.closedAt ?? ticket.openedAt;
  return (
    <li class={`ticket ${ticket.priority}`} data-key={ticket.id}>
      <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>
        <span class="ticket-head">
          <span class={`badge ${ticket.priority}`}>{words.priorities[ticket.priority]}</span>
          <span class="ticket-topic">{ticket.topic === null ? words.noTopic : words.topics[ticket.topic]}</span>
          <span class="ticket-number">{words.inbox.number(ticket.number)}</span>
        </span>
        <span class="ticket-question">
          <PerhapsSaid text={ticket.question} shorten={excerpt} />
        </span>
        <span class="ticket-facts">
          <span>{words.channels[ticket.channel]}</span>
          <time dateTime={new Date(since).toISOString()}>{ageInWords(since, now, words.times)}</time>
          <DueLine ticket={ticket} now={now} calendar={calendar} />
          <span class={assignee === null ? 'unclaimed' : undefined}>
            {assignee === null ? words.inbox.nobody : words.inbox.assignee(mine ? words.inbox.you : assignee)}
          </span>
          {ticket.rating === null ? null : <span>{words.inbox.rated[ticket.rating.rating]}</span>}
          {ticket.tags.map((tag) => (
            <span class="badge" lang="vi" key={tag}>
              {tag}
            </span>
          ))}
        </span>
      </a>
    </li>
  );
}

function excerpt(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= EXCERPT_CHARACTERS
    ? line
    : `${characters.slice(0, EXCERPT_CHARACTERS).join('').trimEnd()}…`;
}
