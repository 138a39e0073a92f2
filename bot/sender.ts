import { setTimeout as wait } from 'node:timers/promises';
import { ActivityTypes } from 'botbuilder';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { DELIVERY_REASONS } from './delivery-words.ts';
import { createLoop, type Loop, type Pace, STORE_PAUSE_MS } from './loop.ts';
import type { Channel, ChannelId, Delivery } from './ports/channel.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { Outbox, OutboxRow } from './ports/outbox.ts';
import { StoreUnavailable } from './ports/store-health.ts';

/** A call to a platform ends within this; afterwards its fate is unknown. */
const LEASE_MS = 20_000;
const RETRY_BASE_MS = 1_000;
const RETRY_MAX_MS = 10 * 60_000;
/** An answer that could not be handed over for so long helps nobody; staff see it as failed. */
const GIVE_UP_MS = 6 * 3_600_000;
/** A platform that failed this often in a row is left alone for a while, whoever the messages are for. */
export const FAILURES_BEFORE_PAUSE = 5;
const PAUSE_MS = 15_000;
/**
 * Calls under way at the same time. A platform that takes half a second a call gets two for each turn a second; the
 * rate limits of the channels hold however many wait.
 */
const LANES = 64;

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
  readonly onDelivery: (
    channel: ChannelId,
    status: Delivery['status'] | 'held' | 'withheld',
    facts: DeliveryFacts,
  ) => void;
  readonly onFault: (error: unknown) => void;
}

/** What is known of an attempt beside its end. */
export interface DeliveryFacts {
  /** Why it was not sent: one of a few fixed words or a code of the channel; `null` when it was. */
  readonly cause: string | null;
  /** Time the platform took (ms); `null` when it was not called. */
  readonly callMs: number | null;
  /** Time since the mail that this answers came in (ms); `null` for words that answer none, and until they are sent. */
  readonly waitedMs: number | null;
}

type Route = { readonly channel: Channel; readonly breaker: CircuitBreaker };

/**
 * Sends what stands in the outbox: checks owner and window, marks the row as handed over *before* the call, records
 * the platform's answer after it. A crash or a lost answer in between leaves the row in doubt: the platform's echo
 * confirms it, and only when none came within `confirmMs` is it sent again.
 *
 * What failed is tried again by its kind: a fault after a growing pause, a lost answer after the time for its echo, a
 * rate limit or a dead token when the platform's time has passed, with the whole channel resting until then. What the
 * platform refuses for good ends at once. Rows of a channel that rests or is off in the settings wait; they are not
 * looked at, and nothing of them is lost.
 */
export function createSender(dependencies: SenderDependencies): Loop {
  const { outbox, now } = dependencies;
  const routes = new Map<ChannelId, Route>(
    [...dependencies.channels].map(([id, channel]) => [
      id,
      { channel, breaker: createCircuitBreaker(FAILURES_BEFORE_PAUSE, PAUSE_MS, now) },
    ]),
  );
  const reachable = () => [...routes].filter(([, route]) => route.breaker.isOpenTo()).map(([id]) => id);
  return createLoop<OutboxRow>({
    find: (limit) => outbox.due(now(), reachable(), limit),
    lane: (row) => row.conversationId,
    async run(row) {
      const route = routes.get(row.channel);
      if (route !== undefined) await send(row, route, dependencies);
    },
    onFault: dependencies.onFault,
    pace: dependencies.pace,
    lanes: LANES,
    tickMs: 250,
  });
}

async function send(row: OutboxRow, { channel, breaker }: Route, dependencies: SenderDependencies): Promise<void> {
  const { outbox, live, now } = dependencies;
  if (row.author === 'bot' && row.owner === 'staff' && !row.overStaff) {
    return end(row, 'withheld', 'staff', DELIVERY_REASONS.takenOver, dependencies);
  }
  const window = channel.window(row.author, row.lastInboundAt, now());
  if (!window.open) return end(row, 'held', 'window', window.reason, dependencies);
  if (row.state === 'sending' && isTooOld(row, now())) {
    return end(row, 'failed', 'unconfirmed', DELIVERY_REASONS.unconfirmed, dependencies);
  }
  if (!breaker.mayAsk()) return;

  const startedAt = now();
  if (!(await outbox.begin(row.id, startedAt, startedAt + LEASE_MS + dependencies.confirmMs))) return;
  const calledAt = performance.now();
  const delivery = await channel.deliver(
    row.reference,
    {
      type: ActivityTypes.Message,
      text: row.text,
      channelData: { messageId: row.id, author: row.author, quickReplies: row.quickReplies, citations: row.citations },
    },
    { correlationId: row.correlationId, mode: window.mode },
  );
  judgeChannel(delivery, breaker);
  dependencies.onDelivery(row.channel, delivery.status, {
    cause: causeOf(delivery),
    callMs: performance.now() - calledAt,
    waitedMs: delivery.status === 'sent' && row.receivedAt !== null ? now() - row.receivedAt : null,
  });
  await keepTrying(() => recordDelivery(row, delivery, dependencies), dependencies.onFault);
  live.publish({ kind: 'transcript', conversationId: row.conversationId });
}

/**
 * What a platform took must be recorded before anything else is done with the row: as long as this goes on, the lane is
 * taken, so the row is not sent again. A process that ends meanwhile leaves it in doubt, as a crash does.
 */
async function keepTrying(record: () => Promise<void>, onFault: (error: unknown) => void): Promise<void> {
  for (;;) {
    try {
      return await record();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onFault(error);
      await wait(STORE_PAUSE_MS);
    }
  }
}

/** A platform that refuses one message for good is in order. */
function judgeChannel(delivery: Delivery, breaker: CircuitBreaker): void {
  if (delivery.status === 'sent' || delivery.status === 'failed') breaker.succeeded();
  else if (delivery.status === 'retry' && delivery.cause !== undefined) breaker.rest(delivery.afterMs);
  else breaker.failed();
}

function causeOf(delivery: Delivery): string | null {
  switch (delivery.status) {
    case 'sent':
      return null;
    case 'retry':
      return delivery.cause ?? 'temporary';
    case 'unknown':
      return 'no-answer';
    case 'failed':
      return delivery.code;
  }
}

async function recordDelivery(row: OutboxRow, delivery: Delivery, dependencies: SenderDependencies): Promise<void> {
  const { outbox, now, random, confirmMs } = dependencies;
  const backoff = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(row.attempts, 20)) * (0.5 + random());
  switch (delivery.status) {
    case 'sent':
      return outbox.sent(row.id, delivery.providerMessageId, now());
    case 'unknown':
      return outbox.inDoubt(row.id, now() + Math.max(confirmMs, backoff), delivery.reason);
    case 'failed':
      return outbox.end(row.id, 'failed', delivery.reason, now());
    case 'retry':
      if (delivery.cause === undefined && isTooOld(row, now())) {
        return outbox.end(row.id, 'failed', DELIVERY_REASONS.gaveUp(delivery.reason), now());
      }
      return outbox.retry(row.id, now() + Math.max(delivery.afterMs * (1 + random() / 10), backoff), delivery.reason);
  }
}

function isTooOld(row: OutboxRow, now: number): boolean {
  return now - row.createdAt > GIVE_UP_MS;
}

async function end(
  row: OutboxRow,
  state: 'held' | 'withheld' | 'failed',
  cause: string,
  reason: string,
  dependencies: SenderDependencies,
): Promise<void> {
  await dependencies.outbox.end(row.id, state, reason, dependencies.now());
  dependencies.onDelivery(row.channel, state, { cause, callMs: null, waitedMs: null });
  dependencies.live.publish({ kind: 'transcript', conversationId: row.conversationId });
}
