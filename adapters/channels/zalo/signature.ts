import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const signedFields = z.object({ app_id: z.string(), timestamp: z.string() });

/**
 * Checks `X-ZEvent-Signature: mac=<hex>`, where hex is the plain SHA-256 (no HMAC) of app id, raw body, the body's
 * own `timestamp` and the OA secret key, one after the other (Zalo OA documentation, webhook signature). The app id
 * in the body must be ours, because it is part of what is hashed.
 * @returns which documented variant matched, or `null`; fails closed on anything unreadable and on an empty secret
 */
export function verifyZaloSignature(
  rawBody: Buffer,
  header: string | undefined,
  secrets: { readonly appId: string; readonly oaSecretKey: string },
): 'body-timestamp' | null {
  const given = header?.match(/^mac=([0-9a-f]{64})$/)?.[1];
  const fields = signedFields.safeParse(parseJson(rawBody));
  if (secrets.oaSecretKey === '' || given === undefined || !fields.success || fields.data.app_id !== secrets.appId)
    return null;
  const expected = createHash('sha256')
    .update(secrets.appId)
    .update(rawBody)
    .update(fields.data.timestamp)
    .update(secrets.oaSecretKey)
    .digest();
  return timingSafeEqual(expected, Buffer.from(given, 'hex')) ? 'body-timestamp' : null;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
