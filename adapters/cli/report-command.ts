import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { isMonth, type MonthName } from '../../bot/reporting/month.ts';
import { createReports, type Report } from '../../bot/reporting/reports.ts';
import type { Config } from '../config.ts';
import { digestOf } from '../reporting/digest.ts';
import { findLibreOffice, readPages, writePdf } from '../reporting/libre-office.ts';
import { createMonthlyReports, type MonthlyReports } from '../reporting/monthly-reports.ts';
import { REPORT_WORDS } from '../reporting/report-words.ts';
import { REPORTS_LOCK } from '../reporting/reports-lock.ts';
import { openEngine } from '../stores/open-engine.ts';
import { REPORT_COMMAND } from './report-command-words.ts';

/** What the commands need of the program. */
export interface ReportSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
  /** Who sits at the terminal. */
  readonly user: () => string;
  /** Folders in which programs are looked for, as in `PATH`. */
  readonly path: string;
}

interface Options {
  readonly out: string;
  readonly retake?: boolean;
  readonly number?: string;
  readonly data?: string;
}

/** Adds `report month | approve | archive`: the monthly report as files, its approval and its archive. */
export function addReportCommands(admin: Command, surroundings: ReportSurroundings): void {
  const { print, refuse, user } = surroundings;
  const report = admin.command('report').description(REPORT_COMMAND.description);
  const data = ['--data <dir>', REPORT_COMMAND.data] as const;
  report
    .command('month')
    .description(REPORT_COMMAND.month)
    .argument('<month>', REPORT_COMMAND.monthName, readMonth)
    .option('--out <dir>', REPORT_COMMAND.out, '.')
    .option('--retake', REPORT_COMMAND.retake)
    .option(...data)
    .action((month: MonthName, options: Options) =>
      withReports(options, surroundings, async (reports) => {
        const found = await reports.find(month);
        if (found === 'unreadable' && !options.retake) return refuse(REPORT_COMMAND.unreadable);
        if (options.retake && found !== null && found !== 'unreadable' && found.state !== 'draft')
          return refuse(REPORT_COMMAND.fixed);
        const current =
          found === null || found === 'unreadable' || options.retake
            ? await reports.draft(month, user())
            : { ok: true as const, report: found };
        if (!current.ok) return refuse(REPORT_COMMAND.refused[current.reason]);
        await writeFiles(current.report, reports, options.out, surroundings);
      }),
    );
  report
    .command('approve')
    .description(REPORT_COMMAND.approve)
    .argument('<month>', REPORT_COMMAND.monthName, readMonth)
    .requiredOption('--number <number>', REPORT_COMMAND.number)
    .option(...data)
    .action((month: MonthName, options: Options) =>
      withReports(options, surroundings, async (reports) => {
        const found = await reports.find(month);
        if (found === null || found === 'unreadable') return refuse(REPORT_COMMAND[found ?? 'none']);
        const done = await reports.approve(month, options.number ?? '', found.revision, user());
        return done.ok ? print(REPORT_COMMAND.approved) : refuse(REPORT_COMMAND.refused[done.reason]);
      }),
    );
  report
    .command('archive')
    .description(REPORT_COMMAND.archive)
    .argument('<month>', REPORT_COMMAND.monthName, readMonth)
    .option(...data)
    .action((month: MonthName, options: Options) =>
      withReports(options, surroundings, async (reports) => {
        const found = await reports.find(month);
        if (found === null || found === 'unreadable') return refuse(REPORT_COMMAND[found ?? 'none']);
        const done = await reports.archive(found, user());
        return done.ok ? print(REPORT_COMMAND.archived) : refuse(REPORT_COMMAND.refused[done.reason]);
      }),
    );
}

async function writeFiles(
  report: Report,
  reports: MonthlyReports,
  folder: string,
  { print, path }: ReportSurroundings,
): Promise<void> {
  const { docx, xlsx } = await reports.files(report);
  await mkdir(folder, { recursive: true });
  const file = (extension: string) => join(folder, `bao-cao-${report.month}.${extension}`);
  await Promise.all([writeFile(file('docx'), docx), writeFile(file('xlsx'), xlsx)]);
  print(REPORT_COMMAND.written(REPORT_COMMAND.states[report.state], report.snapshot.counts['turns']?.turns ?? 0));
  print(`${file('docx')}  sha256 ${digestOf(docx)}`);
  print(`${file('xlsx')}  sha256 ${digestOf(xlsx)}`);
  const libreOffice = await findLibreOffice(path);
  if (libreOffice === null) return print(REPORT_COMMAND.noPdf);
  const pdf = await writePdf(libreOffice, file('docx'));
  print(pdf);
  // Letters that come from a second font are neither in line with the others nor found by who searches.
  if (!(await readPages(pdf)).some((page) => page.includes(REPORT_WORDS.nation))) print(REPORT_COMMAND.poorFont);
  await rm(join(folder, '.libreoffice'), { recursive: true, force: true });
}

async function withReports(
  { data }: Options,
  { config, now }: ReportSurroundings,
  work: (reports: MonthlyReports) => Promise<void>,
): Promise<void> {
  const settings = config();
  const engine = await openEngine({ ...settings, dataDir: data ?? settings.dataDir });
  try {
    const reports = createReports({ ...engine, now, lock: engine.lock(REPORTS_LOCK) });
    await work(createMonthlyReports(reports, { ...engine, now }));
  } finally {
    await engine.close();
  }
}

function readMonth(value: string): MonthName {
  if (!isMonth(value)) throw new InvalidArgumentError(REPORT_COMMAND.badMonth);
  return value;
}
