import { type QuickReply, TICKET_RATING_REASONS } from '../conversation.ts';
import { ASK_STAFF } from '../quick-replies.ts';
import { RATING_REASON_BUTTONS, RATING_VERDICTS } from './sentences.ts';
import type { ReadTicketRating } from './ticket-rating.ts';

const PAYLOAD = 'DONE:';
const READ = new RegExp(`^${PAYLOAD}(up|down|${TICKET_RATING_REASONS.join('|')}):(\\d{1,15}):(.{1,200})$`, 'u');

/** Which closing of which ticket is rated. */
type Closing = Pick<ReadTicketRating, 'ticketId' | 'closedAt'>;

/** Buttons under the words that end a matter: how it was dealt with. */
export function closingButtons(closing: Closing): readonly QuickReply[] {
  return [button(RATING_VERDICTS.up, 'up', closing), button(RATING_VERDICTS.down, 'down', closing)];
}

/** Buttons that tell why somebody was not content. */
export function closingReasonButtons(closing: Closing): readonly QuickReply[] {
  return [...TICKET_RATING_REASONS.map((reason) => button(RATING_REASON_BUTTONS[reason], reason, closing)), ASK_STAFF];
}

/** What a payload says of a closing; `null` for any other payload. Anybody can type it: who says it is checked later. */
export function readTicketRating(payload: string): ReadTicketRating | null {
  const [, verdict, closedAt, ticketId] = READ.exec(payload) ?? [];
  if (verdict === undefined || ticketId === undefined) return null;
  const closing = { ticketId, closedAt: Number(closedAt) };
  if (verdict === 'up' || verdict === 'down') return { ...closing, rating: verdict, reason: null };
  const reason = TICKET_RATING_REASONS.find((one) => one === verdict) ?? null;
  return { ...closing, rating: 'down', reason };
}

function button(title: string, verdict: string, { ticketId, closedAt }: Closing): QuickReply {
  return { title, payload: `${PAYLOAD}${verdict}:${closedAt}:${ticketId}` };
}
