import type { AuditEntry, AuditVerdict } from '../../../bot/ports/audit.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { actionInWords, factsInWords } from './action-words.ts';
import type { FoundEntries } from './find-entries.ts';

/** What stands in the fields of the filter, as it was written. */
export interface WrittenFilter {
  readonly actor: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
}

/** The audit log, newest first. `verdict`: `null` where the chain was not read this time. */
export function renderAuditPage(page: {
  readonly signedIn: SignedIn;
  readonly found: FoundEntries;
  readonly written: WrittenFilter;
  /** The filter as a query without `?`; empty: everything is shown. */
  readonly query: string;
  readonly before: number | null;
  readonly verdict: AuditVerdict | null;
  readonly problem: string | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { found, query } = page;
  const with_ = (more: string) => `/staff/audit?${[query, more].filter((part) => part !== '').join('&')}`;
  return renderAdminPage(
    page.signedIn,
    words.auditLog.title,
    <>
      <h1>{words.auditLog.title}</h1>
      <p class="lead">{words.auditLog.lead}</p>
      <Problem words={page.problem} />
      <Chain verdict={page.verdict} checkAt={with_('check=1')} />
      <Filter written={page.written} isFiltered={query !== ''} />
      {found.entries.length === 0 ? (
        <p class="panel">{query === '' ? words.auditLog.empty : words.auditLog.none}</p>
      ) : (
        <Entries entries={found.entries} />
      )}
      <nav class="actions paging" aria-label={words.auditLog.title}>
        {found.olderThan === null ? null : (
          <a class="button" href={with_(`before=${found.olderThan}`)}>
            {words.auditLog.older}
          </a>
        )}
        {page.before === null ? null : (
          <a class="button" href={with_('')}>
            {words.auditLog.newest}
          </a>
        )}
        <a class="button" href={`/staff/audit/export?${query}`}>
          {words.auditLog.csv}
        </a>
      </nav>
    </>,
    { translated: true },
  );
}

function Chain(props: { readonly verdict: AuditVerdict | null; readonly checkAt: string }) {
  const words = useWords();
  const { chain } = words.auditLog;
  const { verdict } = props;
  return (
    <section class="panel chain" aria-labelledby="chain">
      <h2 id="chain">{chain.title}</h2>
      {verdict === null ? (
        <p>
          {chain.long} <a href={props.checkAt}>{chain.check}</a>
        </p>
      ) : verdict.ok ? (
        <>
          <p class="verdict good">{chain.ok(verdict.entries)}</p>
          <p class="rule">
            {chain.head} <code>{verdict.head}</code>
          </p>
        </>
      ) : (
        <p class="notice bad" role="alert">
          {chain.broken(verdict.number)}
        </p>
      )}
    </section>
  );
}

function Filter(props: { readonly written: WrittenFilter; readonly isFiltered: boolean }) {
  const words = useWords();
  const { filters } = words.auditLog;
  const { written } = props;
  return (
    <form class="panel filter" method="get" action="/staff/audit" aria-label={filters.label} autocomplete="off">
      <label>
        {filters.actor}
        <input name="actor" value={written.actor} maxLength={64} autocapitalize="none" spellcheck={false} />
      </label>
      <label>
        {filters.action}
        <select name="action">
          <option value="">{filters.everything}</option>
          {Object.entries(words.auditGroups).map(([prefix, name]) => (
            <option value={prefix} key={prefix} selected={prefix === written.action}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filters.from}
        <input type="date" name="from" value={written.from} />
      </label>
      <label>
        {filters.to}
        <input type="date" name="to" value={written.to} />
      </label>
      <div class="actions">
        <button class="button button-primary" type="submit">
          {filters.submit}
        </button>
        {props.isFiltered ? (
          <a class="button" href="/staff/audit">
            {filters.clear}
          </a>
        ) : null}
      </div>
    </form>
  );
}

/** Older entries name the ticket that was passed on by its number, under which it has no page. */
const NUMBER_OF_A_TICKET = /^\d+$/u;

/** What an action was done to; what the log names by a code only leads to its page. */
function Subject({ entry: { action, subject } }: { readonly entry: AuditEntry }) {
  const { auditLog, approval, channels } = useWords();
  const [id = ''] = subject.split(' ');
  const [page, words] =
    action.startsWith('ticket.') && !NUMBER_OF_A_TICKET.test(id)
      ? ['tickets', auditLog.opens.ticket]
      : action.startsWith('incident.')
        ? ['incidents', auditLog.opens.incident]
        : [null, null];
  const names: Readonly<Record<string, string>> =
    action === 'approval.change' ? approval.modes : action.startsWith('citizen.') ? channels : {};
  if (page === null) return <>{names[subject] ?? subject}</>;
  return (
    <a href={`/staff/${page}/${encodeURIComponent(id)}`} title={subject}>
      {words}
    </a>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const words = useWords();
  const { columns } = words.auditLog;
  return (
    <table class="users audit">
      <TableHead columns={columns} />
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.number}>
            <th scope="row" title={`${words.auditLog.hash} ${entry.hash}`}>
              {entry.number}
            </th>
            <td data-column={columns.at}>{momentInWords(entry.at, words.times)}</td>
            <td data-column={columns.actor}>{entry.actor}</td>
            <td data-column={columns.action}>{actionInWords(entry.action, words)}</td>
            <td data-column={columns.subject}>
              <Subject entry={entry} />
            </td>
            <td data-column={columns.facts}>{factsInWords(entry, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
