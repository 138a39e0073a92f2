import { ActivityTypes, TurnContext } from 'botbuilder';
import type { BotSwitch } from './bot-switch.ts';
import { REPLIES } from './policy/replies.ts';
import type { Channel, ChannelId } from './ports/channel.ts';
import type { Inbox } from './ports/inbox.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { TurnRecords } from './ports/records.ts';
import { repeatWork } from './repeated-work.ts';

const EVERY_TICK_MS = 2_000;
const EVERY_HOUR_MS = 60 * 60_000;
/** Conversations that one look takes up, so that telling people costs the answers little. */
const BATCH = 50;

export interface BusyNoticeDependencies {
  readonly inbox: Pick<Inbox, 'late' | 'waiting'>;
  readonly records: Pick<TurnRecords, 'notify'>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly botSwitch: Pick<BotSwitch, 'state'>;
  readonly live: LiveEvents;
  /** Mail that has waited longer is late (ms). */
  readonly afterMs: number;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  /** Tells the sender that words wait. */
  readonly wakeSender: () => void;
}

/**
 * Tells citizens whose mail waits long that it was received, once an hour at most. Nothing is read but the line; the
 * mail stays where it is. Mail that failed is none of a crowd's: its next attempt or a person answers it.
 * @returns the function that ends it
 */
export function startBusyNotices(dependencies: BusyNoticeDependencies): () => Promise<void> {
  const { inbox, botSwitch, live, afterMs, now, onFault, wakeSender } = dependencies;
  /** Conversations that were looked at, by the time of that. */
  const seen = new Map<string, number>();

  async function look(): Promise<void> {
    const late = await inbox.late(now() - afterMs, BATCH + seen.size);
    const waiting = new Set(late);
    for (const [id, at] of seen) if (!waiting.has(id) || now() - at >= EVERY_HOUR_MS) seen.delete(id);
    const unseen = late.filter((id) => !seen.has(id));
    if (unseen.length === 0 || (await botSwitch.state()).off) return;
    for (const conversationId of unseen) {
      seen.set(conversationId, now());
      if (await tell(conversationId, dependencies)) {
        live.publish({ kind: 'transcript', conversationId });
        wakeSender();
      }
    }
  }

  return repeatWork(look, EVERY_TICK_MS, onFault).stop;
}

async function tell(conversationId: string, dependencies: BusyNoticeDependencies): Promise<boolean> {
  const { inbox, records, channels, now } = dependencies;
  const [first] = await inbox.waiting(conversationId);
  if (first === undefined || first.activity.type !== ActivityTypes.Message || first.attempts > 0) return false;
  const { channel, activity, id: itemId, at: lastInboundAt } = first;
  if (channels.get(channel)?.window('bot', lastInboundAt, now()).open !== true) return false;
  return records.notify({
    kind: 'busy',
    conversationId,
    channel,
    reference: TurnContext.getConversationReference(activity),
    itemId,
    lastInboundAt,
    text: REPLIES.busy,
    at: now(),
    everyMs: EVERY_HOUR_MS,
  });
}
