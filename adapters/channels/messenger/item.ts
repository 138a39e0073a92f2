import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { InboundNotice } from '../inbound.ts';
import type { itemSchema } from './envelope.ts';

/** One event of a webhook, as far as its envelope is read. */
export interface Item {
  readonly fields: z.infer<typeof itemSchema>;
  /** As it came. */
  readonly raw: unknown;
  /** When it happened (ms since epoch). */
  readonly at: number;
  readonly place: Place;
}

/** Where an event stood, and whose app reads it. */
export interface Place {
  readonly appId: string;
  readonly pageId: string;
  readonly standby: boolean;
}

/** `null` when the event names no sender (policy, app roles, plugin opt-ins) or the Page itself. */
export function citizenOf({ fields, place }: Item): string | null {
  const sender = fields.sender?.id ?? null;
  return sender === place.pageId ? null : sender;
}

/** Same bytes, same event: Meta repeats a delivery unchanged, and events without an id have nothing better. */
export function digest(raw: unknown): string {
  return createHash('sha256').update(JSON.stringify(raw)).digest('hex');
}

/** An event that is counted and changes nothing. */
export function notice(name: string, item: Item): InboundNotice {
  return {
    kind: 'notice',
    name,
    key: digest(item.raw),
    accountId: item.place.pageId,
    at: item.at,
    citizenId: citizenOf(item),
  };
}
