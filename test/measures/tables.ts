import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readDocument } from '../../ingest/read-document.ts';
import { checkTableFacts, type TableFacts } from './table-facts.ts';

/**
 * Measures tables: of documents whose rows were checked by hand (test/fixtures/tables), the amounts that stand in a
 * part with the row's address and read alone with the row's label, section, column and unit.
 * `npm run measure:tables -- --files DIR [--json]`; exits with 1 when an amount is not found so.
 */

const FIXTURES = new URL('../fixtures/tables/', import.meta.url).pathname;

interface Row {
  readonly file: string;
  readonly amounts: number;
  readonly right: number;
  /** What is wrong, one line an amount. */
  readonly wrong: readonly string[];
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

const options = new Command('measure:tables')
  .requiredOption('--files <dir>', 'files to read')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ files: string; json?: boolean }>();

const facts = readdirSync(FIXTURES).map((name): TableFacts => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')));
const rows: Row[] = [];
for (const name of readdirSync(options.files).sort()) {
  const file = name.normalize('NFC');
  const expected = facts.find(({ document }) => file.startsWith(`${document}.`));
  if (expected === undefined) continue;
  const read = await readDocument({ name, bytes: readFileSync(join(options.files, name)) });
  const wrong = read.ok ? checkTableFacts(expected, read.passages) : [`not read: ${read.skipped.reason}`];
  const amounts = expected.rows.length;
  rows.push({ file, amounts, right: read.ok ? amounts - wrong.length : 0, wrong });
}

if (options.json) print(JSON.stringify(rows, null, 1));
else {
  print('amounts  right  file');
  for (const row of rows) {
    print(`${String(row.amounts).padStart(7)} ${String(row.right).padStart(6)}  ${row.file}`);
    for (const line of row.wrong) print(`                ${line}`);
  }
}
if (rows.length === 0) print('No document of the folder has checked rows.');
if (rows.length === 0 || rows.some((row) => row.right < row.amounts)) process.exitCode = 1;
