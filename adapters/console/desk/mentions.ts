import type { Ticket } from '../../../bot/conversation.ts';
import { maskMessage } from '../../../bot/masked-message.ts';
import type { Note, Notes } from '../../../bot/ports/notes.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffAccount, StaffStore } from '../../../bot/ports/staff.ts';
import { ACCESS, maySeePress } from '../access.ts';
import { maySeeTicket } from '../readable-ticket.ts';

/** A log-in name after a sign that starts a word, so that no e-mail address is one. */
const MENTION = /(?<=^|[\s(,;:])@(?<name>[a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/giu;

/** Log-in names that a note speaks to, each once. */
export function mentionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(MENTION)].map((match) => (match.groups?.['name'] ?? '').toLowerCase()))];
}

/** Of {@link mentionsIn} those that nobody has who could open the ticket. */
export async function unknownMentions(
  mentions: readonly string[],
  ticket: Ticket,
  staff: StaffStore,
): Promise<readonly string[]> {
  const accounts = await Promise.all(mentions.map((name) => staff.find(name)));
  return mentions.filter((_name, index) => !mayReadNotes(accounts[index] ?? null, ticket));
}

/** Whether an account can open a ticket and so read what is noted on it. */
export function mayReadNotes(account: StaffAccount | null, ticket: Ticket): boolean {
  if (account === null || account.disabled) return false;
  return ACCESS['GET /staff/tickets/:id'].includes(account.role) && maySeeTicket(account, ticket);
}

/** A note that speaks to a reader, and its ticket; `null`: it is gone. */
export interface ReadableMention {
  readonly note: Note;
  readonly ticket: Ticket | null;
}

/**
 * The notes that speak to an account and are unread, the newest first, without those on tickets that it may not see. With
 * personal data masked: it is read on the page of the ticket, by whoever holds it.
 */
export async function readableMentions(
  account: StaffAccount,
  { notes, records }: { readonly notes: Notes; readonly records: Pick<TurnRecords, 'ticket'> },
  limit: number,
): Promise<readonly ReadableMention[]> {
  const found = await notes.unreadBy(account.name, limit);
  const mentions = await Promise.all(
    found.map(async (note) => ({
      note: { ...note, text: maskMessage(note.text) },
      ticket: await records.ticket(note.ticketId),
    })),
  );
  return mentions.filter(
    ({ ticket }) => maySeePress(account.role) || (ticket !== null && maySeeTicket(account, ticket)),
  );
}
