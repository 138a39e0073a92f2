import type { IncomingHttpHeaders } from 'node:http';
import type { ZaloConfig } from '../../config.ts';
import { sortEvents } from '../inbound-arrivals.ts';
import type { WebhookChannel } from '../webhook-channel.ts';
import { parseZaloWebhook } from './events.ts';
import { verifyZaloSignature, type ZaloSignatureVariant } from './signature.ts';

const VARIANTS: readonly ZaloSignatureVariant[] = ['body-timestamp', 'header-timestamp'];

/**
 * The Zalo OA door: `mac=` signature over app id, raw bytes, timestamp and OA secret; tolerant event parsing.
 * @param onVariant told once for each documented variant of the signature that matched a request
 */
export function createZaloWebhook(
  settings: ZaloConfig,
  onVariant: (variant: ZaloSignatureVariant) => void,
): WebhookChannel {
  const secrets = { appId: settings.appId, oaSecretKey: settings.oaSecret };
  const accepted = settings.signature === 'auto' ? VARIANTS : [settings.signature];
  const seen = new Set<ZaloSignatureVariant>();
  return {
    id: 'zalo',
    verification: null,
    verifySignature(rawBody, headers) {
      const signature = oneHeader(headers, 'x-zevent-signature');
      const timestamp = oneHeader(headers, 'x-zevent-timestamp');
      const matched = verifyZaloSignature({ rawBody, signature, timestamp }, secrets, accepted);
      if (matched !== null && !seen.has(matched)) {
        seen.add(matched);
        onVariant(matched);
      }
      return matched !== null;
    },
    parse(body) {
      const parsed = parseZaloWebhook(body, { oaId: settings.oaId, buttons: settings.buttons });
      if (!parsed.ok) return null;
      return { ...sortEvents('zalo', parsed.events), unknown: parsed.unknown, ignored: parsed.ignored };
    },
  };
}

function oneHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
