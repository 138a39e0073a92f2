import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Gold } from './evaluation-measures.ts';

/** The files of an evaluation set. */

const goldSchema = z.object({ doc: z.string(), quote: z.string() });
/** A question with the words that answer it: one line of `questions.jsonl`. */
export const questionItem = goldSchema.extend({
  id: z.string(),
  text: z.string(),
  style: z.string(),
  level: z.string(),
  facts: z.array(z.string()),
  context: z.array(z.string()).default([]),
  also: z.array(goldSchema).default([]),
});
/** A message with what should become of it: one line of `behaviour.jsonl`. */
export const behaviourItem = z.object({
  id: z.string(),
  text: z.string(),
  style: z.string(),
  context: z.array(z.string()).default([]),
  expect: z.object({
    outcome: z.enum(['answer', 'abstain', 'ticket', 'crisis', 'chat']),
    topic: z.string(),
    priority: z.string().nullable(),
    also_ok: z.array(z.string()).default([]),
  }),
  must_not: z.array(z.string()).default([]),
});

export type QuestionItem = z.infer<typeof questionItem>;
export type BehaviourItem = z.infer<typeof behaviourItem>;

/**
 * Reads a file of JSON lines; empty lines are left out.
 * @throws SyntaxError, ZodError when a line is not what the schema says
 */
export function readItems<Item>(file: string, schema: z.ZodType<Item>): readonly Item[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Everything that answers a question. */
export function goldOf({ doc, quote, also }: QuestionItem): readonly Gold[] {
  return [{ doc, quote }, ...also];
}

/** Whether the item's id is odd: the half that may be tuned on. */
export function isOdd({ id }: { readonly id: string }): boolean {
  return Number(id.replace(/\D/g, '')) % 2 === 1;
}
