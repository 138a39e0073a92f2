import type { Request, Response } from 'express';
import { z } from 'zod';
import { dateOf, dayNumberAt } from '../../../bot/office-hours/day-number.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { ReportRows } from '../../../bot/ports/report-rows.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import { letterheadForm } from '../../../bot/reporting/letterhead.ts';
import { isMonth, periodOf } from '../../../bot/reporting/month.ts';
import type { Report, ReportFiles } from '../../../bot/reporting/reports.ts';
import type { MonthlyReports } from '../../reporting/monthly-reports.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import { countedBy, findGaps, findTickets, findTurns } from './find-rows.ts';
import { type ListedMonth, renderReportListPage } from './report-list-page.tsx';
import { renderReportPage, rowsAddress } from './report-page.tsx';
import { renderRowsPage } from './rows-page.tsx';
import { REPORTS } from './vietnamese.ts';

const ROWS_A_PAGE = 100;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(12 - index).padStart(2, '0'));
const FILE_TYPES: Readonly<Record<keyof ReportFiles, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const notice = z.enum(Object.keys(REPORTS.notices) as [keyof typeof REPORTS.notices]); // its keys
const pageQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2099).nullable().catch(null),
  done: notice.nullable().catch(null),
});
const rowsQuery = z.object({
  figure: z.string().max(80).catch('turns'),
  skip: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});
const monthForm = z.object({ month: z.string().refine(isMonth) });
const words = z
  .string()
  .max(8_000)
  .transform((text) => text.normalize('NFC').trim());
const seen = z.coerce.number().int().catch(-1);
const wordsForm = z.object({ assessment: words, proposals: words, seen });
const approveForm = z.object({
  number: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(20)),
  seen,
});

/** What the pages of the reports need. */
export interface ReportRoutesDependencies {
  readonly reports: MonthlyReports;
  readonly reportRows: ReportRows;
  readonly gaps: Gaps;
  readonly staff: StaffStore;
  readonly onAudit: OnAudit;
  readonly now: () => number;
}

/** The pages of the monthly reports: drafted, edited, approved, archived and taken away; every figure leads to its rows. */
export function addReportRoutes(guard: ReturnType<typeof createGuard>, deps: ReportRoutesDependencies): void {
  const { reports, reportRows, staff, onAudit, now } = deps;

  guard.staff('GET /staff/reports', async (request, response, signedIn) => {
    const { year: asked, done } = pageQuery.parse(request.query);
    const latest = dateOf(dayNumberAt(now())).year;
    const year = asked ?? latest;
    const begun = MONTHS.map((month) => `${year}-${month}`).filter((month) => periodOf(month).from <= now());
    const months = await Promise.all(
      begun.map(async (month): Promise<ListedMonth> => {
        const report = await reports.find(month);
        const state = report === 'unreadable' ? report : (report?.state ?? 'none');
        return { month, state, isRunning: periodOf(month).until > now() };
      }),
    );
    const letterhead = await reports.letterhead();
    response.send(renderReportListPage({ signedIn, year, latest, months, letterhead, done }));
  });

  guard.staff('POST /staff/reports', async (request, response, signedIn) => {
    const form = monthForm.safeParse(request.body);
    if (!form.success) return refuseUnknown(response, signedIn);
    const drafted = await reports.draft(form.data.month, signedIn.account.name);
    if (!drafted.ok && drafted.reason === 'early') return response.redirect(303, '/staff/reports?done=early');
    response.redirect(303, `/staff/reports/${form.data.month}?done=${drafted.ok ? 'drafted' : drafted.reason}`);
  });

  guard.staff('POST /staff/reports/letterhead', async (request, response, signedIn) => {
    const form = letterheadForm.safeParse(request.body);
    if (form.success) await reports.setLetterhead(form.data, signedIn.account.name);
    response.redirect(303, `/staff/reports?done=${form.success ? 'letterhead' : 'bad-form'}`);
  });

  guard.staff('GET /staff/reports/:month', async (request, response, signedIn) => {
    const report = await found(request);
    if (report === null) return refuseUnknown(response, signedIn);
    const lostFiles = await reports.lostFiles(report);
    const names = new Map((await staff.list()).map(({ account }) => [account.name, account.displayName]));
    const { done } = pageQuery.parse(request.query);
    response.send(renderReportPage({ signedIn, report, lostFiles, names, done }));
  });

  guard.staff('GET /staff/reports/:month/rows', async (request, response, signedIn) => {
    const { month } = request.params;
    if (typeof month !== 'string' || !isMonth(month)) return refuseUnknown(response, signedIn);
    const report = await found(request);
    const { figure, skip } = rowsQuery.parse(request.query);
    const kind = countedBy(figure);
    const takenAt = report?.snapshot.takenAt ?? now();
    const tickets = kind === 'tickets' ? await findTickets(reportRows, month, figure, takenAt) : [];
    const needs = kind === 'gaps' ? await findGaps(deps.gaps, month, figure, now()) : [];
    const { turns, more } =
      kind === 'turns'
        ? await findTurns(reportRows, month, figure, { skip, limit: ROWS_A_PAGE })
        : { turns: [], more: false };
    const next = more ? `${rowsAddress(month, figure)}&skip=${skip + ROWS_A_PAGE}` : null;
    const back = report === null ? '/staff/reports' : `/staff/reports/${month}`;
    response.send(renderRowsPage({ signedIn, figure, turns, tickets, needs, next, back }));
  });

  for (const kind of ['docx', 'xlsx'] as const) {
    guard.staff(`GET /staff/reports/:month/${kind}`, async (request, response, signedIn) => {
      const report = await found(request);
      if (report === null) return refuseUnknown(response, signedIn);
      const files = await reports.files(report);
      onAudit(signedIn.account.name, 'report.download', `${report.month}.${kind}`);
      response.set('Content-Type', FILE_TYPES[kind]);
      response.set('Content-Disposition', `attachment; filename="bao-cao-${report.month}.${kind}"`);
      response.send(Buffer.from(files[kind]));
    });
  }

  guard.staff('POST /staff/reports/:month/words', async (request, response, signedIn) => {
    const report = await found(request);
    const form = wordsForm.safeParse(request.body);
    if (report === null) return refuseUnknown(response, signedIn);
    if (!form.success) return response.redirect(303, `/staff/reports/${report.month}?done=bad-form`);
    const { seen: revision, ...edited } = form.data;
    const done = await reports.edit(report.month, edited, revision, signedIn.account.name);
    response.redirect(303, `/staff/reports/${report.month}?done=${done.ok ? 'edited' : done.reason}`);
  });

  guard.staff('POST /staff/reports/:month/approve', async (request, response, signedIn) => {
    const report = await found(request);
    const form = approveForm.safeParse(request.body);
    if (report === null) return refuseUnknown(response, signedIn);
    if (!form.success) return response.redirect(303, `/staff/reports/${report.month}?done=bad-form`);
    const { number, seen: revision } = form.data;
    const done = await reports.approve(report.month, number, revision, signedIn.account.name);
    response.redirect(303, `/staff/reports/${report.month}?done=${done.ok ? 'approved' : done.reason}`);
  });

  guard.staff('POST /staff/reports/:month/archive', async (request, response, signedIn) => {
    const report = await found(request);
    if (report === null) return refuseUnknown(response, signedIn);
    const done = await reports.archive(report, signedIn.account.name);
    response.redirect(303, `/staff/reports/${report.month}?done=${done.ok ? 'archived' : done.reason}`);
  });

  async function found(request: Request): Promise<Report | null> {
    const { month } = request.params;
    const report = typeof month === 'string' && isMonth(month) ? await reports.find(month) : null;
    // The list of months says that it cannot be read, and offers to draft the month anew.
    return report === 'unreadable' ? null : report;
  }
}

function refuseUnknown(response: Response, signedIn: SignedIn): void {
  const { unknown, back } = wordsIn(signedIn.preferences.language).reports;
  response
    .status(404)
    .send(renderRefusal(signedIn, unknown, { href: '/staff/reports', words: back }, { translated: true }));
}
