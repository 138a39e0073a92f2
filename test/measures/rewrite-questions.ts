import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { type QuestionStyle, STYLES, typeInStyle } from './retrieval/question-styles.ts';

/**
 * Prints a file of questions (JSON lines with `id`, `text` and optionally `context`) as somebody in a hurry would type them,
 * for `eval --questions`: `npm run -s measure:rewrite -- --questions FILE --style unaccented > unaccented.jsonl`.
 */

const line = z.looseObject({ id: z.string(), text: z.string(), context: z.array(z.string()).optional() });

const { questions, style } = new Command('measure:rewrite')
  .requiredOption('--questions <file>', 'questions (JSON lines)')
  .addOption(new Option('--style <style>', 'how to write them').choices(STYLES).makeOptionMandatory())
  .parse()
  .opts<{ questions: string; style: QuestionStyle }>();

for (const row of readFileSync(questions, 'utf8').split('\n')) {
  if (row.trim() === '') continue;
  const item = line.parse(JSON.parse(row));
  const context = item.context?.map((message, place) => typeInStyle(message, style, `${item.id} ${place}`));
  process.stdout.write(
    `${JSON.stringify({ ...item, text: typeInStyle(item.text, style, item.id), ...(context && { context }) })}\n`,
  );
}
