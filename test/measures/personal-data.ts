import { Command } from 'commander';
import { findPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { countSpans, type SpanCounts } from './personal-data/count-spans.ts';
import { PARTS, readMarkedMessages } from './personal-data/marked-messages.ts';

/**
 * Measures how personal data is found in 822 made-up messages, those the rules were written on and others: `npm run measure:personal-data -- [--slips PART] [--json]`.
 * Recall: marked pieces that are wholly covered. Precision: found pieces that are mostly marked, as of their kind.
 * Then the time a message takes.
 */

const ROUNDS = 50;

const options = new Command('measure:personal-data')
  .option('--slips <part>', 'print the messages of a part that went wrong')
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

const rows = PARTS.flatMap((part) => {
  const messages = readMarkedMessages(part);
  const { all, byKind, slips } = countSpans(messages);
  if (options.slips === part) for (const slip of slips) process.stderr.write(`${JSON.stringify(slip)}\n`);
  return [
    { part, messages: messages.length, kind: 'all', ...measures(all) },
    ...[...byKind].map(([kind, counts]) => ({ part, messages: messages.length, kind, ...measures(counts) })),
  ];
});

const texts = PARTS.flatMap((part) => readMarkedMessages(part).map(({ text }) => text));
const startedAt = performance.now();
for (let round = 0; round < ROUNDS; round += 1) for (const text of texts) findPersonalData(text);
const msEach = (performance.now() - startedAt) / (ROUNDS * texts.length);

if (options.json === true) process.stdout.write(`${JSON.stringify({ rows, msEach })}\n`);
else {
  for (const row of rows) process.stdout.write(`${Object.values(row).join('\t')}\n`);
  process.stdout.write(`${texts.length} messages, ${msEach.toFixed(3)} ms each\n`);
}
