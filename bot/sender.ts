import { ActivityTypes } from 'botbuilder';
import { createLoop, type Loop, type Pace } from './loop.ts';
import type { Channel, ChannelId, Delivery } from './ports/channel.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { Outbox, OutboxRow } from './ports/outbox.ts';

/** A call to a platform ends within this; afterwards its fate is unknown. */
const LEASE_MS = 20_000;
const MAX_ATTEMPTS = 8;
const RETRY_BASE_MS = 1_000;
const RETRY_MAX_MS = 10 * 60_000;

export interface SenderDependencies {
  readonly outbox: Outbox;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly live: LiveEvents;
  readonly pace: Pace;
  readonly now: () => number;
  /** 0..1, spreads retries. */
  readonly random: () => number;
  /** How long an echo may take to confirm a message whose answer was lost, before it is sent again. */
  readonly confirmMs: number;
  readonly onDelivery: (channel: ChannelId, status: Delivery['status'] | 'held' | 'withheld') => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Sends what stands in the outbox: checks owner and window, marks the row as handed over *before* the call, records
 * the platform's answer after it. A crash or a lost answer in between leaves the row in doubt: the platform's echo
 * confirms it, and only when none came within `confirmMs` is it sent again.
 */
export function createSender(dependencies: SenderDependencies): Loop {
  const { outbox, now } = dependencies;
  return createLoop<OutboxRow>({
    find: (limit) => outbox.due(now(), limit),
    lane: (row) => row.conversationId,
    run: (row) => send(row, dependencies),
    onFault: dependencies.onFault,
    pace: dependencies.pace,
    lanes: 16,
    tickMs: 250,
  });
}

async function send(row: OutboxRow, dependencies: SenderDependencies): Promise<void> {
  const { outbox, channels, live, now } = dependencies;
  const channel = channels.get(row.channel);
  if (channel === undefined) return end(row, 'held', 'Kênh này đang tắt trong cài đặt.', dependencies);
  if (row.author === 'bot' && row.owner === 'staff') {
    return end(row, 'withheld', 'Cán bộ đã tiếp nhận cuộc trò chuyện.', dependencies);
  }
  const window = channel.window(row.author, row.lastInboundAt, now());
  if (!window.open) return end(row, 'held', window.reason, dependencies);
  if (row.state === 'sending' && row.attempts >= MAX_ATTEMPTS) {
    return end(row, 'failed', 'Không nhận được xác nhận từ nền tảng sau nhiều lần gửi.', dependencies);
  }

  const startedAt = now();
  if (!(await outbox.begin(row.id, startedAt, startedAt + LEASE_MS + dependencies.confirmMs))) return;
  const delivery = await channel.deliver(
    row.reference,
    {
      type: ActivityTypes.Message,
      text: row.text,
      channelData: { messageId: row.id, author: row.author, quickReplies: row.quickReplies, citations: row.citations },
    },
    { correlationId: row.correlationId, mode: window.mode },
  );
  dependencies.onDelivery(row.channel, delivery.status);
  await recordDelivery(row, delivery, dependencies);
  live.publish({ kind: 'transcript', conversationId: row.conversationId });
}

async function recordDelivery(row: OutboxRow, delivery: Delivery, dependencies: SenderDependencies): Promise<void> {
  const { outbox, now } = dependencies;
  switch (delivery.status) {
    case 'sent':
      return outbox.sent(row.id, delivery.providerMessageId, now());
    case 'unknown':
      return outbox.inDoubt(row.id, now() + dependencies.confirmMs, delivery.reason);
    case 'failed':
      return outbox.end(row.id, 'failed', delivery.reason, now());
    case 'retry': {
      if (row.attempts + 1 >= MAX_ATTEMPTS) return outbox.end(row.id, 'failed', delivery.reason, now());
      const backoff = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** row.attempts) * (0.5 + dependencies.random());
      return outbox.retry(row.id, now() + Math.max(delivery.afterMs, backoff), delivery.reason);
    }
  }
}

async function end(
  row: OutboxRow,
  state: 'held' | 'withheld' | 'failed',
  reason: string,
  dependencies: SenderDependencies,
): Promise<void> {
  await dependencies.outbox.end(row.id, state, reason, dependencies.now());
  dependencies.onDelivery(row.channel, state);
  dependencies.live.publish({ kind: 'transcript', conversationId: row.conversationId });
}
