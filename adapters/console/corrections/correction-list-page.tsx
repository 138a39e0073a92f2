import type { CorrectionState, RuleCorrection } from '../../../bot/corrections/correction.ts';
import { citedName } from '../../../bot/corrections/correction-words.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { ageInWords } from '../time-words.ts';

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
  const words = wordsIn(page.signedIn.preferences.language);
  const { tab, counts, rows } = page;
  return renderAdminPage(
    page.signedIn,
    words.corrections.title,
    <>
      <h1>{words.corrections.title}</h1>
      <p class="lead">
        {words.corrections.lead} {words.corrections.reach(page.retentionDays)}
      </p>
      <nav class="views" aria-label={words.corrections.title}>
        {CORRECTION_TABS.map((name) => (
          <a key={name} href={`/staff/corrections?show=${name}`} aria-current={name === tab ? 'page' : undefined}>
            {`${words.corrections.tabs[name]} (${counts[name]})`}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="panel">{words.corrections.none[tab]}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={words.corrections.columns} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.correction.id} row={row} now={page.now} />
            ))}
          </tbody>
        </table>
      )}
    </>,
    { translated: true },
  );
}

/** Which part of the list a correction stands in. */
export function tabOf({ state }: Pick<RuleCorrection, 'state'>): CorrectionTab {
  if (state === 'approved') return 'approved';
  return state === 'draft' || state === 'proposed' ? 'waiting' : 'done';
}

/** What a correction is called: the document that was told. */
export function titleOf({ changes }: RuleCorrection, words: ConsoleWords): string {
  const told = changes[0]?.told;
  return told === undefined ? words.corrections.title : citedName(told);
}

/** How urgently a state asks for somebody. */
export function StateBadge({ state }: { readonly state: CorrectionState }) {
  const words = useWords();
  const tone = state === 'draft' || state === 'proposed' ? 'state-one-time' : 'state-active';
  return (
    <span class={`badge ${state === 'dismissed' || state === 'needless' ? 'present' : tone}`}>
      {words.correctionStates[state]}
    </span>
  );
}

function Row({ row, now }: { readonly row: CorrectionRow; readonly now: number }) {
  const words = useWords();
  const { correction, people } = row;
  const { columns } = words.corrections;
  return (
    <tr>
      <th scope="row">
        <a lang="vi" href={`/staff/corrections/${encodeURIComponent(correction.id)}`}>
          {titleOf(correction, words)}
        </a>
        <p class="rule" lang="vi">
          {correction.changes[0]?.told.title}
        </p>
      </th>
      <td data-column={columns.cause}>{words.correctionCauses[correction.cause]}</td>
      <td data-column={columns.state}>
        <StateBadge state={correction.state} />
      </td>
      <td data-column={columns.people}>
        {people === null ? words.corrections.unknownPeople : words.corrections.people(people)}
      </td>
      <td data-column={columns.found}>{ageInWords(correction.openedAt, now, words.times)}</td>
    </tr>
  );
}
