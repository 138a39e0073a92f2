import { type MonthName, periodOf } from '../../bot/reporting/month.ts';
import type { Report, ReportChange, ReportFiles, Reports } from '../../bot/reporting/reports.ts';
import { digestOf } from './digest.ts';
import { draftWords } from './draft-words.ts';
import { type SnapshotSources, takeSnapshot } from './take-snapshot.ts';

/** The reports as people work with them: figures are read from the ledger, files are made. */
export interface MonthlyReports extends Omit<Reports, 'draft' | 'archive' | 'archivedFiles'> {
  /** Reads the figures of a month as they are now, and drafts its report; `early`: the month has not begun. */
  draft(month: MonthName, by: string): Promise<ReportChange | { readonly ok: false; readonly reason: 'early' }>;
  /** Word and spreadsheet; those of an archived report are the ones that were kept, byte for byte, unless they are lost. */
  files(report: Report): Promise<ReportFiles>;
  /** Whether the files that were archived cannot be read, so that `files` makes them again. */
  lostFiles(report: Report): Promise<boolean>;
  /** Keeps the files of an approved report for good. */
  archive(report: Report, by: string): Promise<ReportChange>;
}

/** Joins the kept reports with what their figures are read from. */
export function createMonthlyReports(reports: Reports, sources: Omit<SnapshotSources, 'reports'>): MonthlyReports {
  async function made(report: Report): Promise<ReportFiles> {
    // Loaded here, because their libraries are large and most processes never make a file.
    const [{ reportDocument }, { reportAnnex }] = await Promise.all([
      import('./report-document.ts'),
      import('./report-annex.ts'),
    ]);
    return { docx: await reportDocument(report, (await reports.letterhead()).value), xlsx: await reportAnnex(report) };
  }

  return {
    find: reports.find,
    letterhead: reports.letterhead,
    setLetterhead: reports.setLetterhead,
    edit: reports.edit,
    approve: reports.approve,

    async draft(month, by) {
      if (periodOf(month).from > sources.now()) return { ok: false, reason: 'early' };
      const snapshot = await takeSnapshot(month, { ...sources, reports });
      return reports.draft(snapshot, draftWords(snapshot), by);
    },

    async files(report) {
      const kept = report.state === 'archived' ? await reports.archivedFiles(report.month) : null;
      return kept === null || kept === 'unreadable' ? made(report) : kept;
    },

    async lostFiles({ state, month }) {
      return state === 'archived' && (await reports.archivedFiles(month)) === 'unreadable';
    },

    async archive(report, by) {
      const files = await made(report);
      const digests = { docx: digestOf(files.docx), xlsx: digestOf(files.xlsx) };
      return reports.archive(report.month, files, digests, by);
    },
  };
}
