import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { writeArticles } from './ingest-speed/generated-articles.ts';
import type { IngestJob } from './ingest-speed/ingest-job.ts';
import type { IngestWork } from './ingest-speed/ingest-work.ts';
import { measureInChild } from './measuring-child.ts';

/**
 * Measures ingest, each in a process of its own, beside LangChain.js:
 * `npm run bench:ingest -- --files DIR [--articles 10000] [--ocr] [--json]`. On a machine that others use too, compare
 * the seconds of CPU, which are those of the whole process with its start.
 */

interface Row extends IngestWork {
  readonly what: string;
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** The ingest alone, once the program is loaded. */
  readonly workSeconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

const PROCESS = new URL('./ingest-speed/measuring-process.ts', import.meta.url);

async function measure(what: string, job: IngestJob): Promise<Row> {
  const startedAt = performance.now();
  // Printed by our own process.
  const work = (await measureInChild(PROCESS, job, what)) as Omit<Row, 'what' | 'seconds'>;
  return { what, seconds: (performance.now() - startedAt) / 1_000, ...work };
}

function printRow(row: Row): string {
  const { documents, passages, recognisedPages, seconds, workSeconds, cpuSeconds, peakRssMb } = row;
  const figures = [
    documents,
    passages,
    recognisedPages,
    seconds.toFixed(1),
    workSeconds.toFixed(1),
    cpuSeconds.toFixed(1),
  ];
  return [row.what, ...figures, peakRssMb.toFixed(0)].join(' | ');
}

const options = new Command('bench:ingest')
  .option('--files <folder>', 'documents to ingest; without it only generated ones')
  .option('--articles <number>', 'generated articles', Number, 10_000)
  .option('--ocr', 'recognise scans of the folder too; takes seconds a page')
  .option('--json', 'print {"rows":[…]}')
  .parse()
  .opts<{ files?: string; articles: number; ocr?: boolean; json?: boolean }>();

const folder = mkdtempSync(join(tmpdir(), 'assistant-bench-ingest-'));
const rows: Row[] = [];
const say = (line: string) => (options.json ? undefined : process.stdout.write(`${line}\n`));
async function add(what: string, job: Omit<IngestJob, 'dataDir'> & { readonly data: string }): Promise<void> {
  const { data, ...rest } = job;
  const dataDir = join(folder, data);
  mkdirSync(dataDir, { recursive: true });
  const row = await measure(what, { ...rest, dataDir });
  rows.push(row);
  say(printRow(row));
}

try {
  say(
    'what | documents | passages | recognised pages | s | s without start | s CPU | peak RSS MB\n---|---|---|---|---|---|---|---',
  );
  if (options.files !== undefined) {
    const files = resolve(options.files);
    const ours = { system: 'ours', files, recognise: false } as const;
    const peer = { system: 'langchain', files, recognise: false } as const;
    await add('ours, words', { ...ours, vectors: false, data: 'words' });
    await add('ours, words, unchanged', { ...ours, vectors: false, data: 'words' });
    await add('LangChain.js, chunks', { ...peer, vectors: false, data: 'chunks' });
    await add('ours, words and vectors', { ...ours, vectors: true, data: 'vectors' });
    await add('ours, words and vectors, unchanged', { ...ours, vectors: true, data: 'vectors' });
    await add('LangChain.js, chunks and vectors', { ...peer, vectors: true, data: 'chunk-vectors' });
    if (options.ocr) await add('ours, scans too', { ...ours, recognise: true, vectors: false, data: 'scans' });
  }
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  await writeArticles(articles, options.articles);
  const generated = {
    system: 'ours',
    files: articles,
    vectors: false,
    recognise: false,
    data: 'articles-index',
  } as const;
  await add(`ours, ${options.articles} articles, words`, generated);
  await add(`ours, ${options.articles} articles, unchanged`, generated);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (options.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
