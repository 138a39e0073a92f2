import { z } from 'zod';
import type { Delivery } from '../../../bot/ports/channel.ts';
import { neverWritten } from '../never-written.ts';
import { deliveryOfGraphError, deliveryOfStatus } from './refusals.ts';

const UNREACHABLE_MS = 5_000;

const accepted = z.object({ message_id: z.string().min(1) });
const refused = z.object({
  error: z.object({ code: z.int(), error_subcode: z.int().nullish().catch(null) }),
});

/**
 * Posts one message to the Send API and tells what became of it. Never throws: a call that ended without a
 * readable answer is `unknown` when the platform may have the message, and `retry` when it cannot have it.
 */
export async function postMessage(
  fetchAnswer: typeof fetch,
  url: URL,
  body: object,
  signal: AbortSignal,
): Promise<Delivery> {
  let response: Response;
  try {
    response = await fetchAnswer(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A redirect would carry the token to an address nobody configured.
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    if (neverWritten(error)) {
      return { status: 'retry', afterMs: UNREACHABLE_MS, reason: 'Không kết nối được tới Messenger.' };
    }
    return lost();
  }
  let text: string;
  try {
    text = await response.text();
  } catch {
    return response.status >= 500 ? deliveryOfStatus(response.status) : lost();
  }
  return readAnswer(response.status, text);
}

function readAnswer(status: number, text: string): Delivery {
  const answer = parseJson(text);
  const error = refused.safeParse(answer);
  if (error.success) {
    const { code, error_subcode: subcode } = error.data.error;
    return deliveryOfGraphError({ code, subcode: subcode ?? null }, status);
  }
  const success = accepted.safeParse(answer);
  if (status >= 200 && status < 300 && success.success) {
    return { status: 'sent', providerMessageId: success.data.message_id };
  }
  return deliveryOfStatus(status);
}

function lost(): Delivery {
  return { status: 'unknown', reason: 'Mất kết nối với Messenger trước khi có câu trả lời.' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
