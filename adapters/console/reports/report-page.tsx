import type { Report } from '../../../bot/reporting/reports.ts';
import {
  monthInWords,
  type ReportCell,
  type ReportSection,
  type ReportTable,
  reportSections,
} from '../../reporting/report-sections.ts';
import { REPORT_WORDS } from '../../reporting/report-words.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ReportNotice } from './report-list-page.tsx';
import { REPORTS } from './vietnamese.ts';

/** Parts that the page shows as fields while they may be edited. */
const WRITTEN: readonly ReportSection['id'][] = ['assessment', 'proposals'];

/** The address of the rows behind a figure. */
export function rowsAddress(month: string, figure: string): string {
  return `/staff/reports/${month}/rows?${new URLSearchParams({ figure })}`;
}

/** A report with its figures, each leading to its rows, and what may be done with it next. */
export function renderReportPage(page: {
  readonly signedIn: SignedIn;
  readonly report: Report;
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: keyof typeof REPORTS.notices | null;
}): string {
  const { report, signedIn, names } = page;
  const isDraft = report.state === 'draft';
  const sections = reportSections(report).filter(({ id }) => !isDraft || !WRITTEN.includes(id));
  const title = REPORTS.monthTitle(monthInWords(report.month));
  return renderAdminPage(
    signedIn,
    title,
    <>
      <div class="panel-head">
        <h1>{title}</h1>
        <span class={`badge ${isDraft ? 'state-one-time' : 'state-active'}`}>{REPORTS.states[report.state]}</span>
      </div>
      <ReportNotice done={page.done} />
      <p class="rule">{standingOf(report, names)}</p>
      <nav class="actions paging" aria-label={title}>
        <a class="button" href={`/staff/reports/${report.month}/docx`}>
          {REPORTS.docx}
        </a>
        <a class="button" href={`/staff/reports/${report.month}/xlsx`}>
          {REPORTS.xlsx}
        </a>
        <a class="button" href="/staff/reports">
          {REPORTS.back}
        </a>
      </nav>
      {sections.map((section) => (
        <Section key={section.id} section={section} month={report.month} />
      ))}
      {isDraft ? <WordsForm report={report} signedIn={signedIn} /> : null}
      <NextStep report={report} signedIn={signedIn} />
      <p class="rule">{REPORT_WORDS.privacy}</p>
    </>,
    { styles: ['/assets/reports.css'] },
  );
}

function standingOf({ snapshot, approved, archived, number }: Report, names: ReadonlyMap<string, string>): string {
  const nameOf = (name: string) => names.get(name) ?? name;
  return [
    REPORTS.taken(momentInWords(snapshot.takenAt)),
    ...(approved === null ? [] : [REPORTS.approvedBy(number ?? '', momentInWords(approved.at), nameOf(approved.by))]),
    ...(archived === null ? [] : [REPORTS.archivedAt(momentInWords(archived.at), nameOf(archived.by))]),
  ].join(' ');
}

function Section({ section, month }: { readonly section: ReportSection; readonly month: string }) {
  const tables = section.tables.filter(({ rows }) => rows.length > 0);
  const isEmpty = section.paragraphs.length === 0 && tables.length === 0;
  return (
    <section class="panel" aria-labelledby={`part-${section.id}`}>
      <h2 id={`part-${section.id}`}>{section.title}</h2>
      {section.paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {section.id === 'punctuality' ? <TicketLinks month={month} /> : null}
      {isEmpty ? <p>{REPORT_WORDS.noRows}</p> : null}
      {tables.map((table) => (
        <Figures key={table.caption} table={table} month={month} />
      ))}
      {section.charts
        .filter(({ bars }) => bars.length > 0)
        .map((chart) => (
          <ChartFrame key={chart.title} chart={chart} />
        ))}
    </section>
  );
}

/** The tickets behind the sums that the section says in a sentence. */
function TicketLinks({ month }: { readonly month: string }) {
  return (
    <nav class="actions paging" aria-label={REPORTS.tickets.title}>
      {Object.entries(REPORTS.tickets.figures).map(([figure, words]) => (
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
  if (cell.ticketId !== undefined)
    return <a href={`/staff/tickets/${encodeURIComponent(cell.ticketId)}`}>{cell.text}</a>;
  if (cell.incidentId !== undefined)
    return <a href={`/staff/incidents/${encodeURIComponent(cell.incidentId)}`}>{cell.text}</a>;
  return cell.figure === undefined ? cell.text : <a href={rowsAddress(month, cell.figure)}>{cell.text}</a>;
}

function WordsForm({ report, signedIn }: { readonly report: Report; readonly signedIn: SignedIn }) {
  return (
    <section class="panel" aria-labelledby="report-words">
      <h2 id="report-words">{REPORTS.words}</h2>
      <p class="rule">{REPORTS.wordsRule}</p>
      <form method="post" action={`/staff/reports/${report.month}/words`}>
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="seen" value={report.revision} autocomplete="off" />
        <label>
          {REPORTS.assessment}
          <textarea name="assessment" rows={7} maxLength={8000}>
            {report.words.assessment}
          </textarea>
        </label>
        <label>
          {REPORTS.proposals}
          <textarea name="proposals" rows={7} maxLength={8000}>
            {report.words.proposals}
          </textarea>
        </label>
        <button class="button button-primary" type="submit">
          {REPORTS.save}
        </button>
      </form>
    </section>
  );
}

function NextStep({ report, signedIn }: { readonly report: Report; readonly signedIn: SignedIn }) {
  if (report.state === 'archived') return null;
  return (
    <div class="admin-columns">
      {report.state === 'draft' ? (
        <>
          <form class="panel" method="post" action={`/staff/reports/${report.month}/approve`}>
            <h2>{REPORTS.approve}</h2>
            <p class="rule">{REPORTS.approveRule}</p>
            <FormToken signedIn={signedIn} />
            <input type="hidden" name="seen" value={report.revision} autocomplete="off" />
            <label>
              {REPORTS.number}
              <input name="number" required maxLength={20} autocomplete="off" />
            </label>
            <button class="button button-primary" type="submit">
              {REPORTS.approve}
            </button>
          </form>
          <form class="panel" method="post" action="/staff/reports">
            <h2>{REPORTS.retake}</h2>
            <p class="rule">{REPORTS.retakeRule}</p>
            <FormToken signedIn={signedIn} />
            <input type="hidden" name="month" value={report.month} autocomplete="off" />
            <button class="button" type="submit">
              {REPORTS.retake}
            </button>
          </form>
        </>
      ) : (
        <form class="panel" method="post" action={`/staff/reports/${report.month}/archive`}>
          <h2>{REPORTS.archive}</h2>
          <p class="rule">{REPORTS.archiveRule}</p>
          <FormToken signedIn={signedIn} />
          <button class="button button-primary" type="submit">
            {REPORTS.archive}
          </button>
        </form>
      )}
    </div>
  );
}
