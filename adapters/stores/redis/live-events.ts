import { z } from 'zod';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import { createLiveEvents } from '../../live-events.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Every process of the product listens here. */
export const LIVE_CHANNEL = `${PREFIX}live`;

const liveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('transcript'), conversationId: z.string() }),
  z.object({ kind: z.literal('typing'), conversationId: z.string() }),
  z.object({ kind: z.literal('tickets'), ticketId: z.string().nullable() }),
  z.object({
    kind: z.literal('presence'),
    ticketId: z.string(),
    name: z.string(),
    displayName: z.string(),
    state: z.enum(['here', 'typing', 'gone']),
  }),
  z.object({ kind: z.literal('work') }),
  z.object({ kind: z.literal('switch') }),
]);

/**
 * Live events of all processes on one Redis. Each process hears each event once, its own too, and only by way of
 * Redis: while that is away nobody hears anything, and pages read the stores again later.
 * @param onFault told when an event could not be sent and when a listener throws
 * @throws StoreUnavailable
 */
export async function createRedisLiveEvents(
  connection: RedisConnection,
  onFault: (error: unknown) => void,
): Promise<LiveEvents> {
  const here = createLiveEvents(onFault);
  await connection.subscribe(LIVE_CHANNEL, (message) => {
    const event = readEvent(message);
    // Kinds of a newer program mean nothing to this one.
    if (event !== null) here.publish(event);
  });
  return {
    publish(event) {
      connection.publish(LIVE_CHANNEL, JSON.stringify(event)).catch(onFault);
    },
    subscribe: here.subscribe,
  };
}

function readEvent(message: string): z.infer<typeof liveEvent> | null {
  try {
    return liveEvent.safeParse(JSON.parse(message)).data ?? null;
  } catch {
    return null;
  }
}
