import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether `header` (X-Hub-Signature-256) is Meta's signature of exactly these bytes: `sha256=` and the lowercase
 * hex HMAC-SHA256 under the app secret. Meta signs the body as it was sent, with escaped Unicode, so the bytes
 * must be those of the request and never a body written again from parsed JSON. A missing or malformed header, or
 * an empty secret, is a refusal.
 */
export function verifyMessengerSignature(rawBody: Buffer, header: string | undefined, appSecret: string): boolean {
  const given = header === undefined ? undefined : HEADER.exec(header)?.[1];
  if (given === undefined || appSecret === '') return false;
  const expected = createHmac('sha256', appSecret).update(rawBody).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
