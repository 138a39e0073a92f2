import { createHash } from 'node:crypto';
import type { Links } from '../ports/links.ts';
import { createTeller, type TellerDependencies } from '../telling-once.ts';
import { type LinkChange, type LinkedConversation, othersIn, type Parted } from './link.ts';
import { linkedNewsWords, partedNewsWords } from './link-words.ts';

export interface LinkTellingDependencies extends TellerDependencies {
  readonly links: Pick<Links, 'of' | 'untold' | 'tell' | 'parted' | 'tellParted'>;
}

/** Tells citizens what their conversations are linked with now, and with what no more. */
export interface LinkTelling {
  /** Those who are concerned by what was just made of a conversation's links. */
  of(conversationId: string, change: LinkChange): Promise<void>;
  /** All who were not told yet. */
  all(): Promise<void>;
}

/**
 * Tells citizens in whose conversation a code was given, or that belonged to a group before, with what it is linked now, and
 * those from whose conversation another one parted that it did: once, while their channel lets the bot write, and when no person speaks with them; else after their next message.
 */
export function createLinkTelling(dependencies: LinkTellingDependencies): LinkTelling {
  const { links } = dependencies;
  const tell = createTeller(dependencies);

  async function tellOne(linked: LinkedConversation, group: readonly LinkedConversation[]): Promise<void> {
    const text = linkedNewsWords(othersIn(group, linked.conversationId));
    await tell(linked.conversationId, (at) => links.tell({ linked, key: keyOf(group), text, at }));
  }

  async function tellParting(parted: Parted): Promise<void> {
    const others = othersIn(await links.of(parted.conversationId), parted.conversationId);
    const text = partedNewsWords(parted, others);
    await tell(parted.conversationId, (at) => links.tellParted({ parted, text, at }));
  }

  return {
    async of(conversationId, change) {
      if (change.kind === 'joined') {
        const group = await links.of(conversationId);
        for (const linked of group) if (!linked.isTold) await tellOne(linked, group);
      }
      if (change.kind !== 'left' || change.from.length === 0) return;
      for (const parted of await links.parted()) {
        if (change.from.includes(parted.conversationId)) await tellParting(parted);
      }
    },
    async all() {
      for (const linked of await links.untold()) await tellOne(linked, await links.of(linked.conversationId));
      for (const parted of await links.parted()) await tellParting(parted);
    },
  };
}

/** The same for the same conversations, linked at the same time. */
function keyOf(group: readonly LinkedConversation[]): string {
  const facts = group.map(({ conversationId, groupId, linkedAt }) => [conversationId, groupId, linkedAt]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
}
