import type { Ticket } from '../../../bot/conversation.ts';
import { useWords } from '../languages/use-words.tsx';
import { topicInWords } from '../ticket-words.tsx';
import { dayInWords } from '../time-words.ts';
import type { LinkedHistory } from './linked-history.ts';

/** The other matters that the same citizen brought on this channel and in conversations they linked, the newest first. */
export function HistoryPanel(props: {
  readonly ticket: Ticket;
  /** Of the same conversation. */
  readonly others: readonly Ticket[];
  readonly linked: readonly LinkedHistory[];
}) {
  const words = useWords();
  const tickets = [...props.others, ...props.linked.flatMap((history) => history.tickets)].sort(
    (one, other) => other.openedAt - one.openedAt,
  );
  return (
    <section class="panel history" aria-labelledby="history-title">
      <h2 id="history-title">{words.history.title}</h2>
      {tickets.length === 0 ? <p class="rule">{words.history.none}</p> : null}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>
              {words.tickets.number(ticket.number)}: {topicInWords(ticket, words)}
            </a>
            <p class="rule">
              {ticket.conversationId === props.ticket.conversationId ? null : `${words.channels[ticket.channel]} · `}
              {dayInWords(ticket.openedAt)} ·{' '}
              {ticket.outcome === null ? words.states[ticket.state] : words.ticketOutcomes[ticket.outcome]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
