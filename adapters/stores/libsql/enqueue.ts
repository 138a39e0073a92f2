import type { Conversation } from '../../../bot/conversation.ts';
import type { OutgoingMessage } from '../../../bot/ports/records.ts';
import type { Database } from './database.ts';

/** Puts words into transcript and outbox, within the caller's transaction. */
export type Enqueue = (
  conversation: Conversation,
  message: OutgoingMessage,
  correlationId: string,
  at: number,
  receivedAt?: number | null,
  sendAt?: number,
) => void;

/** Makes the one way by which words get onto their way out. */
export function createEnqueue(database: Database): Enqueue {
  const releaseHeld = database.prepare(
    `UPDATE outbox SET next_at = ? WHERE conversation_id = ? AND state = 'pending' AND attempts = 0 AND next_at > ?`,
  );
  return (conversation, message, correlationId, at, receivedAt = null, sendAt = at) => {
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO messages (conversation_id, epoch, author, author_name, text, at, quick_replies, citations)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        conversation.id,
        conversation.epoch,
        message.author,
        message.authorName,
        message.text,
        at,
        JSON.stringify(message.quickReplies),
        JSON.stringify(message.citations),
      );
    // Words that must reach the citizen whoever owns the conversation wait for nothing: what is held goes before them.
    if (message.overStaff) releaseHeld.run(at, conversation.id, at);
    database
      .prepare(
        `INSERT INTO outbox (id, correlation_id, conversation_id, channel, next_at, created_at, received_at, over_staff)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        lastInsertRowid,
        correlationId,
        conversation.id,
        conversation.channel,
        sendAt,
        at,
        receivedAt,
        Number(message.overStaff ?? false),
      );
  };
}
