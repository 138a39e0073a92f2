import { z } from 'zod';
import type { KeptValues } from '../../stores/libsql/kept-values.ts';
import type { ZaloQuota } from './oa-call.ts';

const NAME = 'zalo-last-quota';
const schema = z.object({ quota: z.string(), at: z.number() });

/** Whether a message of this quota costs the office nothing. */
export function isFree(quota: string): boolean {
  return quota === 'reply' || quota === 'welcome_msg';
}

/** Remembers what paid for the last message that was not free, for `doctor`. `at` in ms since epoch. */
export function keepPaidQuota(kept: KeptValues, quota: ZaloQuota, at: number): void {
  kept.set(NAME, JSON.stringify({ quota, at }));
}

/** What {@link keepPaidQuota} remembers; `null` while every message was free. */
export function lastPaidQuota(kept: KeptValues): { readonly quota: string; readonly at: number } | null {
  const text = kept.get(NAME);
  return text === null ? null : schema.parse(JSON.parse(text));
}
