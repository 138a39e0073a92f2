import type { Channel, ChannelId } from '../ports/channel.ts';
import type { Gaps, GapTelling } from '../ports/gaps.ts';
import type { LiveEvents } from '../ports/live-events.ts';
import type { TurnRecords } from '../ports/records.ts';

export interface TellingDependencies {
  readonly gaps: Pick<Gaps, 'tell'>;
  readonly records: Pick<TurnRecords, 'conversation'>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly live: LiveEvents;
  readonly now: () => number;
  /** Tells the sender that words wait. */
  readonly wakeSender: () => void;
}

/**
 * Sends words once to somebody who had asked, where their channel lets us write now; else nothing happens, and it may be
 * tried again.
 */
export function createTelling(dependencies: TellingDependencies): (words: Omit<GapTelling, 'at'>) => Promise<void> {
  const { gaps, records, channels, live, now, wakeSender } = dependencies;
  return async (words) => {
    const { conversationId } = words;
    const conversation = await records.conversation(conversationId);
    if (conversation === null) return;
    const { channel, lastInboundAt } = conversation;
    if (channels.get(channel)?.window('bot', lastInboundAt, now()).open !== true) return;
    if (!(await gaps.tell({ ...words, at: now() }))) return;
    live.publish({ kind: 'transcript', conversationId });
    wakeSender();
  };
}
