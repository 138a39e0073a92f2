import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../knowledge/answering/answer.ts';
import { type Making, versionsOf } from '../knowledge/writing/making.ts';
import type { Clarified } from './clarifying.ts';

const passages = z.array(z.object({ id: z.string(), digest: z.string() })).readonly();

/** What a kept trace has to look like; the verdicts of a later program may be others than those of this one. */
export const answerTrace = z.object({
  /** Version of the code that answered. */
  program: z.string(),
  /** The message as it was searched for: joined to the question of ours that it replies to. */
  message: z.string(),
  earlier: z.array(z.string()).readonly(),
  /** Whether we had asked back just before. */
  wasAsked: z.boolean(),
  encoder: z.string().nullable(),
  /** The passages that were found, best first. */
  passages,
  rewrite: z.object({ end: z.string(), model: z.string(), promptVersion: z.string(), output: z.unknown() }).nullable(),
  writing: z
    .object({
      end: z.string(),
      model: z.string(),
      promptVersion: z.string(),
      faults: z.array(z.string()).readonly(),
      passages,
      outputs: z.array(z.unknown()).readonly(),
    })
    .nullable(),
  /** SHA-256 of the reply's words, hex, before anything was put before or behind them. */
  reply: z.string(),
});

/** From what an answer was made: enough to make it again from the same documents, without asking a model. */
export type AnswerTrace = z.infer<typeof answerTrace>;

/** The trace of an answer from documents that was said with `reply`. */
export function traceOf({ text, wasAsked }: Clarified, answer: Answer, making: Making, reply: string): AnswerTrace {
  return {
    program: making.program,
    message: text,
    earlier: making.earlier,
    wasAsked,
    encoder: making.encoder,
    passages: versionsOf(answer.hits),
    rewrite: making.rewrite,
    writing: answer.kind === 'answered' ? (answer.writing ?? null) : null,
    reply: createHash('sha256').update(reply).digest('hex'),
  };
}

/** The same trace with other words for everything that a citizen or a model said. */
export function rewordTrace(trace: AnswerTrace, words: (text: string) => string): AnswerTrace {
  const { message, earlier, rewrite, writing } = trace;
  return {
    ...trace,
    message: words(message),
    earlier: earlier.map(words),
    rewrite: rewrite === null ? null : { ...rewrite, output: rewordJson(rewrite.output, words) },
    writing:
      writing === null ? null : { ...writing, outputs: writing.outputs.map((output) => rewordJson(output, words)) },
  };
}

function rewordJson(value: unknown, words: (text: string) => string): unknown {
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value)) return value.map((one) => rewordJson(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [words(name), rewordJson(one, words)]));
}
