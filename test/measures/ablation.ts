import { Command } from 'commander';
import { searchVariants } from './ablation/search-variants.ts';
import { mean, shareOf } from './calibration/estimate-scores.ts';
import { openMeasuredIndex } from './calibration/measured-index.ts';
import {
  type MeasuredQuestion,
  rankOfRight,
  readAnswerable,
  readEvaluation,
} from './calibration/measured-questions.ts';

/**
 * Measures what each part of the search is worth: the search whole, and with one part taken out or replaced, over
 * questions written for passages of official texts and over those of the evaluation set, where there is one.
 * `npm run measure:ablation -- --data DIR [--questions FILE] [--json]`; exits with 1 when there is nothing
 * to ask.
 */

/** One variant's search over one set of questions. */
interface Row {
  readonly variant: string;
  readonly questions: string;
  readonly n: number;
  readonly r1: number;
  readonly r10: number;
  readonly mrr10: number;
}

const DEPTH = 10;

const print = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

const options = new Command('measure:ablation')
  .requiredOption('--data <dir>', 'data folder with the index to search')
  .option('--questions <file>', "evaluation questions (JSON lines); by default the evaluation folder's")
  .option('--json', 'print JSON')
  .parse()
  .opts<{ data: string; questions?: string; json?: boolean }>();

const index = await openMeasuredIndex(options.data, options.questions);
const { questions, leftOut } = readAnswerable(index.base);
const evaluation = index.evaluationFile === null ? [] : readEvaluation(index.evaluationFile);
if (leftOut > 0) note(`${leftOut} questions left out: their passages are not in ${options.data}.`);
if (evaluation.length === 0) note('Without evaluation questions: give --questions or EVALUATION_DIR.');
const sets: Readonly<Record<string, readonly MeasuredQuestion[]>> = { evaluation, calibration: questions };
const variants = searchVariants(index);

/** Ranks of the first right passage, by variant; question by question, so that each is encoded once. */
async function ranksByVariant(asked: readonly MeasuredQuestion[]): Promise<readonly (readonly (number | null)[])[]> {
  const ranks = variants.map((): (number | null)[] => []);
  for (const question of asked)
    for (const [place, variant] of variants.entries())
      ranks[place]?.push(rankOfRight(question, (await variant.find(question)).slice(0, DEPTH)));
  return ranks;
}

const rows: Row[] = [];
for (const [name, asked] of Object.entries(sets)) {
  if (asked.length === 0) continue;
  const ranks = await ranksByVariant(asked);
  variants.forEach((variant, place) => {
    const found = ranks[place] ?? [];
    rows.push({
      variant: variant.name,
      questions: name,
      n: found.length,
      r1: shareOf(found, (rank) => rank === 1),
      r10: shareOf(found, (rank) => rank !== null),
      mrr10: mean(found.map((rank) => (rank === null ? 0 : 1 / rank))),
    });
  });
}

if (options.json) print(JSON.stringify({ leftOut, rows }, null, 1));
else {
  print('search | questions | n | R@1 | R@10 | MRR@10');
  print('---|---|---|---|---|---');
  for (const { variant, questions: set, n, r1, r10, mrr10 } of rows)
    print([variant, set, n, ...[r1, r10, mrr10].map((value) => value.toFixed(3))].join(' | '));
}
if (rows.length === 0) process.exitCode = 1;
