import type { Author, SendWindow } from '../../../bot/ports/channel.ts';
import { ZALO_CLOSED } from './delivery-words.ts';

const HOUR_MS = 3_600_000;
/** Within 48 hours of the citizen's last action answers are free of charge; the bot never costs the office money. */
const FREE_MS = 48 * HOUR_MS;
/** Later than 7 days Zalo refuses consultation messages (error -230). */
const ALLOWED_MS = 7 * 24 * HOUR_MS;

/** Whether Zalo lets us write now: the bot within 48 hours, staff within 7 days of the citizen's last message. */
export function zaloWindow(author: Author, lastInboundAt: number | null, now: number): SendWindow {
  if (lastInboundAt === null) return { open: false, reason: ZALO_CLOSED.neverWrote };
  const until = lastInboundAt + (author === 'bot' ? FREE_MS : ALLOWED_MS);
  if (now <= until) return { open: true, until, mode: 'response' };
  return { open: false, reason: author === 'bot' ? ZALO_CLOSED.bot : ZALO_CLOSED.everybody };
}
