import type { Ticket } from '../../../bot/conversation.ts';
import type { BoardRow } from '../../../bot/gaps/gap-board.ts';
import type { ReportTurn } from '../../../bot/ports/report-rows.ts';
import { maskPersonalData } from '../../../knowledge/personal-data/find-personal-data.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { StatusBadge, titleOf } from '../gaps/gap-list-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { figureInWords } from './figure-words.ts';

const LONGEST = 200;

/** The rows behind a figure of a report: turns with masked words, tickets, or needs that no document answers. */
export function renderRowsPage(page: {
  readonly signedIn: SignedIn;
  readonly figure: string;
  readonly turns: readonly ReportTurn[];
  readonly tickets: readonly Ticket[];
  /** Needs that no document answers. */
  readonly needs: readonly BoardRow[];
  /** Address of the page after this one. */
  readonly next: string | null;
  /** Address of the report, or of all of them where this month has none. */
  readonly back: string;
}): string {
  const all = wordsIn(page.signedIn.preferences.language);
  const words = all.reports.rows;
  const title = words.title(figureInWords(page.figure, all));
  const isEmpty = page.turns.length + page.tickets.length + page.needs.length === 0;
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      {isEmpty ? <p class="panel">{words.none}</p> : null}
      {page.turns.length === 0 ? null : <TurnTable turns={page.turns} />}
      {page.tickets.length === 0 ? null : <Tickets tickets={page.tickets} />}
      {page.needs.length === 0 ? null : <Needs needs={page.needs} />}
      <nav class="actions paging" aria-label={title}>
        {page.next === null ? null : (
          <a class="button" href={page.next}>
            {words.more}
          </a>
        )}
        <a class="button" href={page.back}>
          {words.backTo}
        </a>
      </nav>
    </>,
    { translated: true },
  );
}

/** Turns as people of the office may see them without a name: words are masked. */
export function TurnTable({ turns }: { readonly turns: readonly ReportTurn[] }) {
  const words = useWords();
  const { columns } = words.reports.rows;
  return (
    <table class="users audit">
      <TableHead columns={columns} />
      <tbody>
        {turns.map((turn) => (
          <tr key={turn.turnId}>
            <th scope="row">{momentInWords(turn.at, words.times)}</th>
            <td data-column={columns.channel}>
              {turn.channel === null ? words.reports.rows.erased : words.channels[turn.channel]}
            </td>
            <td data-column={columns.topic}>
              {turn.topic === null ? words.reports.rows.noTopic : words.topics[turn.topic]}
            </td>
            <td data-column={columns.outcome}>{words.outcomes[turn.outcome]}</td>
            <td data-column={columns.question} lang="vi">
              {masked(turn.question)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function masked(question: string): string {
  const letters = [...maskPersonalData(question)];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}

function Tickets({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const words = useWords();
  const columns = words.reports.rows.ticketColumns;
  return (
    <table class="users audit">
      <TableHead columns={columns} />
      <tbody>
        {tickets.map((ticket) => (
          <tr key={ticket.id}>
            <th scope="row">
              <a href={`/staff/tickets/${encodeURIComponent(ticket.id)}`}>{ticket.number}</a>
            </th>
            <td data-column={columns.at}>{momentInWords(ticket.openedAt, words.times)}</td>
            <td data-column={columns.channel}>{words.channels[ticket.channel]}</td>
            <td data-column={columns.topic}>
              {ticket.topic === null ? words.reports.rows.noTopic : words.topics[ticket.topic]}
            </td>
            <td data-column={columns.state}>{words.states[ticket.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Needs({ needs }: { readonly needs: readonly BoardRow[] }) {
  const words = useWords();
  const columns = words.reports.rows.gapColumns;
  return (
    <table class="users audit">
      <TableHead columns={columns} />
      <tbody>
        {needs.map((row) => (
          <tr key={row.gap.id}>
            <th scope="row" class="spoken">
              <a lang="vi" href={`/staff/gaps/${encodeURIComponent(row.gap.id)}`}>
                {titleOf(row, words)}
              </a>
            </th>
            <td data-column={columns.status}>
              <StatusBadge status={row.status} />
            </td>
            <td data-column={columns.owner}>{row.gap.owner ?? words.gaps.nobody}</td>
            <td data-column={columns.at}>{momentInWords(row.gap.openedAt, words.times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
