import { conversationId } from '../../bot/conversation.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';
import { WEB_ACCOUNT } from '../channels/web/web-account.ts';
import type { Config } from '../config.ts';

/** How a command names one citizen on one channel. */
export interface WantedCitizen {
  readonly conversation?: string;
  readonly channel?: string;
  readonly user?: string;
}

/** What is said where {@link wantedConversation} gives `null`. */
export const NO_CITIZEN_NAMED = 'Hãy cho biết --conversation, hoặc --channel (messenger, zalo, web) và --user.';

const CHANNELS: readonly ChannelId[] = ['messenger', 'zalo', 'web'];

/** The conversation's id; `null` where too little is said, or the channel is off in the settings. */
export function wantedConversation({ conversation, channel, user }: WantedCitizen, config: Config): string | null {
  if (conversation !== undefined) return conversation;
  if (channel === undefined || user === undefined) return null;
  if (channel === 'web') return conversationId('web', WEB_ACCOUNT, user);
  if (channel === 'zalo' && config.zalo.on) return conversationId('zalo', config.zalo.settings.oaId, user);
  if (channel === 'messenger' && config.messenger.on) {
    return conversationId('messenger', config.messenger.settings.pageId, user);
  }
  return null;
}

/** The channel that a conversation's id begins with; `null`: none does. */
export function channelOf(id: string): ChannelId | null {
  return CHANNELS.find((name) => id.startsWith(`${name}:`)) ?? null;
}
