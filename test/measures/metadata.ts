import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readDocument } from '../../ingest/read-document.ts';
import { differingFields, FACT_FIELDS, type FactField, factsRead, type MetadataFacts } from './metadata-likeness.ts';

/**
 * Measures metadata: every file of a folder read and compared with facts that a person wrote down.
 * `npm run measure:metadata -- --files DIR [--facts FILE] [--json]`; exits with 1 below the target.
 */

/** Least share of fields that are right, over all files that the facts tell of. */
const TARGET = 0.95;
const FACTS = join(import.meta.dirname, '../fixtures/metadata-of-39.json');

interface Row {
  readonly file: string;
  /** Why the file was left out of the reading, or `null`. */
  readonly skipped: string | null;
  readonly wrong: readonly { readonly field: FactField; readonly expected: unknown; readonly read: unknown }[];
}

async function measure(folder: string, facts: MetadataFacts): Promise<Row> {
  const name = readdirSync(folder).find((file) => file.normalize('NFC') === facts.file.normalize('NFC'));
  const result = name === undefined ? null : await readDocument({ name, bytes: readFileSync(join(folder, name)) });
  if (result === null || !result.ok) {
    const skipped = result === null ? 'missing' : result.skipped.reason;
    return {
      file: facts.file,
      skipped,
      wrong: FACT_FIELDS.map((field) => ({ field, expected: facts[field], read: null })),
    };
  }
  const read = factsRead(facts.file, result.document);
  const wrong = differingFields(facts, read).map((field) => ({ field, expected: facts[field], read: read[field] }));
  return { file: facts.file, skipped: null, wrong };
}

const print = (line: string) => void process.stdout.write(`${line}\n`);
const share = (right: number, all: number) => (all === 0 ? 0 : right / all);

const options = new Command('measure:metadata')
  .requiredOption('--files <dir>', 'files to read')
  .option('--facts <file>', 'facts about them (JSON)', FACTS)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ files: string; facts: string; json?: boolean }>();

const facts: readonly MetadataFacts[] = JSON.parse(readFileSync(options.facts, 'utf8'));
const rows: Row[] = [];
for (const each of facts) rows.push(await measure(options.files, each));
const readable = rows.filter((row) => row.skipped === null);
const wrongIn = (of: readonly Row[]) => of.reduce((sum, row) => sum + row.wrong.length, 0);
const fields = FACT_FIELDS.map((field) => ({
  field,
  share: share(readable.filter((row) => row.wrong.every((miss) => miss.field !== field)).length, readable.length),
}));
const overall = {
  allFiles: share(rows.length * FACT_FIELDS.length - wrongIn(rows), rows.length * FACT_FIELDS.length),
  filesRead: share(readable.length * FACT_FIELDS.length - wrongIn(readable), readable.length * FACT_FIELDS.length),
};

if (options.json) print(JSON.stringify({ overall, fields, files: rows }, null, 1));
else {
  for (const row of rows) {
    const right = share(FACT_FIELDS.length - row.wrong.length, FACT_FIELDS.length);
    print(`${right.toFixed(3)}  ${row.file}${row.skipped === null ? '' : ` (not read: ${row.skipped})`}`);
    if (row.skipped === null)
      for (const { field, expected, read } of row.wrong)
        print(`         ${field}: read ${JSON.stringify(read)}, should be ${JSON.stringify(expected)}`);
  }
  print('');
  for (const row of fields) print(`${row.share.toFixed(3)}  ${row.field}`);
  print(
    `\n${overall.filesRead.toFixed(4)} of the fields of ${readable.length} files that were read, ${overall.allFiles.toFixed(4)} counting all ${rows.length} (target ${TARGET}).`,
  );
}
if (overall.allFiles < TARGET) process.exitCode = 1;
