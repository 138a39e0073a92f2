import type { ZaloConfig } from '../../config.ts';
import { sortEvents } from '../inbound-arrivals.ts';
import type { WebhookChannel } from '../webhook-channel.ts';
import { parseZaloWebhook } from './events.ts';
import { verifyZaloSignature } from './signature.ts';

/** The Zalo OA door: `mac=` signature over app id, raw bytes, timestamp and OA secret; tolerant event parsing. */
export function createZaloWebhook(settings: ZaloConfig): WebhookChannel {
  return {
    id: 'zalo',
    verification: null,
    verifySignature(bytes, headers) {
      const header = headers['x-zevent-signature'];
      const secrets = { appId: settings.appId, oaSecretKey: settings.oaSecret };
      return verifyZaloSignature(bytes, typeof header === 'string' ? header : undefined, secrets) !== null;
    },
    parse(body) {
      const parsed = parseZaloWebhook(body, { oaId: settings.oaId });
      if (!parsed.ok) return null;
      return { ...sortEvents('zalo', parsed.events), unknown: parsed.unknown, ignored: parsed.ignored };
    },
  };
}
