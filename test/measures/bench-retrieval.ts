import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { measureInChild } from './measuring-child.ts';
import type { MeasuredRow, MeasuringTask } from './retrieval/measure-system.ts';
import { type QuestionStyle, STYLES } from './retrieval/question-styles.ts';
import { SYSTEMS } from './retrieval/systems/all-systems.ts';

/**
 * Measures retrieval beside other search libraries, each in a process of its own:
 * `npm run bench:retrieval -- --corpus F.jsonl[.gz] --queries F --qrels F [--styles …] [--systems …] [--cache DIR] [--json]`
 */

interface Options {
  readonly corpus: string;
  readonly queries: string;
  readonly qrels: string;
  readonly styles: readonly QuestionStyle[];
  readonly systems: readonly string[];
  readonly cache?: string;
  readonly json?: boolean;
}

const PROCESS = new URL('./retrieval/measuring-process.ts', import.meta.url);

async function measure(task: MeasuringTask): Promise<readonly MeasuredRow[]> {
  // Printed by our own process.
  return (await measureInChild(PROCESS, task, task.system)) as readonly MeasuredRow[];
}

function printRows(rows: readonly MeasuredRow[]): string {
  const share = (value: number) => value.toFixed(3);
  const line = (row: MeasuredRow) =>
    [
      row.system,
      row.style,
      ...[row.r1, row.r5, row.r10, row.mrr10, row.ndcg10].map(share),
      row.p50ms.toFixed(1),
      row.p95ms.toFixed(1),
      row.buildMs.toFixed(0),
      row.rssMb.toFixed(0),
    ].join(' | ');
  return [
    'system | style | R@1 | R@5 | R@10 | MRR@10 | nDCG@10 | p50 ms | p95 ms | build ms | RSS MB',
    '---|---|---|---|---|---|---|---|---|---|---',
    ...rows.map(line),
  ].join('\n');
}

/** A list parted by commas, of known names only. */
function listOf<Name extends string>(known: readonly Name[]) {
  return (text: string): readonly Name[] =>
    text.split(',').map((part) => {
      const name = known.find((candidate) => candidate === part.trim());
      if (name === undefined) throw new InvalidArgumentError(`Choose from ${known.join(', ')}.`);
      return name;
    });
}

const options = new Command('bench:retrieval')
  .requiredOption('--corpus <file>', 'articles as JSON lines with id, title, text; .gz is unpacked')
  .requiredOption('--queries <file>', 'questions as JSON lines with id, text')
  .requiredOption('--qrels <file>', 'tab-separated query_id, doc_id, score with a header')
  .option('--styles <list>', `of ${STYLES.join(', ')}`, listOf(STYLES), ['as-is'])
  .option(
    '--systems <list>',
    `of ${Object.keys(SYSTEMS).join(', ')}`,
    listOf(Object.keys(SYSTEMS)),
    Object.keys(SYSTEMS),
  )
  .option('--cache <dir>', 'keeps vectors of texts, so that only the first run makes them')
  .option('--json', 'print {"rows":[…]}')
  .parse()
  .opts<Options>();

const cache = resolve(options.cache ?? mkdtempSync(join(tmpdir(), 'assistant-vectors-')));
mkdirSync(cache, { recursive: true });
const rows: MeasuredRow[] = [];
try {
  for (const system of options.systems) {
    const { corpus, queries, qrels, styles } = options;
    rows.push(...(await measure({ system, styles: [...styles], corpus, queries, qrels, cache })));
  }
} finally {
  if (options.cache === undefined) rmSync(cache, { recursive: true, force: true });
}
process.stdout.write(`${options.json ? JSON.stringify({ rows }) : printRows(rows)}\n`);
