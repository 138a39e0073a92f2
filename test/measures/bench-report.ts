import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { findLibreOffice, writePdf } from '../../adapters/reporting/libre-office.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { startProgram } from '../builders/program.ts';
import { writeMonth } from './reporting/generated-month.ts';

/**
 * Measures the monthly report as the command that people run, from start to end, over a ledger of generated turns:
 * `npm run bench:report -- [--turns 100000] [--json]`. The month before has a fifth of them. The PDF is LibreOffice's work
 * and measured by itself, where there is one.
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
  const startedAt = performance.now();
  // Without a path the program finds no LibreOffice, and ends with the figures, the Word file and the workbook.
  const command = ['admin', 'report', 'month', MONTH, '--out', dataDir, '--data', dataDir];
  const { code, error } = await startProgram(command, { PATH: '' }).ended;
  const seconds = secondsSince(startedAt);
  if (code !== 0) throw new Error(error);
  const pdfSeconds = await timePdf(join(dataDir, `bao-cao-${MONTH}.docx`));
  const result = { turns: options.turns, seconds, within10Seconds: seconds < 10, pdfSeconds };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : inWords(result));
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function timePdf(docx: string): Promise<number | null> {
  const libreOffice = await findLibreOffice(process.env['PATH'] ?? '');
  if (libreOffice === null) return null;
  const startedAt = performance.now();
  await writePdf(libreOffice, docx);
  return secondsSince(startedAt);
}

function secondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt) / 1_000;
}

function inWords(result: { readonly turns: number; readonly seconds: number; readonly pdfSeconds: number | null }) {
  const { turns, seconds, pdfSeconds } = result;
  const pdf = pdfSeconds === null ? 'not measured, there is no LibreOffice here' : `${pdfSeconds} s more`;
  return [
    `${turns} turns, figures, Word file and workbook, from the start of the command to its end: ${seconds} s (goal: below 10 s)`,
    `its PDF, which LibreOffice makes: ${pdf}`,
    '',
  ].join('\n');
}
