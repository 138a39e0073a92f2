import type { Ticket } from '../../../bot/conversation.ts';
import { useWords } from '../languages/use-words.tsx';
import { topicInWords } from '../ticket-words.tsx';
import { dayInWords } from '../time-words.ts';

/** The other matters that the same citizen brought on this channel, the newest first. */
export function HistoryPanel({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const words = useWords();
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
              {dayInWords(ticket.openedAt)} ·{' '}
              {ticket.outcome === null ? words.states[ticket.state] : words.ticketOutcomes[ticket.outcome]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
