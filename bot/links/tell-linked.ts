import { createHash } from 'node:crypto';
import type { Links } from '../ports/links.ts';
import { createTeller, type TellerDependencies } from '../telling-once.ts';
import type { LinkedConversation } from './link.ts';
import { linkedNewsWords } from './link-words.ts';
import { othersIn } from './linking.ts';

/** Told in one go; the others at the next. */
const AT_ONCE = 200;

export interface LinkTellingDependencies extends TellerDependencies {
  readonly links: Pick<Links, 'of' | 'untold' | 'tell'>;
}

/**
 * Tells citizens in whose conversation a code was given, or that belonged to a group before, with what it is linked now:
 * once, while their channel lets the bot write, and when no person speaks with them; else after their next message.
 */
export function createLinkTelling(dependencies: LinkTellingDependencies): () => Promise<void> {
  const { links } = dependencies;
  const tell = createTeller(dependencies);
  return async () => {
    for (const linked of await links.untold(AT_ONCE)) {
      const { conversationId } = linked;
      const group = await links.of(conversationId);
      const text = linkedNewsWords(othersIn(group, conversationId));
      await tell(conversationId, (at) => links.tell({ linked, key: keyOf(group), text, at }));
    }
  };
}

/** The same for the same conversations, linked at the same time. */
function keyOf(group: readonly LinkedConversation[]): string {
  const facts = group.map(({ conversationId, groupId, linkedAt }) => [conversationId, groupId, linkedAt]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
}
