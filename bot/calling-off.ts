import { AROUND_CALLING_OFF, CALLING_OFF } from './calling-off-words.ts';
import type { Conversation, Ticket } from './conversation.ts';
import { REPLIES } from './policy/replies.ts';
import { saysOnly } from './policy/says-only.ts';
import { mayCancel } from './ticket-facts.ts';
import { SILENT, type TurnDecision } from './turn-decision.ts';
import type { HeardMessage } from './turn-input.ts';

/**
 * Ends what a citizen waits for when they say that they no longer need it, and tells them so. A child in danger, a
 * complaint and what a person has taken already are not ended by words.
 * @returns `null` where nothing is called off
 */
export function callOff(
  decided: TurnDecision,
  heard: Pick<HeardMessage, 'text'>,
  conversation: Conversation | null,
  open: Ticket | null,
): TurnDecision | null {
  if (conversation === null || decided.outcome === 'crisis' || !mayCancel(conversation, open)) return null;
  if (!callsOff(heard.text)) return null;
  return {
    ...SILENT,
    outcome: 'chat',
    topic: null,
    priority: null,
    decidedBy: 'citizen:cancel',
    reply: REPLIES.cancelled,
    ticket: null,
    cancels: true,
    owner: 'bot',
  };
}

/** Whether a message says that the citizen needs nobody any more, and nothing else. */
export const callsOff = saysOnly(CALLING_OFF, AROUND_CALLING_OFF);
