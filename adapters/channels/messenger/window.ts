import type { Author, SendWindow } from '../../../bot/ports/channel.ts';
import { MESSENGER_CLOSED } from './delivery-words.ts';

const HOUR_MS = 3_600_000;
/** Messenger Platform, "Send a Message": anybody may answer within 24 hours of the citizen's last message. */
const RESPONSE_MS = 24 * HOUR_MS;
/** Same page, tag HUMAN_AGENT: a person, never a machine, may answer within 7 days. */
const HUMAN_AGENT_MS = 7 * 24 * HOUR_MS;

/**
 * Whether Messenger lets `author` write at `now` (ms since epoch, as is `lastInboundAt`). Within 24 hours both may
 * answer; after that only staff, as a human agent, until 7 days have passed. `reason` tells staff what they can do.
 */
export function messengerWindow(author: Author, lastInboundAt: number | null, now: number): SendWindow {
  if (lastInboundAt === null) return { open: false, reason: MESSENGER_CLOSED.neverWrote };
  const responseUntil = lastInboundAt + RESPONSE_MS;
  if (now < responseUntil) return { open: true, until: responseUntil, mode: 'response' };
  const humanUntil = lastInboundAt + HUMAN_AGENT_MS;
  if (now >= humanUntil) return { open: false, reason: MESSENGER_CLOSED.everybody };
  if (author === 'bot') return { open: false, reason: MESSENGER_CLOSED.bot };
  return { open: true, until: humanUntil, mode: 'human-agent' };
}
