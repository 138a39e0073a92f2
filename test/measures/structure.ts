import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Block } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import { readDocument } from '../../ingest/read-document.ts';
import { wordBalance } from './word-balance.ts';

/**
 * Measures structure: of every file of a folder, the articles that its text holds by a simple reading of its lines,
 * those that passages can be addressed by, and the words lost or doubled on the way.
 * `npm run measure:structure -- --files DIR [--json]`; exits with 1 when an article or a word is missing.
 */

interface Row {
  readonly file: string;
  /** Openings of articles among the lines, quoted ones too. */
  readonly articles: number;
  readonly addressable: number;
  readonly missing: readonly string[];
  readonly passages: number;
  readonly words: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Why the file was not read, or `null`. */
  readonly reason: string | null;
}

/** Numbers of the articles whose opening a line is, in order, each run of numbers that starts again counted anew. */
function articlesOf(blocks: readonly Block[]): readonly string[] {
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  return lines
    .join('\n')
    .split('\n')
    .flatMap((line) => line.match(/^["“]?\s*(?:Điều|ĐIỀU)\s+(\d+[a-zđ]?)\s*[.:]/u)?.[1] ?? []);
}

async function measure(folder: string, name: string): Promise<Row> {
  const bytes = readFileSync(join(folder, name));
  const file = name.normalize('NFC');
  const [loaded, read] = [await loadDocument(bytes), await readDocument({ name, bytes })];
  if (!loaded.ok || !read.ok) {
    const reason = !loaded.ok ? loaded.skipped.reason : !read.ok ? read.skipped.reason : null;
    return { file, articles: 0, addressable: 0, missing: [], passages: 0, words: 0, lost: [], doubled: [], reason };
  }
  const articles = new Set(articlesOf(loaded.blocks));
  const addresses = read.passages.flatMap((passage) => [passage.address, ...passage.parts.map((part) => part.address)]);
  const named = new Set(
    addresses.flatMap((address) => [...address.matchAll(/Điều (\d+[a-zđ]?)/gu)].map((match) => match[1])),
  );
  const missing = [...articles].filter((article) => !named.has(article));
  return {
    file,
    articles: articles.size,
    addressable: articles.size - missing.length,
    missing,
    passages: read.passages.length,
    ...wordBalance(loaded.blocks, read.passages, read.leftovers),
    reason: null,
  };
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

const options = new Command('measure:structure')
  .requiredOption('--files <dir>', 'files to read')
  .option('--only <word>', 'only files whose name holds this')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ files: string; only?: string; json?: boolean }>();

const rows: Row[] = [];
for (const name of readdirSync(options.files).sort())
  if (options.only === undefined || name.normalize('NFC').includes(options.only.normalize('NFC')))
    rows.push(await measure(options.files, name));

const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
const total = {
  articles: sum((row) => row.articles),
  addressable: sum((row) => row.addressable),
  words: sum((row) => row.words),
  lost: sum((row) => row.lost.length),
  doubled: sum((row) => row.doubled.length),
};
if (options.json) print(JSON.stringify({ files: rows, total }, null, 1));
else {
  print('Điều  found  words   lost  doubled  passages  file');
  for (const row of rows) {
    const figures = [
      String(row.articles).padStart(4),
      String(row.addressable).padStart(6),
      String(row.words).padStart(6),
      String(row.lost.length).padStart(6),
      String(row.doubled.length).padStart(8),
      String(row.passages).padStart(9),
    ].join(' ');
    print(`${figures}  ${row.file}${row.reason === null ? '' : ` (${row.reason})`}`);
    if (row.missing.length > 0) print(`      not addressable: ${row.missing.join(', ')}`);
    if (row.lost.length > 0) print(`      lost: ${row.lost.slice(0, 20).join(' ')}`);
    if (row.doubled.length > 0) print(`      doubled: ${row.doubled.slice(0, 20).join(' ')}`);
  }
  print(
    `${total.addressable} of ${total.articles} articles addressable; ${total.lost} words lost and ${total.doubled} doubled of ${total.words}.`,
  );
}
if (total.addressable < total.articles || total.lost > 0) process.exitCode = 1;
