import type { InboundEvent } from '../inbound.ts';
import { commentSchema } from './envelope.ts';

/** Marks a recipient that is a comment, not a person. */
const COMMENT = 'comment:';

/** The comment id of a recipient that `readComment` made up, or `null` for a person. */
export function commentIdOf(recipientId: string): string | null {
  return recipientId.startsWith(COMMENT) ? recipientId.slice(COMMENT.length) : null;
}

/**
 * Reads one item of `changes`: a new comment with words that somebody else wrote on a post of the Page. `null` for
 * everything else of the feed: posts, reactions, edits of comments, the Page's own comments.
 */
export function readComment(change: unknown, pageId: string, entryTime: number | null): InboundEvent | null {
  const parsed = commentSchema.safeParse(change);
  if (!parsed.success) return null;
  const { comment_id: commentId, from, message, created_time: createdAt } = parsed.data.value;
  const at = createdAt ?? entryTime;
  if (from.id === pageId || message.trim() === '' || at === null) return null;
  return {
    kind: 'comment',
    key: `${COMMENT}${commentId}`,
    accountId: pageId,
    at,
    citizenId: `${COMMENT}${commentId}`,
    text: message,
  };
}
