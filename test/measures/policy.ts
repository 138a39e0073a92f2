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
 * `--questions`: written questions (JSON lines, gzipped), as they are and without diacritics.
 */

const WRITTEN = 3_000;

const itemSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.array(z.string()).default([]),
  expect: z.object({ outcome: z.string(), topic: z.string(), also_ok: z.array(z.string()).default([]) }).optional(),
});
type Item = z.infer<typeof itemSchema>;

/** Policy leaves what has an answer, and may leave what has none: retrieval then finds nothing. */
const FITS: Readonly<Record<string, (decision: PolicyDecision | null) => boolean>> = {
  answer: (decision) => decision === null,
  abstain: (decision) => decision?.outcome === 'abstained',
  ticket: (decision) => decision?.outcome === 'escalated',
  crisis: (decision) => decision?.outcome === 'crisis',
  chat: (decision) => decision?.outcome === 'chat',
};

const options = new Command('measure:policy')
  .option('--evaluation <dir>', 'evaluation corpus', process.argv.includes('--evaluation') ? undefined : '')
  .option('--questions <file>', 'written questions (JSON lines, gzipped)')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ evaluation: string; questions?: string; json?: boolean }>();
