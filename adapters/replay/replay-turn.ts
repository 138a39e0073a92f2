import type { AnswerTrace } from '../../bot/answer-trace.ts';
import { fromDocuments } from '../../bot/from-documents.ts';
import type { RecordedTurn } from '../../bot/ports/ledger.ts';
import type { TurnKnowledge } from '../../bot/turn-decision.ts';

/** Something that is other now than it was when the turn was decided. */
export type Difference =
  /** Code, prompts or encoder: `was` and `is` are versions. */
  | {
      readonly what: 'program' | 'writing-prompt' | 'rewrite-prompt' | 'encoder';
      readonly was: string;
      readonly is: string;
    }
  /** How a step of the model ended, with what was wrong. */
  | { readonly what: 'rewrite' | 'writing'; readonly was: string; readonly is: string }
  /** Passages that are no longer in the index, or have another text. */
  | { readonly what: 'gone' | 'changed'; readonly passages: readonly string[] }
  /** Other passages are found, or in another order. */
  | { readonly what: 'found'; readonly was: readonly string[]; readonly is: readonly string[] }
  /** The transcript has the words no more, so that they were decided without personal data and without earlier ones. */
  | { readonly what: 'masked' }
  /** The same step says other words now. */
  | { readonly what: 'wording' }
  /** Which step decided. */
  | { readonly what: 'decision'; readonly was: string; readonly is: string };

/** What came of making an answer again. */
export interface Replay {
  readonly turnId: string;
  readonly at: number;
  readonly decidedBy: string;
  /** Whether the same words came out. */
  readonly same: boolean;
  /** As it was sent, with what stood before and behind it. */
  readonly recordedReply: string | null;
  /** The answer's words now. */
  readonly reply: string | null;
  readonly passages: AnswerTrace['passages'];
  readonly differences: readonly Difference[];
}

/**
 * Makes an answer again from what was recorded of it and the documents of now: search, verdict over the model's recorded
 * words, mending, falling back, wording. No model is asked.
 * @param knowledge the present index, with a model that says what it said then
 */
export async function replayTurn(turn: RecordedTurn, trace: AnswerTrace, knowledge: TurnKnowledge): Promise<Replay> {
  const { turnId, at, decidedBy, reply: recordedReply } = turn;
  const { message: text, earlier, wasAsked, passages } = trace;
  const decision = await fromDocuments({ text, earlier, wasAsked }, at, knowledge);
  const now = decision.trace;
  if (now === undefined) throw new TypeError('An answer of the index always tells what it was made of.');
  const steps = decidedBy.replace(/^approval:\S+ /, '');
  const differences: Difference[] = [
    ...changed('program', trace.program, now.program),
    ...changed('encoder', trace.encoder ?? '–', now.encoder ?? '–'),
    ...changed('rewrite-prompt', trace.rewrite?.promptVersion, now.rewrite?.promptVersion),
    ...changed('writing-prompt', trace.writing?.promptVersion, now.writing?.promptVersion),
    ...passageDifferences(trace, now, knowledge),
    ...changed('rewrite', trace.rewrite?.end ?? '–', now.rewrite?.end ?? '–'),
    ...changed('writing', verdictOf(trace), verdictOf(now)),
    // What the model and the prompt are called stands in it too, and is told above.
    ...(trace.writing === null && now.writing === null ? changed('decision', steps, decision.decidedBy) : []),
  ];
  const same = now.reply === trace.reply;
  return { turnId, at, decidedBy, same, recordedReply, reply: decision.reply, passages, differences };
}

type Versioned = Extract<Difference, { readonly was: string }>['what'];

function changed(what: Versioned, was: string | undefined, is: string | undefined): readonly Difference[] {
  return was === undefined || is === undefined || was === is ? [] : [{ what, was, is }];
}

function verdictOf({ writing }: AnswerTrace): string {
  if (writing === null) return '–';
  return writing.faults.length === 0 ? writing.end : `${writing.end} (${writing.faults.join(', ')})`;
}

function passageDifferences(was: AnswerTrace, is: AnswerTrace, knowledge: TurnKnowledge): readonly Difference[] {
  const used = new Map([...was.passages, ...(was.writing?.passages ?? [])].map(({ id, digest }) => [id, digest]));
  const gone: string[] = [];
  const others: string[] = [];
  for (const [id, digest] of used) {
    const found = knowledge.passage(id)?.passage;
    if (found === undefined) gone.push(id);
    else if (found.digest !== digest) others.push(id);
  }
  const ids = ({ passages }: AnswerTrace) => passages.map(({ id }) => id);
  const found = { what: 'found', was: ids(was), is: ids(is) } as const;
  return [
    ...(gone.length === 0 ? [] : [{ what: 'gone', passages: gone } as const]),
    ...(others.length === 0 ? [] : [{ what: 'changed', passages: others } as const]),
    ...(found.was.join() === found.is.join() ? [] : [found]),
  ];
}
