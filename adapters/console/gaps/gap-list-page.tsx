import type { BoardRow } from '../../../bot/gaps/gap-board.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { ageInWords } from '../time-words.ts';

/** The board: one line a need, the weightiest first; each leads to its page. */
export function renderGapListPage(page: {
  readonly signedIn: SignedIn;
  readonly rows: readonly BoardRow[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: number;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  return renderAdminPage(
    page.signedIn,
    words.gaps.title,
    <>
      <h1>{words.gaps.title}</h1>
      <p class="lead">{words.gaps.lead}</p>
      {page.rows.length === 0 ? (
        <p class="panel">{words.gaps.none}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={words.gaps.columns} />
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.gap.id} row={row} page={page} />
            ))}
          </tbody>
        </table>
      )}
    </>,
    { translated: true },
  );
}

/** A gap is called by the question that the office worded, else by the most typical one. */
export function titleOf({ gap, typical }: BoardRow, words: ConsoleWords): string {
  return gap.answers.at(-1)?.question ?? typical[0] ?? gap.drafts?.at(-1)?.question ?? words.gaps.noWords;
}

/** How urgently a status asks for somebody. */
export function StatusBadge({ status }: Pick<BoardRow, 'status'>) {
  const words = useWords();
  const waits =
    status === 'new' || status === 'drafted' || status === 'proposed' || status === 'expired' || status === 'review';
  const tone = status === 'dismissed' ? 'present' : waits ? 'state-one-time' : 'state-active';
  return <span class={`badge ${tone}`}>{words.gapStatuses[status]}</span>;
}

function Row(props: { readonly row: BoardRow; readonly page: Parameters<typeof renderGapListPage>[0] }) {
  const words = useWords();
  const { row, page } = props;
  const { columns } = words.gaps;
  const { gap } = row;
  return (
    <tr>
      <th scope="row" class="spoken">
        <a lang="vi" href={`/staff/gaps/${encodeURIComponent(gap.id)}`}>
          {titleOf(row, words)}
        </a>
        {row.sinceAnswer === 0 ? null : <p class="rule">{words.gaps.since(row.sinceAnswer)}</p>}
      </th>
      <td data-column={columns.people}>{words.gaps.people(row.people)}</td>
      <td data-column={columns.trend}>{words.gaps.trend(row.recent, row.before)}</td>
      <td data-column={columns.status}>
        <StatusBadge status={row.status} />
      </td>
      <td data-column={columns.owner}>
        {gap.owner === null ? words.gaps.nobody : (page.names.get(gap.owner) ?? gap.owner)}
      </td>
      <td data-column={columns.age}>{ageInWords(gap.openedAt, page.now, words.times)}</td>
    </tr>
  );
}
