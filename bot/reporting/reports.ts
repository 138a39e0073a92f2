import { z } from 'zod';
import { contentsOf, type KeptContents, putAside } from '../kept-contents.ts';
import type { AuditLog } from '../ports/audit.ts';
import type { KeptValues, Lock } from '../ports/kept-values.ts';
import { type Letterhead, letterheadSchema, USUAL_LETTERHEAD } from './letterhead.ts';
import type { MonthName } from './month.ts';
import { type ReportSnapshot, snapshotSchema } from './snapshot.ts';

/** The kept value that holds the letterhead of all reports, as JSON. */
export const LETTERHEAD_VALUE = 'report-letterhead';
const REPORT = 'report:';
const FILES = 'report-files:';
/** How the names of the kept values of reports and of their files begin, before the month. */
export const REPORT_VALUES = { report: REPORT, files: FILES } as const;
const reportValue = (month: MonthName) => `${REPORT}${month}`;
const filesValue = (month: MonthName) => `${FILES}${month}`;

const words = z.object({ assessment: z.string(), proposals: z.string() });
const step = z.object({ at: z.number(), by: z.string() });

const reportJson = z.object({
  month: z.string(),
  state: z.enum(['draft', 'approved', 'archived']),
  /** Grows with each change, so that nobody approves what they have not seen. */
  revision: z.number(),
  snapshot: snapshotSchema,
  words,
  /** As they were drafted; words that still equal them are drafted anew with new figures. */
  draftedWords: words,
  letterhead: letterheadSchema.nullable(),
  number: z.string().nullable(),
  drafted: step,
  approved: step.nullable(),
  archived: step.nullable(),
});
const filesJson = z.object({ docx: z.base64(), xlsx: z.base64() });

/** The parts of a report that people write. */
export type ReportWords = Readonly<z.infer<typeof words>>;

/** The report of a month; from its approval on nothing in it changes. */
export type Report = Readonly<z.infer<typeof reportJson>>;

/** A report as files. */
export interface ReportFiles {
  readonly docx: Uint8Array;
  readonly xlsx: Uint8Array;
}

/**
 * What became of a change; `stale`: somebody else was faster, or the report is past it; `no-letterhead`: the one that is
 * kept cannot be read. Then nothing is changed.
 */
export type ReportChange =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly reason: 'stale' | 'no-letterhead' };

/** The office's reports among the kept values: drafted, edited, approved, archived, each step in the audit log. */
export interface Reports {
  /** `unreadable`: one is kept, but nobody can read what it says. */
  find(month: MonthName): Promise<Report | 'unreadable' | null>;
  letterhead(): Promise<KeptContents<Letterhead>>;
  setLetterhead(letterhead: Letterhead, by: string): Promise<void>;
  /**
   * Drafts a month, or puts newer figures into its draft; words that people wrote stay. A report that cannot be read is
   * put aside, and the month is drafted as for the first time.
   */
  draft(snapshot: ReportSnapshot, drafted: ReportWords, by: string): Promise<ReportChange>;
  edit(month: MonthName, edited: ReportWords, seen: number, by: string): Promise<ReportChange>;
  /** Fixes figures, words, letterhead and number. */
  approve(month: MonthName, number: string, seen: number, by: string): Promise<ReportChange>;
  /** Keeps the files of an approved report as they are. `digests` go into the audit log. */
  archive(
    month: MonthName,
    files: ReportFiles,
    digests: { readonly docx: string; readonly xlsx: string },
    by: string,
  ): Promise<ReportChange>;
  /** The files of an archived report; `unreadable`: they are kept, but are no files any more. */
  archivedFiles(month: MonthName): Promise<ReportFiles | 'unreadable' | null>;
}

/** Reports in the kept values of all processes; changes are made under one lock and written down before they are made. */
export function createReports(surroundings: {
  readonly kept: KeptValues;
  readonly audit: AuditLog;
  readonly lock: Lock;
  readonly now: () => number;
}): Reports {
  const { kept, audit, lock, now } = surroundings;

  async function find(month: MonthName): Promise<Report | 'unreadable' | null> {
    const { value, unreadable } = contentsOf<Report | null>(await kept.get(reportValue(month)), {
      parse: readReport,
      usual: null,
    });
    return unreadable ? 'unreadable' : value;
  }

  async function letterhead(): Promise<KeptContents<Letterhead>> {
    return contentsOf(await kept.get(LETTERHEAD_VALUE), { parse: readLetterhead, usual: USUAL_LETTERHEAD });
  }

  /** `next` gives the report after the change, `null` where it may not be made. One that cannot be read is none. */
  function change(
    month: MonthName,
    action: 'draft' | 'edit' | 'approve' | 'archive',
    by: string,
    next: (before: Report | null, at: number) => Promise<Report | null | 'no-letterhead'> | Report | null,
    facts: Readonly<Record<string, string | number>> = {},
  ): Promise<ReportChange> {
    return lock(async () => {
      const at = now();
      const found = await find(month);
      const report = await next(found === 'unreadable' ? null : found, at);
      if (report === null || report === 'no-letterhead') return { ok: false, reason: report ?? 'stale' };
      const { revision } = report;
      await audit.append({ at, actor: by, action: `report.${action}`, subject: month, facts: { revision, ...facts } });
      if (found === 'unreadable') await putAside(kept, reportValue(month));
      await kept.set(reportValue(month), JSON.stringify(report));
      return { ok: true, report };
    });
  }

  return {
    find,
    letterhead,

    async setLetterhead(changed, by) {
      await lock(async () => {
        await audit.append({ at: now(), actor: by, action: 'report.letterhead', subject: 'letterhead', facts: {} });
        if ((await letterhead()).unreadable) await putAside(kept, LETTERHEAD_VALUE);
        await kept.set(LETTERHEAD_VALUE, JSON.stringify(changed));
      });
    },

    draft(snapshot, draftedWords, by) {
      return change(snapshot.month, 'draft', by, (before, at) => {
        if (before !== null && before.state !== 'draft') return null;
        const isOwn = before !== null && !sameWords(before.words, before.draftedWords);
        return {
          month: snapshot.month,
          state: 'draft',
          revision: (before?.revision ?? 0) + 1,
          snapshot,
          words: isOwn ? before.words : draftedWords,
          draftedWords,
          letterhead: null,
          number: null,
          drafted: { at, by },
          approved: null,
          archived: null,
        };
      });
    },

    edit(month, edited, seen, by) {
      return change(month, 'edit', by, (before) =>
        before?.state === 'draft' && before.revision === seen ? { ...before, words: edited, revision: seen + 1 } : null,
      );
    },

    approve(month, number, seen, by) {
      return change(
        month,
        'approve',
        by,
        async (before, at) => {
          if (before?.state !== 'draft' || before.revision !== seen) return null;
          const { value, unreadable } = await letterhead();
          // What is approved bears the office's own letterhead for good, never the usual one in its stead.
          if (unreadable) return 'no-letterhead';
          const approved = { at, by };
          return { ...before, state: 'approved', revision: seen + 1, letterhead: value, number, approved };
        },
        { number },
      );
    },

    archive(month, files, digests, by) {
      return change(
        month,
        'archive',
        by,
        async (before, at) => {
          if (before?.state !== 'approved') return null;
          const docx = Buffer.from(files.docx).toString('base64');
          const xlsx = Buffer.from(files.xlsx).toString('base64');
          await kept.set(filesValue(month), JSON.stringify({ docx, xlsx }));
          return { ...before, state: 'archived', revision: before.revision + 1, archived: { at, by } };
        },
        digests,
      );
    },

    async archivedFiles(month) {
      const value = await kept.get(filesValue(month));
      const files = contentsOf<ReportFiles | null>(value, { parse: readReportFiles, usual: null });
      return files.unreadable ? 'unreadable' : files.value;
    },
  };
}

/** A report that was kept. @throws ZodError, SyntaxError */
export function readReport(value: string): Report {
  return reportJson.parse(JSON.parse(value));
}

/** The letterhead that was kept. @throws ZodError, SyntaxError */
export function readLetterhead(value: string): Letterhead {
  return letterheadSchema.parse(JSON.parse(value));
}

/** The files of an archived report that were kept. @throws ZodError, SyntaxError */
export function readReportFiles(value: string): ReportFiles {
  const { docx, xlsx } = filesJson.parse(JSON.parse(value));
  return { docx: Buffer.from(docx, 'base64'), xlsx: Buffer.from(xlsx, 'base64') };
}

function sameWords(one: ReportWords, other: ReportWords): boolean {
  return one.assessment === other.assessment && one.proposals === other.proposals;
}
