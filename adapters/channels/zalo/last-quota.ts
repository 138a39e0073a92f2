import { z } from 'zod';
import { contentsOf } from '../../../bot/kept-contents.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { ZaloQuota } from './oa-call.ts';

/** The kept value that holds it, as JSON. */
export const PAID_QUOTA_VALUE = 'zalo-last-quota';
const schema = z.object({ quota: z.string(), at: z.number() });

/** What paid for a message, and when (ms since epoch). */
export type PaidQuota = Readonly<z.infer<typeof schema>>;

/** Whether a message of this quota costs the office nothing. */
export function isFree(quota: string): boolean {
  return quota === 'reply' || quota === 'welcome_msg';
}

/** Remembers what paid for the last message that was not free, for `doctor`. `at` in ms since epoch. */
export function keepPaidQuota(kept: KeptValues, quota: ZaloQuota, at: number): Promise<void> {
  return kept.set(PAID_QUOTA_VALUE, JSON.stringify({ quota, at }));
}

/** What {@link keepPaidQuota} remembers; `null` while every message was free, or where nobody can read it. */
export async function lastPaidQuota(kept: KeptValues): Promise<PaidQuota | null> {
  const text = await kept.get(PAID_QUOTA_VALUE);
  return contentsOf<PaidQuota | null>(text, { parse: readPaidQuota, usual: null }).value;
}

/** @throws ZodError, SyntaxError */
export function readPaidQuota(value: string): PaidQuota {
  return schema.parse(JSON.parse(value));
}
