import type { Ticket } from '../../bot/conversation.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import type { TicketReader } from '../../bot/ports/ticket-lists.ts';
import { maySeePress } from './access.ts';

/** Whether an account may see a matter: those of the press are hidden, unless it holds this one, to pass it on. */
export function maySeeTicket(
  { name, role }: Pick<StaffAccount, 'name' | 'role'>,
  { topic, assignee, state }: Pick<Ticket, 'topic' | 'assignee' | 'state'>,
): boolean {
  return topic !== 'press' || maySeePress(role) || (assignee === name && state !== 'closed');
}

/** The ticket of an id for an account that may see it; for any other there is none. */
export async function readableTicket(
  records: Pick<TurnRecords, 'ticket'>,
  id: string,
  account: Pick<StaffAccount, 'name' | 'role'>,
): Promise<Ticket | null> {
  const ticket = await records.ticket(id);
  return ticket !== null && maySeeTicket(account, ticket) ? ticket : null;
}

/** An account as the lists of tickets know it. */
export function readerOf({ name, role }: Pick<StaffAccount, 'name' | 'role'>): TicketReader {
  return { staffName: name, press: maySeePress(role) };
}
