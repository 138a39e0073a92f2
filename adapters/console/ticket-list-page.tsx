import type { SwitchState } from '../../bot/bot-switch.ts';
import type { Ticket, TicketState } from '../../bot/conversation.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import { MentionLink } from './desk/mention-link.tsx';
import { DueLine } from './due-line.tsx';
import { renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';
import { SwitchBanner } from './switch-page.tsx';
import { ageInWords } from './time-words.ts';
import { CHANNELS, NO_TOPIC, type NOTICES, PRIORITIES, TICKETS, TOPICS } from './vietnamese.ts';

export type TicketView = keyof typeof TICKETS.views;

const EXCERPT_CHARACTERS = 160;
const VIEWS: readonly TicketView[] = ['open', 'mine', 'closed'];

/** The list of tickets; `names` gives display names by log-in name. */
export function renderTicketListPage(page: {
  readonly signedIn: SignedIn;
  readonly view: TicketView;
  readonly tickets: readonly Ticket[];
  readonly longest: number;
  readonly counts: Readonly<Record<TicketState, number>>;
  readonly names: ReadonlyMap<string, string>;
  readonly notice: keyof typeof NOTICES | null;
  readonly botSwitch: SwitchState;
  /** How many notes speak to the reader and are unread. */
  readonly mentions: number;
  readonly calendar: OfficeCalendar;
  readonly now: number;
}): string {
  const { view, tickets, counts } = page;
  const totals: Readonly<Record<TicketView, number | null>> = {
    open: counts.new + counts.claimed + counts.waiting,
    mine: null,
    closed: null,
  };
  return renderConsolePage({
    title: TICKETS.title,
    signedIn: page.signedIn,
    unread: counts.new,
    notice: page.notice,
    live: true,
    styles: ['/assets/desk.css'],
    children: (
      <>
        <h1>{TICKETS.title}</h1>
        <div data-live="mentions">
          <MentionLink count={page.mentions} />
        </div>
        <SwitchBanner state={page.botSwitch} />
        <nav class="views" aria-label={TICKETS.viewsLabel} data-live="views">
          {VIEWS.map((name) => (
            <a key={name} href={`/staff/tickets?view=${name}`} aria-current={name === view ? 'page' : undefined}>
              {TICKETS.views[name]}
              {totals[name] === null ? null : <span class="count">{totals[name]}</span>}
            </a>
          ))}
        </nav>
        <div data-live="tickets">
          {tickets.length === 0 ? (
            <div class="empty">
              <h2>{TICKETS.empty[view].title}</h2>
              <p>{TICKETS.empty[view].advice}</p>
            </div>
          ) : (
            <ul class="tickets">
              {tickets.map((ticket) => (
                <TicketCard key={ticket.id} ticket={ticket} page={page} />
              ))}
            </ul>
          )}
          {tickets.length < page.longest ? null : <p class="rule">{TICKETS.truncated(page.longest)}</p>}
        </div>
      </>
    ),
  });
}

function TicketCard(props: { readonly ticket: Ticket; readonly page: Parameters<typeof renderTicketListPage>[0] }) {
  const { ticket, page } = props;
  const mine = ticket.assignee === page.signedIn.account.name;
  const assignee = ticket.assignee === null ? null : (page.names.get(ticket.assignee) ?? ticket.assignee);
  const since = ticket.closedAt ?? ticket.openedAt;
  return (
    <li class={`ticket ${ticket.priority}`}>
      <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>
        <span class="ticket-head">
          <PriorityBadge ticket={ticket} />
          <span class="ticket-topic">{topicInWords(ticket)}</span>
          <span class="ticket-number">{TICKETS.number(ticket.number)}</span>
        </span>
        <span class="ticket-question">{excerpt(ticket.question)}</span>
        <span class="ticket-facts">
          <span>{CHANNELS[ticket.channel]}</span>
          <time dateTime={new Date(since).toISOString()}>{ageInWords(since, page.now)}</time>
          <DueLine ticket={ticket} now={page.now} calendar={page.calendar} />
          <span class={assignee === null ? 'unclaimed' : undefined}>
            {assignee === null ? TICKETS.nobody : TICKETS.assignee(mine ? TICKETS.you : assignee)}
          </span>
        </span>
      </a>
    </li>
  );
}

/** How urgent a ticket is, in a word and a colour. */
export function PriorityBadge({ ticket }: { readonly ticket: Ticket }) {
  return <span class={`badge ${ticket.priority}`}>{PRIORITIES[ticket.priority]}</span>;
}

/** What a ticket is about, in Vietnamese. */
export function topicInWords(ticket: Ticket): string {
  return ticket.topic === null ? NO_TOPIC : TOPICS[ticket.topic];
}

function excerpt(question: string): string {
  const words = question.replace(/\s+/g, ' ').trim();
  const characters = Array.from(words);
  return characters.length <= EXCERPT_CHARACTERS
    ? words
    : `${characters.slice(0, EXCERPT_CHARACTERS).join('').trimEnd()}…`;
}
