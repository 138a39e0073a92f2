import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { startProgram } from '../builders/program.ts';
import { writeMonth } from './reporting/generated-month.ts';

/**
 * Measures the monthly report as the command that people run, from start to end, over a ledger of generated turns:
 * `npm run bench:report -- [--turns 100000] [--json]`. The month before has a fifth of them.
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
  const run = startProgram(['admin', 'report', 'month', MONTH, '--out', dataDir, '--data', dataDir]);
  const { code, out, error } = await run.ended;
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  if (code !== 0) throw new Error(error);
  const result = { turns: options.turns, seconds, within10Seconds: seconds < 10 };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${out}${options.turns} turns: ${seconds} s\n`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
