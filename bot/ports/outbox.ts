import type { ConversationReference } from 'botbuilder';
import type { Citation, Owner, QuickReply } from '../conversation.ts';
import type { Author, ChannelId } from './channel.ts';

/** One message on its way out. Rows of one conversation leave strictly in order. */
export interface OutboxRow {
  readonly id: number;
  /** Sent with the message where the platform allows it, so that an echo can confirm it. */
  readonly correlationId: string;
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly author: Author;
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  readonly state: 'pending' | 'sending';
  readonly attempts: number;
  readonly createdAt: number;
  /** When the mail that this answers came in; `null` for words that answer none, like those of staff. */
  readonly receivedAt: number | null;
  /** Facts of the conversation at reading time, for the window and ownership checks before the call. */
  readonly lastInboundAt: number | null;
  readonly owner: Owner;
  /** Leaves although staff own the conversation. */
  readonly overStaff: boolean;
  readonly reference: Partial<ConversationReference>;
}

/** Durable queue of words to be sent. */
export interface Outbox {
  /** The oldest unfinished row of each conversation of `channels` that is due at `now`, longest due first. */
  due(now: number, channels: readonly ChannelId[], limit: number): Promise<readonly OutboxRow[]>;
  /**
   * Marks the row as handed to the platform, until `leaseUntil`; `false` when somebody else did, or when staff took the
   * conversation over since the row was found and it may not leave over them.
   */
  begin(id: number, now: number, leaseUntil: number): Promise<boolean>;
  /**
   * After a restart: rows that the dead process had handed to a platform are checked at `checkAt`, so that echoes
   * have time to confirm them: no earlier, because none could come in while the process was away. Only for an engine whose one sender is this process.
   */
  recover(checkAt: number): Promise<void>;
  sent(id: number, providerMessageId: string | null, at: number): Promise<void>;
  retry(id: number, nextAt: number, reason: string): Promise<void>;
  /** The call ended without an answer: leave it in `sending` until `checkAt`, an echo may confirm it. */
  inDoubt(id: number, checkAt: number, reason: string): Promise<void>;
  /** How many pieces of a long text are known to be with the platform. */
  piecesSent(correlationId: string): Promise<number>;
  /** Remembers it durably; never counts backwards. */
  pieceSent(correlationId: string, pieces: number): Promise<void>;
  end(id: number, state: 'failed' | 'held' | 'withheld', reason: string, at: number): Promise<void>;
  /**
   * An echo told that the platform has the message, or a piece of it (`<correlation id>~<number from 1>`). By
   * correlation id or platform message id; where the platform carries neither (Zalo), by the same words to the same
   * citizen still unconfirmed. Returns whether it was ours.
   */
  confirm(
    echo: {
      readonly conversationId: string;
      readonly correlationId: string | null;
      readonly providerMessageId: string;
      readonly text: string | null;
    },
    at: number,
  ): Promise<boolean>;
  depth(now: number): Promise<{ readonly pending: number; readonly oldestMs: number }>;
}
