import { z } from 'zod';
import { contentsOf } from '../../../bot/kept-contents.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { TokenStore, ZaloTokens } from './token-store.ts';

/** The lease under which tokens are renewed; all processes share it. */
export const ZALO_TOKENS_LEASE = 'zalo-tokens';

/** The kept value that holds the pair, as JSON. */
export const ZALO_TOKENS_VALUE = 'zalo-tokens';
const schema = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresAt: z.number(),
    refreshExpiresAt: z.number().optional(),
  })
  // Pairs of an earlier version do not say; their access token ends 25 hours after both were issued.
  .transform((pair) => ({ ...pair, refreshExpiresAt: pair.refreshExpiresAt ?? pair.expiresAt + 88 * 24 * 3_600_000 }));

/** The pair of a kept value. @throws ZodError, SyntaxError */
export function readZaloTokens(value: string): ZaloTokens {
  return schema.parse(JSON.parse(value));
}

/** Zalo tokens among the kept values: a saved pair is durable before `save` resolves. */
export function createStoredZaloTokens(kept: KeptValues): TokenStore {
  return {
    async load() {
      const text = await kept.get(ZALO_TOKENS_VALUE);
      // A pair that cannot be read is none: an admin has to consent again, and everything that asks for one says so.
      return contentsOf<ZaloTokens | null>(text, { parse: readZaloTokens, usual: null }).value;
    },
    async save(tokens) {
      await kept.set(ZALO_TOKENS_VALUE, JSON.stringify(tokens));
    },
  };
}
