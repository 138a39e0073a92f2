import { z } from 'zod';
import type { Delivery } from '../../../bot/ports/channel.ts';
import { neverWritten } from '../never-written.ts';
import { deliveryOfStatus } from './refusals.ts';

const UNREACHABLE_MS = 5_000;

/** Zalo answers HTTP 200 also for refusals; `error` tells. */
const answerSchema = z.object({
  error: z.int(),
  data: z
    .object({ message_id: z.string().min(1) })
    .nullish()
    .catch(null),
});

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
): Promise<Delivery | OaRefusal> {
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
      ? { status: 'retry', afterMs: UNREACHABLE_MS, reason: 'Không kết nối được tới Zalo.' }
      : lost();
  }
  const text = await response.text().catch(() => null);
  if (text === null) return lost();
  const answer = answerSchema.safeParse(parseJson(text));
  if (!answer.success) return deliveryOfStatus(response.status);
  const { error, data } = answer.data;
  if (error !== 0) return { status: 'refused', error };
  return response.ok
    ? { status: 'sent', providerMessageId: data?.message_id ?? null }
    : deliveryOfStatus(response.status);
}

function lost(): Delivery {
  return { status: 'unknown', reason: 'Mất kết nối với Zalo trước khi có câu trả lời.' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
