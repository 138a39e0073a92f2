import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Command } from 'commander';
import { createRecognisers } from '../../adapters/ocr/recognising-threads.ts';
import type { Loaded } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import type { ReadingAids } from '../../ingest/load/reading-aids.ts';
import { type Likeness, likeness } from './text-likeness.ts';

/**
 * Measures extraction: every file of one folder read and compared with the same-named text of another.
 * `npm run measure:extraction -- --files DIR --text DIR [--json]`; exits with 1 when a format misses its target.
 */

interface Row extends Likeness {
  readonly file: string;
  /** How each page was read: count and way; empty where the format has no pages. */
  readonly pages: string;
  /** How the file was read, `docx` or `pdf`; `-` when it was not. */
  readonly way: string;
  readonly milliseconds: number;
  /** Why the file was left out, or `null`. */
  readonly reason: string | null;
}

/** Least recall of each way of reading; text recognised from pictures may miss a little more. */
const TARGET = { text: 0.995, recognised: 0.98 };

async function measure(file: string, reference: string): Promise<Row> {
  const startedAt = performance.now();
  const loaded = await loadDocument(readFileSync(file), aids);
  const milliseconds = performance.now() - startedAt;
  const text = loaded.ok ? textOf(loaded) : '';
  return {
    file: basename(file).normalize('NFC'),
    way: loaded.ok ? wayOf(loaded) : '-',
    milliseconds,
    pages: loaded.ok ? pagesInWords(loaded) : '',
    reason: loaded.ok ? null : loaded.skipped.reason,
    ...likeness(text, readFileSync(reference, 'utf8')),
  };
}

const recognisers = createRecognisers();
const aids: ReadingAids = {
  recognition: {
    parallel: recognisers.threads,
    recognise: recognisers.recognise,
    kept: () => null,
    keep: () => {},
    mayGoOn: () => true,
  },
  onPage: () => {},
};

/** `pdf`, or `pdf-ocr` when a page was recognised. */
function wayOf(loaded: Loaded & { readonly ok: true }): string {
  return loaded.pages?.some((page) => page.way === 'ocr') ? `${loaded.format}-ocr` : loaded.format;
}

/** «4 text-layer, 1 ocr; least score 0.97». */
function pagesInWords({ pages = [] }: Loaded & { readonly ok: true }): string {
  if (pages.length === 0) return '';
  const ways = [...new Set(pages.map((page) => page.way))];
  const counts = ways.map((way) => `${pages.filter((page) => page.way === way).length} ${way}`);
  return ` [${counts.join(', ')}; least score ${Math.min(...pages.map((page) => page.score))}]`;
}

/** All words a file gave, those stated outside its body (front matter) first, as they stand there. */
function textOf(loaded: Loaded & { readonly ok: true }): string {
  const stated = loaded.format === 'md' ? Object.entries(loaded.stated).flat() : [];
  const blocks = loaded.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(' ')) : [block.text],
  );
  return [...stated, ...blocks].join('\n');
}

function referenceOf(file: string, folder: string): string | null {
  const name = basename(file, extname(file));
  return ['.txt', '.md'].map((ending) => join(folder, name + ending)).find((path) => existsSync(path)) ?? null;
}

function summarise(rows: readonly Row[]) {
  return [...new Set(rows.map((row) => row.way))].sort().map((way) => {
    const group = rows.filter((row) => row.way === way);
    const words = group.reduce((sum, row) => sum + row.words, 0);
    const mean = (pick: (row: Row) => number) => group.reduce((sum, row) => sum + pick(row) * row.words, 0) / words;
    return {
      way,
      files: group.length,
      recall: mean((row) => row.recall),
      leastRecall: Math.min(...group.map((row) => row.recall)),
      precision: mean((row) => row.precision),
      errorRate: mean((row) => row.errorRate),
      milliseconds: group.reduce((sum, row) => sum + row.milliseconds, 0),
    };
  });
}

const share = (value: number) => value.toFixed(4).padStart(7);
const print = (line: string) => void process.stdout.write(`${line}\n`);

const options = new Command('measure:extraction')
  .requiredOption('--files <dir>', 'files to read')
  .requiredOption('--text <dir>', 'their texts, under the same names as .txt or .md')
  .option('--only <word>', 'only files whose name holds this')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ files: string; text: string; only?: string; json?: boolean }>();

const rows: Row[] = [];
for (const name of readdirSync(options.files).sort()) {
  if (options.only !== undefined && !name.normalize('NFC').includes(options.only.normalize('NFC'))) continue;
  const file = join(options.files, name);
  const reference = referenceOf(file, options.text);
  if (reference !== null) rows.push(await measure(file, reference));
}
await recognisers.close();
const summary = summarise(rows);
const missed = rows.filter((row) => row.recall < (/ocr/.test(row.way) ? TARGET.recognised : TARGET.text));

if (options.json) print(JSON.stringify({ files: rows, ways: summary, missed: missed.map((row) => row.file) }, null, 1));
else {
  print(' recall  precis.     CER      ms  way     file');
  for (const row of rows)
    print(
      `${share(row.recall)} ${share(row.precision)} ${share(row.errorRate)} ${row.milliseconds.toFixed(0).padStart(7)}  ${row.way.padEnd(7)} ${row.file}${row.pages}${row.reason === null ? '' : ` (${row.reason})`}`,
    );
  print('\n recall    least     CER      ms  way     files');
  for (const row of summary)
    print(
      `${share(row.recall)} ${share(row.leastRecall)} ${share(row.errorRate)} ${row.milliseconds.toFixed(0).padStart(7)}  ${row.way.padEnd(7)} ${row.files}`,
    );
  print(
    `${missed.length} of ${rows.length} files below the target (${TARGET.text} of the words, recognised ${TARGET.recognised}).`,
  );
}
if (missed.length > 0) process.exitCode = 1;
