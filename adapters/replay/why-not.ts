import type { RecordedTurn } from '../../bot/ports/ledger.ts';
import { isDecidedAgain, type NotDecidedAgain, whyNotDecidedAgain } from './replay-decision.ts';

/** Why a turn cannot be made again. */
export type NotReplayable = 'erased' | 'expired' | 'not-from-documents' | 'too-old' | NotDecidedAgain;

/** Why there is nothing to make again of a turn; `null`: it can be. */
export function whyNotReplayable(turn: RecordedTurn): NotReplayable | null {
  const { conversationId, decidedBy, question, trace } = turn;
  if (trace !== null || isDecidedAgain(turn)) return null;
  if (conversationId.startsWith('erased:')) return 'erased';
  const why = whyNotDecidedAgain(decidedBy);
  if (why !== null) return why;
  if (question === '') return 'expired';
  return /(?:^|\s)(?:answer|clarify):/.test(decidedBy) ? 'too-old' : 'not-from-documents';
}
