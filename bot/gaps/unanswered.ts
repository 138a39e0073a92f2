import type { LedgerEntry } from '../ports/records.ts';
import { heldGap, statementBehind } from '../statements/statement-ledger.ts';
import type { GapReason } from './gap.ts';

/** What the ledger says of messages that no document could answer: nothing of their own was asked of us. */
const NO_GAP: ReadonlySet<string> = new Set(['answer:other-language', 'answer:elsewhere']);

/** What a turn shows of what the documents lack. */
export interface ShownGap {
  readonly why: GapReason;
  /** The gap it belongs to where that is known already; `null`: somebody looks at it. */
  readonly gapId: string | null;
}

/**
 * The gap in the documents that a turn shows, or `null`. Matters that policy hands over (danger, complaints, somebody's
 * own case) are none: no document would have answered them. What a holding statement kept from the documents waits for
 * its end.
 */
export function gapShownBy({ outcome, decidedBy, question }: LedgerEntry): ShownGap | null {
  if (outcome !== 'abstained' || question.trim() === '') return null;
  const statement = statementBehind(decidedBy);
  if (statement !== null) return { why: 'not-found', gapId: heldGap(statement.id) };
  return decidedBy.startsWith('answer:') && !NO_GAP.has(decidedBy) ? { why: 'not-found', gapId: null } : null;
}
