import { REPLIES } from './policy/replies.ts';
import type { Outcome } from './topics.ts';

/**
 * Adds the sentence that tells people they talk to a machine (AI Law 134/2025/QH15), that their words are kept and how
 * to have them erased. It opens a reply, except that in a crisis the hotlines come first. A reply that says itself that
 * a machine speaks is only followed by what is kept.
 */
export function disclose(reply: string, outcome: Outcome): string {
  if (reply.includes('trợ lý tự động')) return `${reply}\n\n${REPLIES.disclosureOfKeeping}`;
  return outcome === 'crisis' ? `${reply}\n\n${REPLIES.disclosure}` : `${REPLIES.disclosure}\n\n${reply}`;
}
