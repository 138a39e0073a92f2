import { createHash } from 'node:crypto';
import type { Links } from '../ports/links.ts';
import { createTeller, type TellerDependencies } from '../telling-once.ts';
import type { LinkedConversation } from './link.ts';
import { linkedNewsWords } from './link-words.ts';
import { othersIn } from './linking.ts';

export interface LinkTellingDependencies extends TellerDependencies {
  readonly links: Pick<Links, 'of' | 'untold' | 'tell'>;
}

/** Tells citizens what their conversations are linked with now. */
export interface LinkTelling {
  /** Those of one group who were not told yet. */
  group(conversationId: string): Promise<void>;
  /** All who were not told yet. */
  all(): Promise<void>;
}

/**
 * Tells citizens in whose conversation a code was given, or that belonged to a group before, with what it is linked now:
 * once, while their channel lets the bot write, and when no person speaks with them; else after their next message.
 */
export function createLinkTelling(dependencies: LinkTellingDependencies): LinkTelling {
  const { links } = dependencies;
  const tell = createTeller(dependencies);

  async function tellOne(linked: LinkedConversation, group: readonly LinkedConversation[]): Promise<void> {
    const text = linkedNewsWords(othersIn(group, linked.conversationId));
    await tell(linked.conversationId, (at) => links.tell({ linked, key: keyOf(group), text, at }));
  }

  return {
    async group(conversationId) {
      const group = await links.of(conversationId);
      for (const linked of group) if (!linked.isTold) await tellOne(linked, group);
    },
    async all() {
      for (const linked of await links.untold()) await tellOne(linked, await links.of(linked.conversationId));
    },
  };
}

/** The same for the same conversations, linked at the same time. */
function keyOf(group: readonly LinkedConversation[]): string {
  const facts = group.map(({ conversationId, groupId, linkedAt }) => [conversationId, groupId, linkedAt]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
}
