import { Command } from 'commander';
import { z } from 'zod';
import { readItems } from '../../adapters/cli/evaluation-items.ts';
import { findPersonalData, maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { countSpans, type SpanCounts } from './personal-data/count-spans.ts';
import { PARTS, readMarkedMessages } from './personal-data/marked-messages.ts';
import { STYLES, typeInStyle } from './retrieval/question-styles.ts';

/**
 * Measures how personal data is found in 822 made-up messages, those the rules were written on and others: `npm run measure:personal-data -- [--slips PART] [--questions FILE…] [--json]`.
 * Recall: marked pieces that are wholly covered. Precision: found pieces that are mostly marked, as of their kind.
 * Then how many questions of further files, which must hold no personal data, are masked in each way of typing, and the
 * time a message takes.
 */

const ROUNDS = 50;

const options = new Command('measure:personal-data')
  .option('--slips <part>', 'print the messages of a part that went wrong')
  .option('--questions <files...>', 'JSON lines with `text`; those that are masked are printed', [])
  .option('--json', 'print JSON')
  .parse()
  .opts<{ slips?: string; questions: string[]; json?: boolean }>();

const shareOf = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const measures = ({ marked, covered, found, right }: SpanCounts) => ({
  marked,
  found,
  recall: Number(shareOf(covered, marked).toFixed(3)),
  precision: Number(shareOf(right, found).toFixed(3)),
});

const rows = PARTS.flatMap((part) => {
  const messages = readMarkedMessages(part);
  const { all, byKind, slips } = countSpans(messages);
  if (options.slips === part) for (const slip of slips) process.stderr.write(`${JSON.stringify(slip)}\n`);
  return [
    { part, messages: messages.length, kind: 'all', ...measures(all) },
    ...[...byKind].map(([kind, counts]) => ({ part, messages: messages.length, kind, ...measures(counts) })),
  ];
});

const questions = options.questions.flatMap((file) => readItems(file, z.object({ text: z.string() })));
const masked = STYLES.map((style) => {
  const wrong = questions
    .map(({ text }, id) => typeInStyle(text, style, String(id)))
    .filter((text) => findPersonalData(text).length > 0);
  for (const text of wrong) process.stderr.write(`${style}: ${maskPersonalData(text)}\n`);
  return { style, questions: questions.length, masked: wrong.length };
});

const texts = PARTS.flatMap((part) => readMarkedMessages(part).map(({ text }) => text));
const startedAt = performance.now();
for (let round = 0; round < ROUNDS; round += 1) for (const text of texts) findPersonalData(text);
const msEach = (performance.now() - startedAt) / (ROUNDS * texts.length);

if (options.json === true) process.stdout.write(`${JSON.stringify({ rows, masked, msEach })}\n`);
else {
  for (const row of rows) process.stdout.write(`${Object.values(row).join('\t')}\n`);
  if (questions.length > 0) for (const row of masked) process.stdout.write(`${Object.values(row).join('\t')}\n`);
  process.stdout.write(`${texts.length} messages, ${msEach.toFixed(3)} ms each\n`);
}
