import { z } from 'zod';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { ZaloQuota } from './oa-call.ts';

const NAME = 'zalo-last-quota';
const schema = z.object({ quota: z.string(), at: z.number() });

/** Whether a message of this quota costs the office nothing. */
export function isFree(quota: string): boolean {
  return quota === 'reply' || quota === 'welcome_msg';
}

/** Remembers what paid for the last message that was not free, for `doctor`. `at` in ms since epoch. */
export function keepPaidQuota(kept: KeptValues, quota: ZaloQuota, at: number): Promise<void> {
  return kept.set(NAME, JSON.stringify({ quota, at }));
}

/** What {@link keepPaidQuota} remembers; `null` while every message was free. */
export async function lastPaidQuota(kept: KeptValues): Promise<{ readonly quota: string; readonly at: number } | null> {
  const text = await kept.get(NAME);
  return text === null ? null : schema.parse(JSON.parse(text));
}
