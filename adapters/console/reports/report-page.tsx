import type { Report } from '../../../bot/reporting/reports.ts';
import { monthInWords } from '../../reporting/report-charts.ts';
import type { ChartBar, ReportCell, ReportTable } from '../../reporting/report-parts.ts';
import { type ReportSection, reportSections } from '../../reporting/report-sections.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ReportNotice } from './report-list-page.tsx';
import type { REPORTS } from './vietnamese.ts';

/** Parts that people write, in Vietnamese; the page shows them as fields while they may be edited. */
const WRITTEN: readonly ReportSection['id'][] = ['assessment', 'proposals'];

/** The address of the rows behind a figure. */
export function rowsAddress(month: string, figure: string): string {
  return `/staff/reports/${month}/rows?${new URLSearchParams({ figure })}`;
}

function barAddress({ figure, month: ofMonth }: ChartBar, month: string): string | null {
  return figure === undefined ? null : rowsAddress(ofMonth ?? month, figure);
}

/** A report with its figures, each leading to its rows, and what may be done with it next. */
export function renderReportPage(page: {
  readonly signedIn: SignedIn;
  readonly report: Report;
  /** Whether its archived files cannot be read. */
  readonly lostFiles: boolean;
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: keyof typeof REPORTS.notices | null;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { report, signedIn, names } = page;
  const isDraft = report.state === 'draft';
  const sections = reportSections(report, words).filter(({ id }) => !isDraft || !WRITTEN.includes(id));
  const title = words.reports.monthTitle(monthInWords(report.month));
  return renderAdminPage(
    signedIn,
    title,
    <>
      <div class="panel-head">
        <h1>{title}</h1>
        <span class={`badge ${isDraft ? 'state-one-time' : 'state-active'}`}>{words.reports.states[report.state]}</span>
      </div>
      <ReportNotice done={page.done} />
      <UnreadableNotice kinds={page.lostFiles ? ['reportFiles'] : []} />
      <p class="rule">{standingOf(report, names, words)}</p>
      <nav class="actions paging" aria-label={title}>
        <a class="button" href={`/staff/reports/${report.month}/docx`}>
          {words.reports.docx}
        </a>
        <a class="button" href={`/staff/reports/${report.month}/xlsx`}>
          {words.reports.xlsx}
        </a>
        <a class="button" href="/staff/reports">
          {words.reports.back}
        </a>
      </nav>
      {sections.map((section) => (
        <Section key={section.id} section={section} month={report.month} />
      ))}
      {isDraft ? <WordsForm report={report} signedIn={signedIn} /> : null}
      <NextStep report={report} signedIn={signedIn} />
      <p class="rule">{words.report.privacy}</p>
    </>,
    { styles: ['/assets/reports.css'], translated: true },
  );
}

function standingOf(
  { snapshot, approved, archived, number }: Report,
  names: ReadonlyMap<string, string>,
  words: ConsoleWords,
): string {
  const nameOf = (name: string) => names.get(name) ?? name;
  return [
    words.reports.taken(momentInWords(snapshot.takenAt, words.times)),
    ...(approved === null
      ? []
      : [words.reports.approvedBy(number ?? '', momentInWords(approved.at, words.times), nameOf(approved.by))]),
    ...(archived === null
      ? []
      : [words.reports.archivedAt(momentInWords(archived.at, words.times), nameOf(archived.by))]),
  ].join(' ');
}

function Section({ section, month }: { readonly section: ReportSection; readonly month: string }) {
  const words = useWords();
  const tables = section.tables.filter(({ rows }) => rows.length > 0);
  const isEmpty = section.paragraphs.length === 0 && tables.length === 0;
  return (
    <section class="panel" aria-labelledby={`part-${section.id}`}>
      <h2 id={`part-${section.id}`}>{section.title}</h2>
      {section.paragraphs.map((text) => (
        <p key={text} lang={WRITTEN.includes(section.id) ? 'vi' : undefined}>
          {text}
        </p>
      ))}
      {section.id === 'punctuality' ? <TicketLinks month={month} /> : null}
      {isEmpty ? <p>{words.report.noRows}</p> : null}
      {tables.map((table) => (
        <Figures key={table.caption} table={table} month={month} />
      ))}
      {section.charts
        .filter(({ bars }) => bars.length > 0)
        .map((chart) => (
          <ChartFrame key={chart.title} chart={chart} to={(bar) => barAddress(bar, month)} />
        ))}
    </section>
  );
}

/** The tickets behind the sums that the section says in a sentence. */
function TicketLinks({ month }: { readonly month: string }) {
  const { title, figures } = useWords().reports.tickets;
  return (
    <nav class="actions paging" aria-label={title}>
      {Object.entries(figures).map(([figure, words]) => (
        <a class="button" key={figure} href={rowsAddress(month, figure)}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function Figures({ table, month }: { readonly table: ReportTable; readonly month: string }) {
  return (
    <table class="users audit figures">
      <caption>{table.caption}</caption>
      <TableHead columns={table.columns} />
      <tbody>
        {table.rows.map(([head, ...cells]) => (
          <tr key={head?.text}>
            <th scope="row">{head === undefined ? null : <Cell cell={head} month={month} />}</th>
            {cells.map((cell, index) => (
              <td
                key={table.columns[index + 1]}
                class={cell.isNumber ? 'figure' : undefined}
                data-column={table.columns[index + 1]}
              >
                <Cell cell={cell} month={month} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, month }: { readonly cell: ReportCell; readonly month: string }) {
  if (cell.said) return <span lang="vi">{cell.text}</span>;
  if (cell.ticketId !== undefined)
    return <a href={`/staff/tickets/${encodeURIComponent(cell.ticketId)}`}>{cell.text}</a>;
  if (cell.incidentId !== undefined)
    return <a href={`/staff/incidents/${encodeURIComponent(cell.incidentId)}`}>{cell.text}</a>;
  return cell.figure === undefined ? cell.text : <a href={rowsAddress(month, cell.figure)}>{cell.text}</a>;
}

function WordsForm({ report, signedIn }: { readonly report: Report; readonly signedIn: SignedIn }) {
  const words = useWords();
  return (
    <section class="panel" aria-labelledby="report-words">
      <h2 id="report-words">{words.reports.words}</h2>
      <p class="rule">{words.reports.wordsRule}</p>
      <form method="post" action={`/staff/reports/${report.month}/words`}>
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="seen" value={report.revision} autocomplete="off" />
        <label>
          {words.reports.assessment}
          <textarea name="assessment" rows={7} maxLength={8000} lang="vi">
            {report.words.assessment}
          </textarea>
        </label>
        <label>
          {words.reports.proposals}
          <textarea name="proposals" rows={7} maxLength={8000} lang="vi">
            {report.words.proposals}
          </textarea>
        </label>
        <button class="button button-primary" type="submit">
          {words.reports.save}
        </button>
      </form>
    </section>
  );
}

function NextStep({ report, signedIn }: { readonly report: Report; readonly signedIn: SignedIn }) {
  const words = useWords();
  if (report.state === 'archived') return null;
  return (
    <div class="admin-columns">
      {report.state === 'draft' ? (
        <>
          <form class="panel" method="post" action={`/staff/reports/${report.month}/approve`}>
            <h2>{words.reports.approve}</h2>
            <p class="rule">{words.reports.approveRule}</p>
            <FormToken signedIn={signedIn} />
            <input type="hidden" name="seen" value={report.revision} autocomplete="off" />
            <label>
              {words.reports.number}
              <input name="number" required maxLength={20} autocomplete="off" />
            </label>
            <button class="button button-primary" type="submit">
              {words.reports.approve}
            </button>
          </form>
          <form class="panel" method="post" action="/staff/reports">
            <h2>{words.reports.retake}</h2>
            <p class="rule">{words.reports.retakeRule}</p>
            <FormToken signedIn={signedIn} />
            <input type="hidden" name="month" value={report.month} autocomplete="off" />
            <button class="button" type="submit">
              {words.reports.retake}
            </button>
          </form>
        </>
      ) : (
        <form class="panel" method="post" action={`/staff/reports/${report.month}/archive`}>
          <h2>{words.reports.archive}</h2>
          <p class="rule">{words.reports.archiveRule}</p>
          <FormToken signedIn={signedIn} />
          <button class="button button-primary" type="submit">
            {words.reports.archive}
          </button>
        </form>
      )}
    </div>
  );
}
