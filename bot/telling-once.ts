import type { Citation, Conversation, DeliveryState } from './conversation.ts';
import type { Channel, ChannelId } from './ports/channel.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { OutgoingMessage, TurnRecords } from './ports/records.ts';
import { ASK_STAFF } from './quick-replies.ts';

/** Whether a citizen may be sent words that they did not just ask for: a person who speaks with them is not interrupted. */
export function mayTell(conversation: Conversation | null): conversation is Conversation {
  return conversation?.owner === 'bot';
}

/** Whether words that were put on their way will never arrive, so that they may be told again: they never left. */
export function neverLeft(delivery: DeliveryState): boolean {
  return delivery === 'held' || delivery === 'withheld';
}

/** Words of the bot that answer no mail. */
export function unaskedMessage(text: string, citations: readonly Citation[]): OutgoingMessage {
  return { author: 'bot', authorName: null, text, quickReplies: [ASK_STAFF], citations };
}

/** What telling citizens of their own accord needs. */
export interface TellerDependencies {
  readonly records: Pick<TurnRecords, 'conversation'>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly live: LiveEvents;
  readonly now: () => number;
  /** Tells the sender that words wait. */
  readonly wakeSender: () => void;
}

/**
 * Tells a citizen something while their channel lets the bot write to them; when it does not, they are told after their
 * next message.
 * @param put writes the words and remembers it, in one step; `false` when it was done already or may not be
 * @returns whether words are on their way
 */
export type Teller = (conversationId: string, put: (at: number) => Promise<boolean>) => Promise<boolean>;

/** The one way by which answers and corrections that came later get to citizens. */
export function createTeller({ records, channels, live, now, wakeSender }: TellerDependencies): Teller {
  return async (conversationId, put) => {
    const conversation = await records.conversation(conversationId);
    if (conversation === null) return false;
    const { channel, lastInboundAt } = conversation;
    if (channels.get(channel)?.window('bot', lastInboundAt, now()).open !== true) return false;
    if (!(await put(now()))) return false;
    live.publish({ kind: 'transcript', conversationId });
    wakeSender();
    return true;
  };
}
