import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { findLibreOffice } from '../../adapters/reporting/libre-office.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { startProgram } from '../builders/program.ts';
import { writeMonth } from './reporting/generated-month.ts';

/**
 * Measures the monthly report as the command that people run, from start to end, over a ledger of generated turns:
 * `npm run bench:report -- [--turns 100000] [--json]`. The month before has a fifth of them. Once without LibreOffice, and
 * where there is one, once with the PDF that it makes.
 */

const MONTH = '2026-10';
const BEFORE = '2026-09';

const options = new Command('bench:report')
  .option('--turns <number>', 'turns of the month', Number, 100_000)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ turns: number; json?: boolean }>();

const dataDir = mkdtempSync(join(tmpdir(), 'bench-report-'));
try {
  const database = openDatabase(join(dataDir, 'state.db'));
  writeMonth(database, periodOf(BEFORE), Math.round(options.turns / 5), 'before');
  writeMonth(database, periodOf(MONTH), options.turns, 'month');
  database.close();
  const path = process.env['PATH'] ?? '';
  // Without a path the program finds no LibreOffice, and ends with the figures, the Word file and the workbook.
  const seconds = await timeReport('');
  const withPdf = (await findLibreOffice(path)) === null ? null : await timeReport(path);
  if (withPdf !== null && !existsSync(join(dataDir, `bao-cao-${MONTH}.pdf`))) throw new Error('no PDF was made');
  const result = { turns: options.turns, seconds, withPdfSeconds: withPdf, within10Seconds: (withPdf ?? seconds) < 10 };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : inWords(result));
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function timeReport(path: string): Promise<number> {
  const startedAt = performance.now();
  const command = ['admin', 'report', 'month', MONTH, '--out', dataDir, '--data', dataDir];
  const { code, error } = await startProgram(command, { PATH: path }).ended;
  if (code !== 0) throw new Error(error);
  return secondsSince(startedAt);
}

function secondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt) / 1_000;
}

function inWords(result: {
  readonly turns: number;
  readonly seconds: number;
  readonly withPdfSeconds: number | null;
}): string {
  const { turns, seconds, withPdfSeconds } = result;
  const withPdf = withPdfSeconds === null ? 'not measured, there is no LibreOffice here' : `${withPdfSeconds} s`;
  return [
    `${turns} turns, from the start of the command to its end: figures, Word file and workbook ${seconds} s`,
    `with the PDF, which LibreOffice makes: ${withPdf} (goal: below 10 s)`,
    '',
  ].join('\n');
}
