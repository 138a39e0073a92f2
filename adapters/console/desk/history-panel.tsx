import type { Ticket } from '../../../bot/conversation.ts';
import { topicInWords } from '../ticket-words.tsx';
import { dayInWords } from '../time-words.ts';
import { STATES, TICKETS } from '../vietnamese.ts';
import { HISTORY, TICKET_OUTCOME_WORDS } from './vietnamese.ts';

/** The other matters that the same citizen brought on this channel, the newest first. */
export function HistoryPanel({ tickets }: { readonly tickets: readonly Ticket[] }) {
  return (
    <section class="panel history" aria-labelledby="history-title">
      <h2 id="history-title">{HISTORY.title}</h2>
      {tickets.length === 0 ? <p class="rule">{HISTORY.none}</p> : null}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>
              {TICKETS.number(ticket.number)}: {topicInWords(ticket)}
            </a>
            <p class="rule">
              {dayInWords(ticket.openedAt)} ·{' '}
              {ticket.outcome === null ? STATES[ticket.state] : TICKET_OUTCOME_WORDS[ticket.outcome]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
