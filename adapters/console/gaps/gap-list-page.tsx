import type { BoardRow } from '../../../bot/gaps/gap-board.ts';
import { renderAdminPage } from '../admin-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { ageInWords } from '../time-words.ts';
import { GAP_STATUSES, GAPS } from './vietnamese.ts';

/** The board: one line a need, the weightiest first; each leads to its page. */
export function renderGapListPage(page: {
  readonly signedIn: SignedIn;
  readonly rows: readonly BoardRow[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: number;
}): string {
  return renderAdminPage(
    page.signedIn,
    GAPS.title,
    <>
      <h1>{GAPS.title}</h1>
      <p class="lead">{GAPS.lead}</p>
      {page.rows.length === 0 ? (
        <p class="panel">{GAPS.none}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={GAPS.columns} />
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.gap.id} row={row} page={page} />
            ))}
          </tbody>
        </table>
      )}
    </>,
  );
}

/** A gap is called by the question that the office worded, else by the most typical one. */
export function titleOf({ gap, typical }: BoardRow): string {
  return gap.answers.at(-1)?.question ?? typical[0] ?? gap.drafts?.at(-1)?.question ?? GAPS.noWords;
}

/** How urgently a status asks for somebody. */
export function StatusBadge({ status }: Pick<BoardRow, 'status'>) {
  const waits =
    status === 'new' || status === 'drafted' || status === 'proposed' || status === 'expired' || status === 'review';
  const tone = status === 'dismissed' ? 'present' : waits ? 'state-one-time' : 'state-active';
  return <span class={`badge ${tone}`}>{GAP_STATUSES[status]}</span>;
}

function Row(props: { readonly row: BoardRow; readonly page: Parameters<typeof renderGapListPage>[0] }) {
  const { row, page } = props;
  const { columns } = GAPS;
  const { gap } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/gaps/${encodeURIComponent(gap.id)}`}>{titleOf(row)}</a>
        {row.sinceAnswer === 0 ? null : <p class="rule">{GAPS.since(row.sinceAnswer)}</p>}
      </th>
      <td data-column={columns.people}>{GAPS.people(row.people)}</td>
      <td data-column={columns.trend}>{GAPS.trend(row.recent, row.before)}</td>
      <td data-column={columns.status}>
        <StatusBadge status={row.status} />
      </td>
      <td data-column={columns.owner}>{gap.owner === null ? GAPS.nobody : (page.names.get(gap.owner) ?? gap.owner)}</td>
      <td data-column={columns.age}>{ageInWords(gap.openedAt, page.now)}</td>
    </tr>
  );
}
