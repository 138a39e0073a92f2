import type { AnswerTrace } from '../answer-trace.ts';
import type { Outcome } from '../topics.ts';

/** A turn as the ledger tells it. */
export interface RecordedTurn {
  readonly turnId: string;
  /** Begins with `erased:` after an erasure. */
  readonly conversationId: string;
  /** When it was decided (ms since epoch). */
  readonly at: number;
  readonly outcome: Outcome;
  readonly decidedBy: string;
  /** Masked; empty after erasure and retention. */
  readonly question: string;
  /** With everything that was put before or behind the answer. */
  readonly reply: string | null;
  /** `null`: the documents did not answer, its words are gone, or an older program wrote it. */
  readonly trace: AnswerTrace | null;
}

/** Reads single turns of the ledger. */
export interface Ledger {
  turn(turnId: string): Promise<RecordedTurn | null>;
  /** The last turns, the newest first. */
  latest(limit: number): Promise<readonly RecordedTurn[]>;
}
