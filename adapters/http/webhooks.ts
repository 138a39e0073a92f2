import { type Request, type RequestHandler, Router, raw } from 'express';
import type { Logger } from 'pino';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { WebhookChannel } from '../channels/webhook-channel.ts';
import type { Metrics } from '../metrics.ts';

/** Platforms batch; far above what they send, far below what hurts. */
const MAX_BODY = '1mb';

export interface WebhookDependencies {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly now: () => number;
  /** Called after new mail was stored. */
  readonly wake: () => void;
}

/**
 * A channel's webhook: raw bytes → signature → events → inbox → 200. The answer follows the durable store and
 * waits for nothing else. 401 wrong or missing signature, 400 malformed body, 413 too large; unknown events are
 * counted and acknowledged, because refusing them makes the platform switch the webhook off.
 */
export function createWebhook(channel: WebhookChannel, dependencies: WebhookDependencies): Router {
  const router = Router();
  if (channel.verification !== null) router.get('/', channel.verification);
  router.post('/', raw({ type: () => true, limit: MAX_BODY }), receive(channel, dependencies));
  return router;
}

function receive(channel: WebhookChannel, dependencies: WebhookDependencies): RequestHandler {
  const { inbox, outbox, metrics, log, now } = dependencies;
  const count = (result: string, by = 1) => {
    if (by > 0) metrics.webhookEvents.inc({ channel: channel.id, result }, by);
  };
  return async (request, response) => {
    const bytes = rawBody(request);
    const body = parseJson(bytes);
    if (!channel.verifySignature(bytes, request.headers, body)) {
      count('bad_signature');
      response
        .status(401)
        .json({ error: { code: 'SIGNATURE_INVALID', message: 'The signature is missing or wrong.' } });
      return;
    }
    const parsed = body === undefined ? null : channel.parse(body);
    if (parsed === null) {
      count('malformed');
      response.status(400).json({ error: { code: 'BODY_MALFORMED', message: 'The body is not a webhook envelope.' } });
      return;
    }
    const { stored, duplicates } = await inbox.put(parsed.arrivals, now());
    for (const echo of parsed.echoes) {
      const ours = await outbox.confirm(echo, now());
      if (!ours) log.debug({ channel: channel.id }, 'echo of a message that is not in the outbox');
    }
    response.status(200).type('text').send('EVENT_RECEIVED');
    count('stored', stored);
    count('duplicate', duplicates);
    count('echo', parsed.echoes.length);
    count('notice', parsed.notices);
    count('unknown', parsed.unknown);
    count('ignored', parsed.ignored);
    if (stored > 0) dependencies.wake();
  };
}

function rawBody(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
