import type { Linking } from '../../bot/links/linking.ts';
import { createLinkTelling, type LinkTellingDependencies } from '../../bot/links/tell-linked.ts';
import type { Links } from '../../bot/ports/links.ts';

/** How citizens link their conversations, with the store of their links. */
export function linkingOf(
  deps: LinkTellingDependencies & { readonly links: Links; readonly onFault: (error: unknown) => void },
): Linking {
  const { links, channels, now, onFault } = deps;
  const telling = createLinkTelling(deps);
  return {
    links,
    mayReach: (channel, lastInboundAt) => channels.get(channel)?.window('bot', lastInboundAt, now()).open === true,
    tellOthers: (conversationId) => telling.group(conversationId).catch(onFault),
  };
}
