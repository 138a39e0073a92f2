import { channelNamedIn } from '../conversation.ts';
import type { AuditLog } from '../ports/audit.ts';
import type { LiveEvents } from '../ports/live-events.ts';
import type { TurnRecords } from '../ports/records.ts';

/** What taking a citizen down from the ladder needs. */
export interface LiftSurroundings {
  readonly records: Pick<TurnRecords, 'liftAbuse'>;
  readonly audit: AuditLog;
  readonly live: LiveEvents;
  readonly now: () => number;
}

/**
 * Takes a citizen down from the ladder of misuse and tells the audit log, which names the channel and nobody.
 * @param by log-in name, or `terminal:<user>`
 * @returns `false` when they stood on the ground
 */
export async function liftAbuse(
  conversationId: string,
  by: string,
  { records, audit, live, now }: LiftSurroundings,
): Promise<boolean> {
  if (!(await records.liftAbuse(conversationId))) return false;
  const subject = channelNamedIn(conversationId);
  await audit.append({ at: now(), actor: by, action: 'citizen.lifted', subject, facts: {} });
  live.publish({ kind: 'tickets', ticketId: null });
  return true;
}
