import { Command } from 'commander';
import { findPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { countSpans, type SpanCounts } from './personal-data/count-spans.ts';
import { HALVES, readMarkedMessages } from './personal-data/marked-messages.ts';

/**
 * Measures how personal data is found in 728 made-up messages, those the rules were written on and others: `npm run measure:personal-data -- [--slips HALF] [--json]`.
 * Recall: marked pieces that are wholly covered. Precision: found pieces that are mostly marked, as of their kind.
 * Then the time a message takes.
 */

const ROUNDS = 50;

const options = new Command('measure:personal-data')
  .option('--slips <half>', 'print the messages of a half that went wrong')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ slips?: string; json?: boolean }>();

const shareOf = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const measures = ({ marked, covered, found, right }: SpanCounts) => ({
  marked,
  found,
  recall: Number(shareOf(covered, marked).toFixed(3)),
  precision: Number(shareOf(right, found).toFixed(3)),
});

const rows = HALVES.flatMap((half) => {
  const messages = readMarkedMessages(half);
  const { all, byKind, slips } = countSpans(messages);
  if (options.slips === half) for (const slip of slips) process.stderr.write(`${JSON.stringify(slip)}\n`);
  return [
    { half, messages: messages.length, kind: 'all', ...measures(all) },
    ...[...byKind].map(([kind, counts]) => ({ half, messages: messages.length, kind, ...measures(counts) })),
  ];
});

const texts = HALVES.flatMap((half) => readMarkedMessages(half).map(({ text }) => text));
const startedAt = performance.now();
for (let round = 0; round < ROUNDS; round += 1) for (const text of texts) findPersonalData(text);
const msEach = (performance.now() - startedAt) / (ROUNDS * texts.length);

if (options.json === true) process.stdout.write(`${JSON.stringify({ rows, msEach })}\n`);
else {
  for (const row of rows) process.stdout.write(`${Object.values(row).join('\t')}\n`);
  process.stdout.write(`${texts.length} messages, ${msEach.toFixed(3)} ms each\n`);
}
