import type { Reminders } from '../ports/reminders.ts';
import type { TurnDecision } from '../turn-decision.ts';
import { keptWords } from './reminder-words.ts';

/** What the ledger says of citizens who ask what is kept of them. */
export const ASKS_WHAT_IS_KEPT = 'policy:privacy.what-do-you-keep';

/** Tells who asks what is kept of them which reminders are. */
export async function tellKeptReminders(
  decision: TurnDecision,
  conversationId: string,
  reminders: Pick<Reminders, 'of'> | undefined,
): Promise<TurnDecision> {
  if (decision.decidedBy !== ASKS_WHAT_IS_KEPT || decision.reply === null) return decision;
  const list = (await reminders?.of(conversationId)) ?? null;
  return list === null ? decision : { ...decision, reply: `${decision.reply}\n${keptWords(list.reminders)}` };
}
