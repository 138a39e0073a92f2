import { createHmac } from 'node:crypto';
import type { AlarmFailure, AlarmRecipient } from '../../bot/ports/alarms.ts';
import type { WebhookAlarmConfig } from './alarm-settings.ts';
import { type AlarmWay, type Attempt, failedForAll } from './alarm-way.ts';
import type { AlarmMessage } from './compose-message.ts';

/** How long the webhook may take to answer. */
export const WEBHOOK_LIMIT_MS = 10_000;
/** Carries `sha256=` and the HMAC of the raw body, hex. */
export const SIGNATURE_HEADER = 'x-assistant-signature';

type Failure = Omit<AlarmFailure, 'to'>;

const WEBHOOK: AlarmRecipient = { way: 'webhook' };
const TOO_EARLY: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Alarms by a POST of JSON, for a gateway to SMS, chat or telephone: the facts of the alarm, `subject`, `text` and
 * `link`. Status 2xx is delivered; redirects are not followed, because they could carry the alarm anywhere.
 */
export function createWebhookWay(
  { url, secret }: WebhookAlarmConfig,
  request: typeof fetch,
  limitMs = WEBHOOK_LIMIT_MS,
): AlarmWay {
  /** `body`: `null` asks for the address alone. */
  async function call(body: string | null, stopped: AbortSignal | null): Promise<Response | Failure> {
    const late = AbortSignal.timeout(limitMs);
    try {
      const response = await request(url, {
        redirect: 'manual',
        signal: stopped === null ? late : AbortSignal.any([stopped, late]),
        ...(body === null ? { method: 'HEAD' } : { method: 'POST', headers: headersOf(body, secret), body }),
      });
      // Nothing in the answer matters, and it may be endless.
      await response.body?.cancel();
      return response;
    } catch {
      if (stopped?.aborted) return { reason: 'stopped', status: null, retryable: true };
      return { reason: late.aborted ? 'timeout' : 'unreachable', status: null, retryable: true };
    }
  }

  return {
    recipients: [WEBHOOK],
    async attempt(message, to, stopped): Promise<readonly Attempt[]> {
      const answer = await call(bodyOf(message), stopped);
      if (!(answer instanceof Response)) return failedForAll(to, answer);
      const failure = failureOf(answer.status);
      if (failure === null) return to.map((recipient) => ({ to: recipient, failure: null }));
      return failedForAll(to, failure, retryAfterMs(answer.headers));
    },
    async probe() {
      const answer = await call(null, null);
      if (!(answer instanceof Response)) return answer;
      // A door that only takes POST says so with 4xx; that it answers is all that can be asked of it.
      return answer.status >= 500 || isRedirect(answer.status) ? failureOf(answer.status) : null;
    },
  };
}

function bodyOf({ alarm, subject, text, link }: AlarmMessage): string {
  return JSON.stringify({ ...alarm, at: new Date(alarm.at).toISOString(), subject, text, link });
}

function headersOf(body: string, secret: string | null): Record<string, string> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  if (secret === null) return headers;
  return { ...headers, [SIGNATURE_HEADER]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

function failureOf(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (isRedirect(status)) return { reason: 'redirected', status, retryable: false };
  const retryable = status >= 500 || TOO_EARLY.has(status);
  return { reason: retryable ? 'busy' : 'refused', status, retryable };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** `Retry-After` in seconds; a date is left to our own pauses. */
function retryAfterMs(headers: Headers): number | null {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
