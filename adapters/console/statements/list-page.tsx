import { type Statement, type StatementState, stateOf } from '../../../bot/statements/statement.ts';
import type { KeptKind } from '../../kept/kept-catalogue.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { aboutInWords } from './about-words.ts';
import type { STATEMENTS } from './vietnamese.ts';

const GROUPS = { said: ['said'], draft: ['draft'], past: ['ended', 'over'] } as const satisfies Record<
  keyof typeof STATEMENTS.groups,
  readonly StatementState[]
>;

/** What the office says now, what waits, and what it said. */
export function renderStatementList(page: {
  readonly signedIn: SignedIn;
  readonly statements: readonly Statement[];
  readonly unreadable: readonly KeptKind[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: keyof typeof STATEMENTS.notices | null;
  readonly now: number;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { statements, now } = page;
  const groups = Object.entries(GROUPS) as [keyof typeof GROUPS, readonly StatementState[]][]; // entries of that record
  return renderAdminPage(
    page.signedIn,
    words.statements.title,
    <>
      <h1>{words.statements.title}</h1>
      <p class="lead">{words.statements.lead}</p>
      <UnreadableNotice kinds={page.unreadable} />
      <StatementNotice done={page.done} />
      <p>
        <a class="button button-primary" href="/staff/statements/new">
          {words.statements.fresh}
        </a>
      </p>
      {groups.map(([group, states]) => {
        const own = statements.filter((one) => states.includes(stateOf(one, now)));
        return (
          <section class="panel" aria-labelledby={`statements-${group}`} key={group}>
            <h2 id={`statements-${group}`}>{words.statements.groups[group]}</h2>
            {own.length === 0 ? <p class="rule">{words.statements.none[group]}</p> : <Rows rows={own} page={page} />}
          </section>
        );
      })}
    </>,
    { translated: true },
  );
}

/** What became of the last step. */
export function StatementNotice({ done }: { readonly done: keyof typeof STATEMENTS.notices | null }) {
  const words = useWords();
  return done === null ? null : (
    <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
      {words.statements.notices[done]}
    </p>
  );
}

/** How a statement stands. */
export function StateBadge({ state }: { readonly state: StatementState }) {
  const words = useWords();
  const tone = state === 'said' ? 'state-active' : state === 'draft' ? 'state-one-time' : 'present';
  return <span class={`badge ${tone}`}>{words.statementStates[state]}</span>;
}

function Rows(props: {
  readonly rows: readonly Statement[];
  readonly page: Parameters<typeof renderStatementList>[0];
}) {
  const words = useWords();
  const { columns } = words.statements;
  const { names, now } = props.page;
  return (
    <table class="users audit">
      <TableHead columns={columns} />
      <tbody>
        {props.rows.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={`/staff/statements/${encodeURIComponent(one.id)}`}>{aboutInWords(one, words)}</a>
            </th>
            <td data-column={columns.kind}>{words.statementKinds[one.kind].name}</td>
            <td data-column={columns.state}>
              <StateBadge state={stateOf(one, now)} />
            </td>
            <td data-column={columns.until}>{momentInWords(one.ended?.at ?? one.until, words.times)}</td>
            <td data-column={columns.by}>{names.get(one.written.by) ?? one.written.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
