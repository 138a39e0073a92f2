import type { Logger } from 'pino';
import type { Linking } from '../../bot/links/linking.ts';
import { createLinkTelling, type LinkTellingDependencies } from '../../bot/links/tell-linked.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import type { Links } from '../../bot/ports/links.ts';
import { codesGuessedAlarm } from '../../bot/raised-alarms.ts';

/** How citizens link their conversations, with the store of their links. */
export function linkingOf(
  deps: LinkTellingDependencies & {
    readonly links: Links;
    readonly onFault: (error: unknown) => void;
    readonly log: Pick<Logger, 'warn'>;
    readonly raise: (alarm: Alarm) => void;
  },
): Linking {
  const { links, channels, log, now, onFault, raise } = deps;
  const telling = createLinkTelling(deps);
  return {
    links,
    mayReach: (channel, lastInboundAt) => channels.get(channel)?.window('bot', lastInboundAt, now()).open === true,
    tellOthers: (conversationId, change) => telling.of(conversationId, change).catch(onFault),
    onGuessing(wrong) {
      log.warn({ wrong }, 'too many wrong codes for linking within an hour: none is taken for a while');
      raise(codesGuessedAlarm(wrong, now()));
    },
  };
}
