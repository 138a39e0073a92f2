import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { WRITTEN_AS, type WrittenAs, writeAs } from './strip-diacritics.ts';

/**
 * Prints a file of questions (JSON lines with `text` and optionally `context`) as somebody in a hurry would type them,
 * for `eval --questions`: `npm run -s measure:rewrite -- --questions FILE --style unaccented > unaccented.jsonl`.
 */

const line = z.looseObject({ text: z.string(), context: z.array(z.string()).optional() });

const { questions, style } = new Command('measure:rewrite')
  .requiredOption('--questions <file>', 'questions (JSON lines)')
  .addOption(new Option('--style <style>', 'how to write them').choices(WRITTEN_AS).makeOptionMandatory())
  .parse()
  .opts<{ questions: string; style: WrittenAs }>();

for (const row of readFileSync(questions, 'utf8').split('\n')) {
  if (row.trim() === '') continue;
  const item = line.parse(JSON.parse(row));
  const context = item.context?.map((message) => writeAs(message, style));
  process.stdout.write(
    `${JSON.stringify({ ...item, text: writeAs(item.text, style), ...(context && { context }) })}\n`,
  );
}
