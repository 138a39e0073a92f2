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

/** How writing ended. Only `written` and `repaired` change what the citizen reads; the others leave the quoted words. */
export type WritingEnd = 'written' | 'repaired' | 'no-model' | 'malformed' | 'rejected' | 'incomplete';

/** What became of an answer that a model was to write. */
export interface Writing {
  readonly end: WritingEnd;
  readonly model: string;
  readonly promptVersion: string;
  /** What was wrong with the last attempt, by kind; empty where nothing was. */
  readonly faults: readonly FaultKind[];
  /** What the model was given, in the order of the marks `P1`, `P2`, … */
  readonly passages: readonly PassageVersion[];
  /** What it returned, attempt by attempt, not looked at; `null` where it gave nothing. */
  readonly outputs: readonly unknown[];
}
