import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { citizensLines } from '../../../adapters/cli/ask.ts';
import { goldOf, questionItem, readItems } from '../../../adapters/cli/evaluation-items.ts';
import { type Gold, rankOfGold } from '../../../adapters/cli/evaluation-measures.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';

/** A question of which it is known what answers it. */
export interface MeasuredQuestion {
  readonly text: string;
  /** The citizen's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  readonly style: string;
  /** What a whole answer holds. */
  readonly facts: readonly string[];
  /** The document it is about; its own words where none answers it. */
  readonly about: string;
  /** Whether a passage answers it. */
  isRight(hit: Hit): boolean;
}

/** A question that no document answers; `near` ones are about schools. */
export interface UnanswerableQuestion extends MeasuredQuestion {
  readonly kind: 'near' | 'far';
}

const answerableLine = z.object({
  file: z.string(),
  digest: z.string(),
  style: z.string(),
  text: z.string(),
  facts: z.array(z.string()).min(1),
  earlier: z.array(z.string()).default([]),
});
const unanswerableLine = z.object({ kind: z.enum(['near', 'far']), style: z.string(), text: z.string() });

const fileOf = (name: string) => join(import.meta.dirname, name);

/** Written for passages drawn by lot, and for passages that a parent would ask for, sample documents among them. */
const ANSWERABLE = ['answerable.jsonl', 'citizens.jsonl'];

/** Which of a number of equal shares a question is in: all about one document are in the same. */
export function shareIn({ about }: Pick<MeasuredQuestion, 'about'>, shares: number): number {
  return crc32(about) % shares;
}

/**
 * Questions written for passages of official texts. Right is the passage itself, or one of its document with most of
 * its words.
 * @returns also how many are left out because the base does not hold their passage
 */
export function readAnswerable(base: KnowledgeBase): {
  readonly questions: readonly MeasuredQuestion[];
  readonly leftOut: number;
} {
  const texts = new Map(base.passages.map((passage) => [passage.digest, passage.text]));
  const lines = ANSWERABLE.flatMap((name) => readItems(fileOf(name), answerableLine));
  const questions = lines.flatMap(({ file, digest, style, text, facts, earlier }): MeasuredQuestion[] => {
    const quote = texts.get(digest);
    if (quote === undefined) return [];
    const holdsGold = rightBy([{ doc: file, quote }]);
    const isRight = (hit: Hit) => hit.passage.digest === digest || holdsGold(hit);
    return [{ text, earlier, style, facts, about: file, isRight }];
  });
  return { questions, leftOut: lines.length - questions.length };
}

/** Questions that no document answers. */
export function readUnanswerable(): readonly UnanswerableQuestion[] {
  return readItems(fileOf('unanswerable.jsonl'), unanswerableLine).map((line) => ({
    ...line,
    earlier: [],
    facts: [],
    about: line.text,
    isRight: () => false,
  }));
}

/** Questions of an evaluation set. */
export function readEvaluation(file: string): readonly MeasuredQuestion[] {
  return readItems(file, questionItem).map((item) => ({
    text: item.text,
    earlier: citizensLines(item.context),
    style: item.style,
    facts: item.facts,
    about: item.doc,
    isRight: rightBy(goldOf(item)),
  }));
}

/** Place of the first right hit, from 1; `null` when none is. */
export function rankOfRight(question: MeasuredQuestion, hits: readonly Hit[]): number | null {
  const index = hits.findIndex((hit) => question.isRight(hit));
  return index === -1 ? null : index + 1;
}

function rightBy(gold: readonly Gold[]): (hit: Hit) => boolean {
  return ({ document, passage }) =>
    rankOfGold([{ file: document.file, text: [...passage.headings, passage.text].join('\n') }], gold) !== null;
}
