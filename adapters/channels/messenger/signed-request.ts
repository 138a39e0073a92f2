import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What Meta says about a person who wants their data deleted. */
export interface DeletionRequest {
  /** App-scoped: not the page-scoped id of the person's conversations. */
  readonly userId: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

const payload = z.object({
  algorithm: z.string().regex(/^HMAC-SHA256$/i),
  user_id: z.union([z.string().min(1), z.int()]).transform(String),
  issued_at: z.int(),
});

/**
 * Reads a `signed_request` of Meta: `base64url(signature).base64url(json)`, signed with HMAC-SHA256 of the second
 * part under the app secret (Meta, "Data Deletion Request Callback"). `null` when it is not Meta's.
 */
export function readSignedRequest(signedRequest: string, appSecret: string): DeletionRequest | null {
  const [signature, content, ...more] = signedRequest.split('.');
  if (signature === undefined || content === undefined || more.length > 0 || appSecret === '') return null;
  const expected = createHmac('sha256', appSecret).update(content).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parsed = payload.safeParse(parseJson(Buffer.from(content, 'base64url').toString('utf8')));
  return parsed.success ? { userId: parsed.data.user_id, issuedAt: parsed.data.issued_at } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
