import type { LedgerEntry } from '../ports/records.ts';
import type { GapReason } from './gap.ts';

/** What the ledger says of messages that no document could answer: nothing of their own was asked of us. */
const NO_GAP: ReadonlySet<string> = new Set(['answer:other-language', 'answer:elsewhere']);

/**
 * Why a turn shows a gap in the documents, or `null`. Matters that policy hands over (danger, complaints, somebody's own
 * case) are none: no document would have answered them.
 */
export function gapShownBy({ outcome, decidedBy, question }: LedgerEntry): GapReason | null {
  const asked = outcome === 'abstained' && decidedBy.startsWith('answer:') && !NO_GAP.has(decidedBy);
  return asked && question.trim() !== '' ? 'not-found' : null;
}
