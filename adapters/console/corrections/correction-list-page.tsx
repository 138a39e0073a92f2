import type { CorrectionState, RuleCorrection } from '../../../bot/corrections/correction.ts';
import { citedName } from '../../../bot/corrections/correction-words.ts';
import { renderAdminPage } from '../admin-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { ageInWords } from '../time-words.ts';
import { CORRECTION_CAUSES_IN_WORDS, CORRECTION_STATES, CORRECTIONS } from './vietnamese.ts';

/** Parts of the list. */
export const CORRECTION_TABS = ['waiting', 'approved', 'done'] as const;
export type CorrectionTab = (typeof CORRECTION_TABS)[number];

/** One line of the list; `people`: how many were told the old rule, `null` where nobody counted. */
export interface CorrectionRow {
  readonly correction: RuleCorrection;
  readonly people: number | null;
}

/** The list: what asks for somebody, what is being told, what is over. Each line leads to its page. */
export function renderCorrectionListPage(page: {
  readonly signedIn: SignedIn;
  readonly tab: CorrectionTab;
  /** How many there are of each part. */
  readonly counts: Readonly<Record<CorrectionTab, number>>;
  readonly rows: readonly CorrectionRow[];
  readonly retentionDays: number;
  readonly now: number;
}): string {
  const { tab, counts, rows } = page;
  return renderAdminPage(
    page.signedIn,
    CORRECTIONS.title,
    <>
      <h1>{CORRECTIONS.title}</h1>
      <p class="lead">
        {CORRECTIONS.lead} {CORRECTIONS.reach(page.retentionDays)}
      </p>
      <nav class="views" aria-label={CORRECTIONS.title}>
        {CORRECTION_TABS.map((name) => (
          <a key={name} href={`/staff/corrections?show=${name}`} aria-current={name === tab ? 'page' : undefined}>
            {`${CORRECTIONS.tabs[name]} (${counts[name]})`}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="panel">{CORRECTIONS.none[tab]}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={CORRECTIONS.columns} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.correction.id} row={row} now={page.now} />
            ))}
          </tbody>
        </table>
      )}
    </>,
  );
}

/** Which part of the list a correction stands in. */
export function tabOf({ state }: Pick<RuleCorrection, 'state'>): CorrectionTab {
  if (state === 'approved') return 'approved';
  return state === 'draft' || state === 'proposed' ? 'waiting' : 'done';
}

/** What a correction is called: the document that was told. */
export function titleOf({ changes }: RuleCorrection): string {
  const told = changes[0]?.told;
  return told === undefined ? CORRECTIONS.title : citedName(told);
}

/** How urgently a state asks for somebody. */
export function StateBadge({ state }: { readonly state: CorrectionState }) {
  const tone = state === 'draft' || state === 'proposed' ? 'state-one-time' : 'state-active';
  return (
    <span class={`badge ${state === 'dismissed' || state === 'needless' ? 'present' : tone}`}>
      {CORRECTION_STATES[state]}
    </span>
  );
}

function Row({ row, now }: { readonly row: CorrectionRow; readonly now: number }) {
  const { correction, people } = row;
  const { columns } = CORRECTIONS;
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/corrections/${encodeURIComponent(correction.id)}`}>{titleOf(correction)}</a>
        <p class="rule">{correction.changes[0]?.told.title}</p>
      </th>
      <td data-column={columns.cause}>{CORRECTION_CAUSES_IN_WORDS[correction.cause]}</td>
      <td data-column={columns.state}>
        <StateBadge state={correction.state} />
      </td>
      <td data-column={columns.people}>{people === null ? CORRECTIONS.unknownPeople : CORRECTIONS.people(people)}</td>
      <td data-column={columns.found}>{ageInWords(correction.openedAt, now)}</td>
    </tr>
  );
}
