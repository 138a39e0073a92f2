import type { TurnCommit } from './ports/records.ts';
import { mailOf, type TurnDependencies, type TurnSource } from './run-turn.ts';
import { answerDueAt, clocked } from './staff-promise.ts';

/** What mail changes that nobody answers. */
export interface EventChange extends Pick<TurnCommit, 'seen' | 'heard' | 'ticket' | 'owner' | 'lastInboundAt'> {
  readonly revisions?: TurnCommit['revisions'];
}

/**
 * Writes a change without a decision: no ledger entry, no words to send.
 * @returns `stale` when another worker was faster; nothing was written then
 */
export async function commitEvent(
  change: EventChange,
  source: TurnSource,
  { records, office, live, now }: TurnDependencies,
): Promise<'done' | 'stale'> {
  const at = now();
  const calendar = await office.calendar();
  const ticket = change.ticket === null ? null : clocked(change.ticket, at, calendar);
  const result = await records.commit({
    ...mailOf(source),
    at,
    ...change,
    ticket,
    answerDueAt: answerDueAt(change.seen?.ticket ?? null, at, calendar),
    ledger: null,
    disclosed: false,
    outgoing: [],
  });
  if (!result.ok) return 'stale';
  live.publish({ kind: 'transcript', conversationId: source.conversationId });
  if (result.ticket !== null) live.publish({ kind: 'tickets', ticketId: result.ticket.id });
  return 'done';
}
