import type { Ticket, TicketRating } from '../conversation.ts';

/** What a tap says of how a matter was dealt with. */
export interface ReadTicketRating extends Pick<TicketRating, 'rating' | 'reason'> {
  readonly ticketId: string;
  /** Which of its endings is meant (ms since epoch): a matter that was opened again is rated anew. */
  readonly closedAt: number;
}

/**
 * Whether a citizen is asked how a matter was dealt with, and what they say is counted: never after a crisis, whatever
 * they tap, and not the press.
 */
export function mayRate({ topic, priority }: Pick<Ticket, 'topic' | 'priority'>): boolean {
  return priority !== 'urgent' && topic !== 'child_safety' && topic !== 'press';
}

/**
 * The ticket after its citizen rated one of its endings; `null` where that counts for nothing: somebody else's, an
 * ending that is not the last, or one that was rated before. A reason may follow a bad rating once.
 */
export function afterRating(
  ticket: Ticket,
  given: ReadTicketRating,
  { conversationId, at }: { readonly conversationId: string; readonly at: number },
): Ticket | null {
  const isTheirs = ticket.conversationId === conversationId && ticket.closedAt === given.closedAt;
  if (!isTheirs || ticket.state !== 'closed' || !mayRate(ticket)) return null;
  const { rating: known } = ticket;
  const { rating, reason } = given;
  if (known === null) return { ...ticket, rating: { rating, reason, at } };
  const isFirstReason = known.rating === 'down' && known.reason === null && reason !== null;
  return isFirstReason ? { ...ticket, rating: { ...known, reason } } : null;
}
