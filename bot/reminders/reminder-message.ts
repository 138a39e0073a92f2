import type { OutgoingMessage } from '../ports/records.ts';
import type { ReminderTelling } from '../ports/reminders.ts';
import { ASK_STAFF } from '../quick-replies.ts';

/** The message, and the key under which it goes out once whatever happens. */
export function reminderMessage({ list, key, text }: ReminderTelling): {
  readonly message: OutgoingMessage;
  readonly correlationId: string;
} {
  return {
    message: { author: 'bot', authorName: null, text, quickReplies: [ASK_STAFF], citations: [] },
    correlationId: `reminder:${list.conversationId}:${key}`,
  };
}
