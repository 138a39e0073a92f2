import { fold } from '../../knowledge/text/normalise.ts';
import type { ContextLine } from '../conversation.ts';
import { chat, type TurnDecision } from '../turn-decision.ts';
import { closingReasonButtons, readTicketRating } from './rating-buttons.ts';
import { TICKET_RATING_REPLIES } from './sentences.ts';

const SIGNS = { up: /^👍\p{Emoji_Modifier}?$/u, down: /^👎\p{Emoji_Modifier}?$/u } as const;

/** The decision on a tap that rates how a matter was dealt with; `null` for any other payload. */
export function rateClosing(payload: string | null): TurnDecision | null {
  const read = payload === null ? null : readTicketRating(payload);
  if (read === null) return null;
  const { rating, reason } = read;
  const reply = reason === null ? TICKET_RATING_REPLIES[rating] : TICKET_RATING_REPLIES.reason;
  const decision = chat(`closing:${rating}`, reply);
  const asksWhy = rating === 'down' && reason === null;
  return { ...decision, ticketRating: read, ...(asksWhy ? { quickReplies: closingReasonButtons(read) } : {}) };
}

/** The button that typed words or a thumb stand for right after the words that ended a matter; else `null`. */
export function typedClosingRating(text: string, context: readonly ContextLine[]): string | null {
  const offered = context.at(-1)?.author === 'us' ? (context.at(-1)?.quickReplies ?? []) : [];
  const words = lettersOf(text);
  const meant = offered.find(({ title, payload }) => {
    const read = readTicketRating(payload);
    if (read === null || read.reason !== null) return false;
    return SIGNS[read.rating].test(text.trim()) || (words !== '' && words === lettersOf(title));
  });
  return meant?.payload ?? null;
}

/** Folded words without marks, signs and courtesies. */
function lettersOf(text: string): string {
  return fold(text.replace(/[^\p{L}\p{M}\s]/gu, ' '))
    .trim()
    .replace(/^(?:da|vang|rat) /u, '')
    .replace(/ (?:a|nhe|nha|lam)$/u, '');
}
