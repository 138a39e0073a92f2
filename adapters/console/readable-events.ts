import type { LiveEvent } from '../../bot/ports/live-events.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import { maySeePress } from './access.ts';
import { readableTicket } from './readable-ticket.ts';

/** Tells which live events are about matters that an account may see. */
export type ReadableEvents = (event: LiveEvent, account: Pick<StaffAccount, 'name' | 'role'>) => Promise<boolean>;

/**
 * Who may see matters of the press gets every event without a look. For all others one look at the stores serves all
 * open pages of a process.
 */
export function createReadableEvents(records: Pick<TurnRecords, 'conversation' | 'ticket'>): ReadableEvents {
  const subjects = new WeakMap<LiveEvent, Promise<string | null>>();

  /** The ticket that an event is about; `null`: none. */
  async function lookUp(event: LiveEvent): Promise<string | null> {
    if (event.kind === 'tickets' || event.kind === 'presence') return event.ticketId;
    if (event.kind !== 'transcript') return null;
    return (await records.conversation(event.conversationId))?.ticketId ?? null;
  }

  return async (event, account) => {
    if (maySeePress(account.role)) return true;
    const subject = subjects.get(event) ?? lookUp(event);
    subjects.set(event, subject);
    const ticketId = await subject;
    return ticketId === null || (await readableTicket(records, ticketId, account)) !== null;
  };
}
