import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { MessengerConfig } from '../../config.ts';
import { sortEvents } from '../inbound-arrivals.ts';
import type { WebhookChannel } from '../webhook-channel.ts';
import { parseMessengerWebhook } from './events.ts';
import { verifyMessengerSignature } from './signature.ts';

/** The Messenger door: GET verification, SHA-256 signature over the raw bytes, tolerant event parsing. */
export function createMessengerWebhook(settings: MessengerConfig): WebhookChannel {
  return {
    id: 'messenger',
    verification: verify(settings.verifyToken),
    verifySignature(bytes, headers) {
      const header = headers['x-hub-signature-256'];
      return verifyMessengerSignature(bytes, typeof header === 'string' ? header : undefined, settings.appSecret);
    },
    parse(body) {
      const parsed = parseMessengerWebhook(body, { ...settings, comments: settings.commentReply });
      if (!parsed.ok) return null;
      return { ...sortEvents('messenger', parsed.events), unknown: parsed.unknown, ignored: parsed.ignored };
    },
  };
}

/** Meta's check of the address: echo the challenge when the token is ours. */
function verify(token: string): RequestHandler {
  return (request, response) => {
    const { 'hub.mode': mode, 'hub.verify_token': given, 'hub.challenge': challenge } = request.query;
    const right =
      mode === 'subscribe' && typeof given === 'string' && typeof challenge === 'string' && same(given, token);
    if (right) response.status(200).type('text').send(challenge);
    else response.status(403).type('text').send('The verify token does not match MESSENGER_VERIFY_TOKEN.');
  };
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
