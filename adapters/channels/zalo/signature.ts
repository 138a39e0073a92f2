import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * Where the hashed timestamp stands. Zalo's documents name the body's own `timestamp`; one of their texts names the
 * header `X-ZEvent-Timestamp`, which real requests were seen without.
 */
export type ZaloSignatureVariant = 'body-timestamp' | 'header-timestamp';

/** What of a request takes part in its signature. */
export interface SignedRequest {
  /** As received: parsing and writing again changes the bytes. */
  readonly rawBody: Buffer;
  /** `X-ZEvent-Signature`. */
  readonly signature: string | undefined;
  /** `X-ZEvent-Timestamp`. */
  readonly timestamp: string | undefined;
}

const signedFields = z.object({ app_id: z.string(), timestamp: z.string() });

/**
 * Checks `X-ZEvent-Signature: mac=<hex>`, where hex is the plain SHA-256 (no HMAC) of app id, raw body, timestamp and
 * the OA secret key, one after the other (Zalo OA documentation, webhook signature). The app id in the body must be
 * ours, because it is part of what is hashed.
 * @param accepted variants that may match, the likelier first
 * @returns the variant that matched, or `null`; fails closed on anything unreadable and on an empty secret
 */
export function verifyZaloSignature(
  request: SignedRequest,
  secrets: { readonly appId: string; readonly oaSecretKey: string },
  accepted: readonly ZaloSignatureVariant[],
): ZaloSignatureVariant | null {
  const given = request.signature?.match(/^mac=([0-9a-f]{64})$/)?.[1];
  const fields = signedFields.safeParse(parseJson(request.rawBody));
  if (secrets.oaSecretKey === '' || given === undefined || !fields.success || fields.data.app_id !== secrets.appId)
    return null;
  const timestamps = { 'body-timestamp': fields.data.timestamp, 'header-timestamp': request.timestamp };
  const mac = Buffer.from(given, 'hex');
  const matches = (variant: ZaloSignatureVariant) => {
    const timestamp = timestamps[variant];
    return timestamp !== undefined && timingSafeEqual(zaloMac(request.rawBody, timestamp, secrets), mac);
  };
  return accepted.find(matches) ?? null;
}

/** The hash behind `mac=`: SHA-256 over app id, raw body, timestamp and OA secret key. */
export function zaloMac(
  rawBody: Buffer,
  timestamp: string,
  secrets: { readonly appId: string; readonly oaSecretKey: string },
): Buffer {
  return createHash('sha256')
    .update(secrets.appId)
    .update(rawBody)
    .update(timestamp)
    .update(secrets.oaSecretKey)
    .digest();
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
