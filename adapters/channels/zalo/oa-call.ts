import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { neverWritten } from '../never-written.ts';
import { ZALO_REASONS } from './delivery-words.ts';
import { deliveryOfStatus, type NotSent } from './refusals.ts';

const UNREACHABLE_MS = 5_000;

/** Zalo answers HTTP 200 also for refusals; `error` tells. */
const answerSchema = z.object({
  error: z.int(),
  data: z
    .object({
      message_id: z.string().min(1),
      quota: z.object({ quota_type: z.string() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** What paid for a message: `reply` and `welcome_msg` are free, the other names are quotas of the OA's package. */
export type ZaloQuota = 'reply' | 'welcome_msg' | 'sub_quota' | 'purchase_quota' | 'reward_quota' | 'billed' | 'other';
const QUOTAS: readonly ZaloQuota[] = ['reply', 'welcome_msg', 'sub_quota', 'purchase_quota', 'reward_quota'];

/** Taken by Zalo; `quota` is `null` where the answer does not show a message. */
export interface OaSent {
  readonly status: 'sent';
  readonly providerMessageId: string | null;
  readonly quota: ZaloQuota | null;
}

/**
 * Headers of a call: the token stands in one of its own, not as a bearer token; `appsecret_proof` (HMAC-SHA256 of the
 * token with the app secret, hex) shows that we also hold the secret.
 */
export function accessHeaders(token: string, appSecret: string): Readonly<Record<string, string>> {
  return { access_token: token, appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') };
}

/** A refusal in Zalo's own words; `error` is never 0. */
export interface OaRefusal {
  readonly status: 'refused';
  readonly error: number;
}

/**
 * Posts one message to the OA API and tells what became of it. Never throws: a call that ended without a readable
 * answer is `unknown` when the platform may have the message, and `retry` when it cannot have it.
 */
export async function postToOa(
  fetchAnswer: typeof fetch,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  signal: AbortSignal,
): Promise<OaSent | OaRefusal | NotSent> {
  let response: Response;
  try {
    response = await fetchAnswer(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      // A redirect would carry the token to an address nobody configured.
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    return neverWritten(error)
      ? { status: 'retry', afterMs: UNREACHABLE_MS, reason: ZALO_REASONS.unreachable }
      : lost();
  }
  const text = await response.text().catch(() => null);
  if (text === null) return lost();
  const answer = answerSchema.safeParse(parseJson(text));
  if (!answer.success) return deliveryOfStatus(response.status);
  const { error, data } = answer.data;
  if (error !== 0) return { status: 'refused', error };
  if (!response.ok) return deliveryOfStatus(response.status);
  return data
    ? { status: 'sent', providerMessageId: data.message_id, quota: quotaOf(data.quota?.quota_type) }
    : { status: 'sent', providerMessageId: null, quota: null };
}

/** A message without a quota is billed (Zalo's notes on quotas, 2026). */
function quotaOf(type: string | undefined): ZaloQuota {
  return type === undefined ? 'billed' : (QUOTAS.find((quota) => quota === type) ?? 'other');
}

function lost(): NotSent {
  return { status: 'unknown', reason: ZALO_REASONS.lost };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
