import type { Ticket, TicketOutcome } from './conversation.ts';
import { ended, type OpenMatter, replied } from './handover.ts';
import type { Stale, Transfer } from './ports/records.ts';

/** The rules of what staff do with an open matter, free of any store. */

const TAKEN: Stale = { ok: false, reason: 'taken' };

/** Staff takes the matter. `taken` when somebody else holds it. */
export function afterClaim(matter: OpenMatter, staffName: string, at: number): OpenMatter | Stale {
  const { conversation, ticket } = matter;
  if (isHeldByAnother(ticket, staffName)) return TAKEN;
  return {
    conversation: { ...conversation, owner: 'staff' },
    ticket: { ...ticket, state: 'claimed', assignee: staffName, unattendedAt: null, updatedAt: at },
  };
}

/**
 * Staff writes to the citizen, and thereby takes a matter that nobody held.
 * @param waits whether they asked something back: the next word is the citizen's
 */
export function afterReply(matter: OpenMatter, staffName: string, at: number, waits = false): OpenMatter | Stale {
  const taken = afterClaim(matter, staffName, at);
  if ('ok' in taken) return taken;
  const ticket = replied(taken.ticket, at);
  return {
    conversation: { ...taken.conversation, lastStaffAt: at },
    ticket: waits ? { ...ticket, state: 'waiting' } : ticket,
  };
}

/**
 * A reply of the holder is taken back before it was sent.
 * @param before when staff wrote before it in this epoch; `null`: not at all
 */
export function afterTakeBack(
  { conversation, ticket }: OpenMatter,
  staffName: string,
  taken: { readonly wroteAt: number; readonly before: number | null },
  at: number,
): OpenMatter | Stale {
  if (isHeldByAnother(ticket, staffName)) return TAKEN;
  const { wroteAt, before } = taken;
  return {
    conversation: {
      ...conversation,
      lastStaffAt: conversation.lastStaffAt === wroteAt ? before : conversation.lastStaffAt,
    },
    ticket: {
      ...ticket,
      // What was asked back never reached the citizen.
      state: ticket.state === 'waiting' ? 'claimed' : ticket.state,
      updatedAt: at,
      repliedAt: ticket.repliedAt === wroteAt ? null : ticket.repliedAt,
    },
  };
}

/** Staff closes the matter. `taken` when somebody else holds it. */
export function afterClose(
  matter: OpenMatter,
  closing: {
    readonly staffName: string;
    readonly note: string;
    readonly outcome?: TicketOutcome;
    readonly at: number;
  },
): OpenMatter | Stale {
  const { staffName: assignee, note, outcome = null, at } = closing;
  if (isHeldByAnother(matter.ticket, assignee)) return TAKEN;
  const { conversation, ticket } = ended(matter, 'done', at);
  return { conversation, ticket: { ...ticket, assignee, closingNote: note, outcome } };
}

/**
 * Staff pass the matter on: to a person, who holds it from then on, or to a group, where it waits for whoever takes it.
 * `taken` when somebody else holds it, unless the one who passes it on is in charge.
 */
export function afterTransfer({ conversation, ticket }: OpenMatter, transfer: Transfer): OpenMatter | Stale {
  const { staffName, to, assignee, note, at, inCharge } = transfer;
  if (!inCharge && isHeldByAnother(ticket, staffName)) return TAKEN;
  const passed = { ...ticket, assignee, routedTo: to, transferNote: note, updatedAt: at };
  // Whoever gets a matter that nobody had taken yet still has to take it.
  if (assignee !== null) return { conversation, ticket: { ...passed, unattendedAt: null } };
  // Nobody holds it: the citizen waits in line again, or reads the bot if they did until now.
  const owner = conversation.owner === 'staff' ? 'queue' : conversation.owner;
  const queuedAt = ticket.state === 'new' ? ticket.queuedAt : at;
  return { conversation: { ...conversation, owner }, ticket: { ...passed, state: 'new', queuedAt } };
}

/** Whether a colleague holds the matter. */
export function isHeldByAnother(ticket: Ticket, staffName: string): boolean {
  return ticket.assignee !== null && ticket.assignee !== staffName;
}
