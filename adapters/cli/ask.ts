import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { TurnDecision } from '../../bot/turn-decision.ts';
import type { KnowledgeSource } from '../knowledge-source.ts';
import { tryMessage } from '../trial.ts';

/** One line of `ask --batch` input; other keys are ignored. */
const batchLine = z.object({ id: z.string(), text: z.string(), context: z.array(z.string()).nullish() });

/** One line of `ask --batch` output. */
export interface AskResult {
  readonly id: string;
  readonly outcome: TurnDecision['outcome'];
  readonly topic: TurnDecision['topic'];
  readonly priority: TurnDecision['priority'];
  readonly text: string;
  readonly citations: readonly {
    readonly number: string | null;
    readonly file: string;
    readonly address: string;
    readonly quote: string;
  }[];
  readonly hits: readonly {
    readonly file: string;
    readonly number: string | null;
    readonly address: string;
    readonly text: string;
    readonly score: number;
  }[];
  readonly ms: number;
}

/** A line of the batch cannot be read; those before it have been answered. */
export class BatchUnreadable extends Error {
  readonly code = 'BATCH_UNREADABLE';

  constructor(line: number) {
    super(`Line ${line} is not a JSON object with the keys "id" and "text". Correct it and run the batch again.`);
    this.name = 'BatchUnreadable';
  }
}

const OURS = 'Page trả lời:';
const isOurs = (line: string) => line.startsWith(OURS);

/** The lines of an item's context that the citizen wrote. */
export function citizensLines(context: readonly string[]): readonly string[] {
  return context.filter((line) => !isOurs(line));
}

/**
 * Asks as a citizen in a conversation of their own, through the same decision as every channel.
 * @param context earlier messages, oldest first; those starting with "Page trả lời:" are ours
 * @param at the moment of asking (ms since epoch)
 */
export async function ask(
  question: { readonly id: string; readonly text: string; readonly context: readonly string[] },
  knowledge: KnowledgeSource,
  at: number,
): Promise<AskResult> {
  const context = question.context.map((line) =>
    isOurs(line)
      ? ({ author: 'us', text: line.slice(OURS.length).trim(), quickReplies: [] } as const)
      : ({ author: 'citizen', text: line, quickReplies: [] } as const),
  );
  const { decision, reply, hits, ms } = await tryMessage(question.text, context, knowledge, at);
  return {
    id: question.id,
    outcome: decision.outcome,
    topic: decision.topic,
    priority: decision.priority,
    text: reply,
    citations: decision.citations.map(({ number, file, address, quote }) => ({ number, file, address, quote })),
    hits: hits.map((hit) => ({
      file: hit.document.file,
      number: hit.document.number,
      address: hit.passage.address,
      text: [...hit.passage.headings, hit.passage.text].join('\n'),
      score: round(hit.score),
    })),
    ms: round(ms),
  };
}

/**
 * Answers a JSON-lines stream, one object a line in, one a line out, in order.
 * @throws BatchUnreadable when a line is not an object with `id` and `text`
 */
export async function askBatch(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  answer: (question: { id: string; text: string; context: readonly string[] }) => Promise<AskResult>,
): Promise<number> {
  let number = 0;
  let answered = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = batchLine.safeParse(parseJson(line));
    if (!parsed.success) throw new BatchUnreadable(number);
    const { id, text, context } = parsed.data;
    write(JSON.stringify(await answer({ id, text, context: context ?? [] })));
    answered += 1;
  }
  return answered;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
