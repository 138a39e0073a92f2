import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { SpanKind } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { WebhookChannel } from '../channels/webhook-channel.ts';
import type { Metrics } from '../metrics.ts';
import { inSpan } from '../tracing.ts';
import type { IntakePace } from './intake-pace.ts';
import { readBytes } from './read-bytes.ts';

/** Platforms batch; far above what they send, far below what hurts. */
const MAX_BODY_BYTES = 1_000_000;

export interface WebhookDependencies {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly pace: IntakePace;
  readonly log: Logger;
  readonly now: () => number;
  /** Called after new mail was stored. */
  readonly wake: () => void;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const ACKNOWLEDGED: Answer = { status: 200, type: 'text/plain; charset=utf-8', body: 'EVENT_RECEIVED' };
const UNSIGNED = refusal(401, 'SIGNATURE_INVALID', 'The signature is missing or wrong.');
const MALFORMED = refusal(400, 'BODY_MALFORMED', 'The body is not a webhook envelope.');
const TOO_LARGE = refusal(413, 'BODY_TOO_LARGE', 'The body is larger than any webhook.');
const FAULT = refusal(500, 'INTERNAL', 'The event could not be stored; deliver it again.');

/**
 * A channel's webhook: raw bytes → signature → events → inbox → 200. The answer follows the durable store and
 * waits for nothing else. 401 wrong or missing signature, 400 malformed body, 413 too large, 500 not stored; unknown
 * events are counted and acknowledged, because refusing them makes the platform switch the webhook off.
 *
 * It stands before the web framework, which would cost more than half as much time again (`npm run bench:intake`).
 */
export function createWebhook(channel: WebhookChannel, dependencies: WebhookDependencies): RequestListener {
  const { log, metrics } = dependencies;
  const receive = createReceiver(channel, dependencies);
  const span = { name: 'webhook', kind: SpanKind.SERVER, attributes: { channel: channel.id } };
  return async (request, response) => {
    const answered = metrics.webhookSeconds.startTimer({ channel: channel.id });
    try {
      send(request, response, await inSpan(span, () => receive(request)));
    } catch (error) {
      log.error({ error, channel: channel.id }, 'webhook failed');
      send(request, response, FAULT);
    } finally {
      answered();
    }
  };
}

function createReceiver(
  channel: WebhookChannel,
  dependencies: WebhookDependencies,
): (request: IncomingMessage) => Promise<Answer | null> {
  const { inbox, outbox, pace, metrics, log, now } = dependencies;
  const count = (result: string, by = 1) => {
    if (by > 0) metrics.webhookEvents.inc({ channel: channel.id, result }, by);
  };

  async function take(read: Buffer, headers: IncomingHttpHeaders): Promise<Answer> {
    const body = parseJson(read);
    if (!channel.verifySignature(read, headers, body)) {
      count('bad_signature');
      return UNSIGNED;
    }
    const parsed = body === undefined ? null : channel.parse(body);
    if (parsed === null) {
      count('malformed');
      return MALFORMED;
    }
    const { stored, duplicates } = await inbox.put(parsed.arrivals, now());
    for (const echo of parsed.echoes) {
      const ours = await outbox.confirm(echo, now());
      if (!ours) log.debug({ channel: channel.id }, 'echo of a message that is not in the outbox');
    }
    count('stored', stored);
    count('duplicate', duplicates);
    count('echo', parsed.echoes.length);
    count('notice', parsed.notices);
    count('unknown', parsed.unknown);
    count('ignored', parsed.ignored);
    if (stored > 0) dependencies.wake();
    return ACKNOWLEDGED;
  }

  return async (request) => {
    const read = await readBytes(request, MAX_BODY_BYTES);
    if (read === 'broken-off') return null;
    if (read === 'too-large') return TOO_LARGE;
    pace.entered();
    try {
      return await take(read, request.headers);
    } finally {
      pace.left();
    }
  };
}

/** `null`: nobody is left to answer. */
function send(request: IncomingMessage, response: ServerResponse, answer: Answer | null): void {
  if (answer === null || response.destroyed) return;
  const { status, type, body } = answer;
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    // The rest of a body that is not read must not be taken for the next request.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(body);
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify({ error: { code, message } }) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
