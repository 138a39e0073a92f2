import type { Ticket } from '../conversation.ts';
import type { OutgoingMessage } from '../ports/records.ts';
import { closingButtons } from './rating-buttons.ts';
import { CLOSING_QUESTION } from './sentences.ts';
import { mayRate } from './ticket-rating.ts';

/**
 * The words that end a matter, with the question how it was dealt with where that is asked.
 * @param ticket as it was before it ended
 * @param text `null`: nothing is said, and nothing asked
 */
export function partingWords(ticket: Ticket, text: string | null, closedAt: number): OutgoingMessage | null {
  if (text === null) return null;
  const asks = mayRate(ticket);
  return {
    author: 'bot',
    authorName: null,
    text: asks ? `${text}\n\n${CLOSING_QUESTION}` : text,
    quickReplies: asks ? closingButtons({ ticketId: ticket.id, closedAt }) : [],
    citations: [],
  };
}
