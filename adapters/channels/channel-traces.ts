import { z } from 'zod';
import { contentsOf } from '../../bot/kept-contents.ts';
import type { ChannelId, Delivery } from '../../bot/ports/channel.ts';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { FAILURES_BEFORE_PAUSE } from '../../bot/sender.ts';

/** A trace that nothing changed for so long is kept no more often than this, so that a storm of mail costs nothing. */
const KEPT_EVERY_MS = 15_000;

const inboundJson = z.object({ at: z.number() });
const outboundJson = z.object({
  lastSentAt: z.number().nullable(),
  /** Failures since the platform last took or refused a message for good. */
  failuresInARow: z.number(),
  lastFault: z.object({ at: z.number(), cause: z.string() }).nullable(),
});
const parkedJson = z.object({ at: z.number(), count: z.number(), code: z.string() });

type Outbound = z.infer<typeof outboundJson>;

/** What became of the newest traffic of a channel, told by whichever process had it. Times in ms since epoch. */
export interface ChannelTraces extends Outbound {
  /** When a message last came in. */
  readonly lastInAt: number | null;
  /** Messages that were last given up, and the code of the fault. */
  readonly parked: z.infer<typeof parkedJson> | null;
  /** Why nothing is sent just now: it failed too often, or the platform said so itself. */
  readonly rests: 'failures' | 'rate-limit' | 'token' | null;
}

/** Writes traces down among the kept values, where pages of any process find them. */
export interface TraceKeeper {
  /** The inbox, watched for what comes in. */
  watched(inbox: Inbox): Inbox;
  delivered(channel: ChannelId, status: Delivery['status'] | 'held' | 'withheld', cause: string | null): void;
  parked(channel: ChannelId, count: number, error: unknown): void;
}

/** How the names of the kept values of all traces begin. */
export const TRACE_PREFIX = 'trace-';
const nameOf = (what: 'in' | 'out' | 'parked', channel: ChannelId) => `${TRACE_PREFIX}${what}:${channel}`;
const NOTHING_SENT: Outbound = { lastSentAt: null, failuresInARow: 0, lastFault: null };

/** @param now ms since epoch */
export function keepTraces(kept: KeptValues, now: () => number, onFault: (error: unknown) => void): TraceKeeper {
  const keptAt = new Map<string, number>();
  const outbound = new Map<ChannelId, Outbound>();

  function keep(name: string, value: unknown, isNews: boolean): void {
    const at = now();
    if (!isNews && at - (keptAt.get(name) ?? Number.NEGATIVE_INFINITY) < KEPT_EVERY_MS) return;
    keptAt.set(name, at);
    kept.set(name, JSON.stringify(value)).catch(onFault);
  }

  return {
    watched: (inbox) => ({
      ...inbox,
      async put(arrivals, receivedAt) {
        const stored = await inbox.put(arrivals, receivedAt);
        for (const channel of new Set(arrivals.map((arrival) => arrival.channel))) {
          keep(nameOf('in', channel), { at: receivedAt }, false);
        }
        return stored;
      },
    }),
    delivered(channel, status, cause) {
      const before = outbound.get(channel) ?? NOTHING_SENT;
      const after = afterDelivery(before, status, cause, now());
      if (after === before) return;
      outbound.set(channel, after);
      const isNews = standing(after) !== standing(before);
      keep(nameOf('out', channel), after, isNews);
    },
    parked(channel, count, error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNEXPECTED';
      keep(nameOf('parked', channel), { at: now(), count, code }, true);
    },
  };
}

/** Any kept trace. @throws ZodError, SyntaxError */
export function readTrace(value: string): unknown {
  return z.union([parkedJson, outboundJson, inboundJson]).parse(JSON.parse(value));
}

/** What is known of the newest traffic of a channel; a trace that cannot be read is none, and the next traffic mends it. */
export async function readTraces(kept: KeptValues, channel: ChannelId): Promise<ChannelTraces> {
  const [arrived, sent, parked] = await Promise.all([
    kept.get(nameOf('in', channel)),
    kept.get(nameOf('out', channel)),
    kept.get(nameOf('parked', channel)),
  ]);
  const outbound = traceOf(sent, outboundJson) ?? NOTHING_SENT;
  return {
    ...outbound,
    lastInAt: traceOf(arrived, inboundJson)?.at ?? null,
    parked: traceOf(parked, parkedJson),
    rests: restsNow(outbound),
  };
}

function traceOf<T>(value: string | null, schema: z.ZodType<T>): T | null {
  return contentsOf<T | null>(value, { parse: (text) => schema.parse(JSON.parse(text)), usual: null }).value;
}

function afterDelivery(
  before: Outbound,
  status: Delivery['status'] | 'held' | 'withheld',
  cause: string | null,
  at: number,
): Outbound {
  switch (status) {
    case 'sent':
      return { ...before, lastSentAt: at, failuresInARow: 0 };
    case 'retry':
    case 'unknown':
      return { ...before, failuresInARow: before.failuresInARow + 1, lastFault: { at, cause: cause ?? status } };
    case 'failed':
      return { ...before, failuresInARow: 0, lastFault: { at, cause: cause ?? status } };
    // The platform was not called.
    case 'held':
    case 'withheld':
      return before;
  }
}

/** What a page must not be late to show. */
function standing(outbound: Outbound): string {
  const { failuresInARow, lastFault } = outbound;
  return [restsNow(outbound), failuresInARow > 0, lastFault?.cause].join();
}

function restsNow({ failuresInARow, lastFault }: Outbound): ChannelTraces['rests'] {
  if (failuresInARow === 0 || lastFault === null) return null;
  if (lastFault.cause === 'rate-limit' || lastFault.cause === 'token') return lastFault.cause;
  return failuresInARow >= FAILURES_BEFORE_PAUSE ? 'failures' : null;
}
