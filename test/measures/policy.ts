import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { decidePolicy, type PolicyDecision } from '../../bot/policy/decide.ts';
import { fold } from '../../knowledge/text/normalise.ts';
import { readExamples } from './policy/examples.ts';
import { countRow, crossValidate, decideAll, type PolicyRow } from './policy/policy-counts.ts';
import { readWrittenQuestions } from './written-questions.ts';

/**
 * Measures policy alone, without documents: `npm run measure:policy -- [--evaluation DIR] [--questions FILE] [--json]`.
 * Always: the messages the classifier learns from, each decided by a classifier that has not seen it. With
 * `--evaluation`: `eval/behaviour.jsonl` by topic, odd and even ids apart, and `eval/questions.jsonl`. With
 * `--questions`: 3,000 written questions (JSON lines, gzipped), as they are and without diacritics.
 */

const WRITTEN = 3_000;

const itemSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.array(z.string()).default([]),
});
const behaviourSchema = itemSchema.extend({
  expect: z.object({ outcome: z.string(), topic: z.string(), also_ok: z.array(z.string()).default([]) }),
});

/** What has no answer may be left to the documents, which then abstain. */
const FITS: Readonly<Record<string, (decision: PolicyDecision | null) => boolean>> = {
  answer: (decision) => decision === null,
  abstain: (decision) => decision === null || decision.outcome === 'abstained',
  ticket: (decision) => decision?.outcome === 'escalated',
  crisis: (decision) => decision?.outcome === 'crisis',
  chat: (decision) => decision?.outcome === 'chat',
};

const options = new Command('measure:policy')
  .option('--evaluation <dir>', 'evaluation corpus')
  .option('--questions <file>', 'written questions (JSON lines, gzipped)')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ evaluation?: string; questions?: string; json?: boolean }>();

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

function decide(item: z.infer<typeof itemSchema>): PolicyDecision | null {
  return decidePolicy({ text: item.text, context: item.context.filter((line) => !line.startsWith('Page trả lời:')) });
}

function behaviourRows(folder: string): readonly PolicyRow[] {
  const items = readLines(join(folder, 'eval/behaviour.jsonl'), behaviourSchema);
  const topics = [...new Set(items.map((item) => item.expect.topic))].sort();
  return topics.flatMap((topic) =>
    (['odd', 'even'] as const).map((half) => {
      const chosen = items.filter(
        (item) => item.expect.topic === topic && (Number(item.id.slice(-1)) % 2 === 1 ? 'odd' : 'even') === half,
      );
      return countRow(`${topic}, ${half} ids`, chosen.map(decide), (decision, index) => {
        const { outcome = '', also_ok = [] } = chosen[index]?.expect ?? {};
        return [outcome, ...also_ok].some((expected) => FITS[expected]?.(decision) === true);
      });
    }),
  );
}

function questionRow(group: string, decisions: readonly (PolicyDecision | null)[]): PolicyRow {
  return countRow(group, decisions, (decision) => decision === null);
}

const rows = [...crossValidate(readExamples())];
if (options.evaluation !== undefined) {
  rows.push(...behaviourRows(options.evaluation));
  const questions = readLines(join(options.evaluation, 'eval/questions.jsonl'), itemSchema);
  rows.push(questionRow('questions.jsonl', questions.map(decide)));
}
if (options.questions !== undefined) {
  const all = readWrittenQuestions(options.questions).map((question) => question.text);
  const texts = all.filter((_, index) => index % Math.max(1, Math.floor(all.length / WRITTEN)) === 0).slice(0, WRITTEN);
  rows.push(questionRow('written questions', decideAll(decidePolicy, texts)));
  rows.push(questionRow('written questions, no diacritics', decideAll(decidePolicy, texts.map(fold))));
}

if (options.json === true) process.stdout.write(`${JSON.stringify({ rows })}\n`);
else {
  const line = (group: string, ...cells: readonly string[]) =>
    `${group.padEnd(40)}${cells.map((cell) => cell.padStart(9)).join('')}\n`;
  process.stdout.write(line('', 'n', 'right', 'crisis', 'staff'));
  for (const row of rows) {
    process.stdout.write(
      line(row.group, String(row.n), row.right.toFixed(3), row.crisis.toFixed(3), row.staff.toFixed(3)),
    );
  }
}
