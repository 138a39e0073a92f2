import type { Conversation } from '../conversation.ts';
import type { GapTelling } from '../ports/gaps.ts';
import type { OutgoingMessage } from '../ports/records.ts';
import { ASK_STAFF } from '../quick-replies.ts';

/** Whether a citizen may be sent an answer that came later: a person who speaks with them is not interrupted. */
export function mayTell(conversation: Conversation | null): conversation is Conversation {
  return conversation?.owner === 'bot';
}

/** The message, and the key under which it goes out once whatever happens. */
export function tellingMessage({ gapId, answer, conversationId, text }: GapTelling): {
  readonly message: OutgoingMessage;
  readonly correlationId: string;
} {
  return {
    message: { author: 'bot', authorName: null, text, quickReplies: [ASK_STAFF], citations: [] },
    correlationId: `gap:${gapId}:${answer}:${conversationId}`,
  };
}
