import type { Conversation } from '../../../bot/conversation.ts';
import type { LedgerEntry, TurnCommit } from '../../../bot/ports/records.ts';
import type { Step } from './apply-changes.ts';

/** Steps that write an entry of the ledger: `turn:<id>` and, by time, `ledger`. */
export function ledgerSteps(
  entry: LedgerEntry,
  { at, itemIds }: Pick<TurnCommit, 'at' | 'itemIds'>,
  { id, epoch }: Pick<Conversation, 'id' | 'epoch'>,
): readonly Step[] {
  const fields = {
    conversation: id,
    epoch: String(epoch),
    at: String(at),
    items: JSON.stringify(itemIds),
    question: entry.question,
    outcome: entry.outcome,
    topic: entry.topic ?? '',
    priority: entry.priority ?? '',
    decidedBy: entry.decidedBy,
    reply: entry.reply ?? '',
    citations: JSON.stringify(entry.citations),
    ms: String(entry.ms),
    trace: entry.trace ? JSON.stringify(entry.trace) : '',
  };
  return [
    ['call', 'HSET', `turn:${entry.turnId}`, ...Object.entries(fields).flat()],
    ['call', 'ZADD', 'ledger', String(at), entry.turnId],
    ['call', 'SADD', `turns-of:${id}`, entry.turnId],
  ];
}
