import { z } from 'zod';
import type { PassageVersion } from '../document.ts';
import type { FaultKind } from './fault.ts';

/** What a model has to give back; passages are named by the marks of the prompt, `P1` and so on. */
export const writtenAnswer = z.object({
  sentences: z.array(z.object({ text: z.string(), passages: z.array(z.string()) })).max(40),
  completeness: z.enum(['complete', 'partial', 'none']),
  language: z.string(),
});

export type WrittenAnswer = z.infer<typeof writtenAnswer>;

/** The same as a JSON Schema, as OpenAI's strict mode wants it: every key required, no other allowed. */
export const WRITTEN_ANSWER_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['sentences', 'completeness', 'language'],
  properties: {
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'passages'],
        properties: { text: { type: 'string' }, passages: { type: 'array', items: { type: 'string' } } },
      },
    },
    completeness: { type: 'string', enum: ['complete', 'partial', 'none'] },
    language: { type: 'string' },
  },
} as const;

/**
 * How writing ended. `written`: every sentence as it was written; `mended`: some in the documents' own words instead;
 * `repaired`: asked once more, then one or the other. The others leave the words that were quoted without a model.
 */
export type WritingEnd = 'written' | 'mended' | 'repaired' | 'no-model' | 'malformed' | 'rejected' | 'incomplete';

/** The ends after which a citizen reads what the model put together. */
export const TAKEN_ENDS: ReadonlySet<WritingEnd> = new Set(['written', 'mended', 'repaired']);

/** What became of an answer that a model was to write. */
export interface Writing {
  readonly end: WritingEnd;
  readonly model: string;
  readonly promptVersion: string;
  /** Why sentences of the last attempt are not read as they were written, by kind; empty where all are. */
  readonly faults: readonly FaultKind[];
  /** What the model was given, in the order of the marks `P1`, `P2`, … */
  readonly passages: readonly PassageVersion[];
  /** What it returned, attempt by attempt, not looked at; `null` where it gave nothing. */
  readonly outputs: readonly unknown[];
}
