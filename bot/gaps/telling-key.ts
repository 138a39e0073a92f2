import type { GapTelling } from '../ports/gaps.ts';

/** The key under which an answer goes out to one citizen, once whatever happens. */
export function gapTellingKey({ gapId, answer, conversationId }: GapTelling): string {
  return `gap:${gapId}:${answer}:${conversationId}`;
}
