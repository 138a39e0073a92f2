import type { KeptContents } from '../../../bot/kept-contents.ts';
import type { Letterhead } from '../../../bot/reporting/letterhead.ts';
import type { MonthName } from '../../../bot/reporting/month.ts';
import type { Report } from '../../../bot/reporting/reports.ts';
import { monthInWords } from '../../reporting/report-charts.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { REPORTS } from './vietnamese.ts';

/** A month of the list; `state` is that of its report. */
export interface ListedMonth {
  readonly month: MonthName;
  readonly state: Report['state'] | 'unreadable' | 'none';
  readonly isRunning: boolean;
}

/** The months of a year with their reports, the newest first, and the letterhead that all have. */
export function renderReportListPage(page: {
  readonly signedIn: SignedIn;
  readonly year: number;
  /** The year that runs now. */
  readonly latest: number;
  readonly months: readonly ListedMonth[];
  readonly letterhead: KeptContents<Letterhead>;
  readonly done: keyof typeof REPORTS.notices | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  // Behind a year without reports there is nothing to look for.
  const goesOn = page.year === page.latest || page.months.some(({ state }) => state !== 'none');
  const isOffered = (year: number) => (year < page.year ? goesOn : year <= page.latest);
  return renderAdminPage(
    page.signedIn,
    words.reports.title,
    <>
      <h1>{words.reports.title}</h1>
      <p class="lead">{words.reports.lead}</p>
      <ReportNotice done={page.done} />
      <UnreadableNotice
        kinds={[
          ...(page.months.some(({ state }) => state === 'unreadable') ? (['report'] as const) : []),
          ...(page.letterhead.unreadable ? (['letterhead'] as const) : []),
        ]}
      />
      <div class="admin-columns">
        <section class="panel" aria-labelledby="report-months">
          <h2 id="report-months">
            {words.reports.months}: {words.reports.year(page.year).toLowerCase()}
          </h2>
          <ul class="day-list">
            {page.months.map((one) => (
              <Month key={one.month} one={one} signedIn={page.signedIn} />
            ))}
          </ul>
          <nav class="actions paging" aria-label={words.reports.months}>
            {[page.year - 1, page.year + 1].filter(isOffered).map((year) => (
              <a class="button" key={year} href={`/staff/reports?year=${year}`}>
                {words.reports.year(year)}
              </a>
            ))}
          </nav>
        </section>
        <LetterheadForm letterhead={page.letterhead.value} signedIn={page.signedIn} />
      </div>
    </>,
    { translated: true },
  );
}

/** What became of the change before this page. */
export function ReportNotice({ done }: { readonly done: keyof typeof REPORTS.notices | null }) {
  const words = useWords();
  if (done === null) return null;
  const { tone } = REPORTS.notices[done];
  return (
    <p class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {words.reports.notices[done].words}
    </p>
  );
}

function Month({ one, signedIn }: { readonly one: ListedMonth; readonly signedIn: SignedIn }) {
  const words = useWords();
  const name = words.reports.monthTitle(monthInWords(one.month));
  const isThere = one.state !== 'none' && one.state !== 'unreadable';
  return (
    <li>
      {isThere ? (
        <a href={`/staff/reports/${one.month}`}>{name}</a>
      ) : (
        <span>
          {name} {one.isRunning ? <span class="rule">({words.reports.running})</span> : null}
        </span>
      )}
      {one.state === 'unreadable' ? <span class="badge state-one-time">{words.reports.states.unreadable}</span> : null}
      {isThere ? (
        <span class={`badge ${one.state === 'draft' ? 'state-one-time' : 'state-active'}`}>
          {words.reports.states[one.state]}
        </span>
      ) : (
        <form method="post" action="/staff/reports">
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="month" value={one.month} autocomplete="off" />
          <button class="button" type="submit" aria-label={words.reports.takeMonth(monthInWords(one.month))}>
            {words.reports.take}
          </button>
        </form>
      )}
    </li>
  );
}

const LINES = ['superior', 'office', 'symbol', 'place', 'signerCapacity', 'signerTitle', 'signerName'] as const;
const MAY_BE_EMPTY: readonly string[] = ['superior', 'signerCapacity', 'signerName'];

function LetterheadForm({ letterhead, signedIn }: { readonly letterhead: Letterhead; readonly signedIn: SignedIn }) {
  const own = useWords().reports.letterhead;
  return (
    <section class="panel" aria-labelledby="report-letterhead">
      <h2 id="report-letterhead">{own.title}</h2>
      <p class="rule">{own.rule}</p>
      <form method="post" action="/staff/reports/letterhead">
        <FormToken signedIn={signedIn} />
        {LINES.map((name) => (
          <label key={name}>
            {own[name]}
            <input
              name={name}
              value={letterhead[name]}
              maxLength={200}
              required={!MAY_BE_EMPTY.includes(name)}
              autocomplete="off"
              lang="vi"
            />
          </label>
        ))}
        <label>
          {own.recipients}
          <textarea name="recipients" rows={5} maxLength={4000} lang="vi">
            {letterhead.recipients.join('\n')}
          </textarea>
        </label>
        <button class="button button-primary" type="submit">
          {own.save}
        </button>
      </form>
    </section>
  );
}
