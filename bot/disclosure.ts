import { REPLIES } from './policy/replies.ts';
import type { Outcome } from './topics.ts';

/**
 * Adds the sentence that tells people they talk to a machine (AI Law 134/2025/QH15). It opens a reply, except that
 * in a crisis the hotlines come first, and it is not said twice.
 */
export function disclose(reply: string, outcome: Outcome): string {
  if (reply.includes('trợ lý tự động')) return reply;
  return outcome === 'crisis' ? `${reply}\n\n${REPLIES.disclosure}` : `${REPLIES.disclosure}\n\n${reply}`;
}
