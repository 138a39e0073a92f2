import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { PressSlots } from '../../../bot/press-intake/press-slots.ts';
import { readPressSlots } from '../../../bot/press-intake/read-slots.ts';

/** Tickets of each kind that are looked through for requests of the press. */
export const LONGEST_REGISTER = 500;
const LONGEST_TRANSCRIPT = 300;

/** One request of the press. */
export interface PressRequest {
  readonly ticket: Ticket;
  readonly slots: PressSlots;
  /** What people of the office wrote to the press, oldest first. */
  readonly released: readonly Pick<TranscriptMessage, 'text' | 'authorName' | 'at'>[];
}

/**
 * Every request of the press, the newest first. Nothing of it is stored beside the conversation, so that an erasure and
 * the end of a retention take it along.
 */
export async function readRegister(records: TurnRecords): Promise<readonly PressRequest[]> {
  const [open, closed] = await Promise.all([
    records.tickets('open', '', LONGEST_REGISTER),
    records.tickets('closed', '', LONGEST_REGISTER),
  ]);
  const tickets = [...open, ...closed]
    .filter((ticket) => ticket.topic === 'press')
    .toSorted((one, other) => other.openedAt - one.openedAt);
  return Promise.all(tickets.map((ticket) => readRequest(ticket, records)));
}

/** What the conversation of a ticket of the press tells of the request. */
export async function readRequest(ticket: Ticket, records: TurnRecords): Promise<PressRequest> {
  const transcript = await records.transcript(ticket.conversationId, 0, LONGEST_TRANSCRIPT);
  const lines = transcript.filter((line) => line.epoch === ticket.epoch);
  const heard = lines.map(({ author, text }) => ({ author: author === 'citizen' ? author : ('us' as const), text }));
  return { ticket, slots: readPressSlots(heard), released: lines.filter((line) => line.author === 'staff') };
}
