import { z } from 'zod';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { TokenStore } from './token-store.ts';

/** The lease under which tokens are renewed; all processes share it. */
export const ZALO_TOKENS_LEASE = 'zalo-tokens';

const NAME = 'zalo-tokens';
const schema = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresAt: z.number(),
    refreshExpiresAt: z.number().optional(),
  })
  // Pairs of an earlier version do not say; their access token ends 25 hours after both were issued.
  .transform((pair) => ({ ...pair, refreshExpiresAt: pair.refreshExpiresAt ?? pair.expiresAt + 88 * 24 * 3_600_000 }));

/** Zalo tokens among the kept values: a saved pair is durable before `save` resolves. */
export function createStoredZaloTokens(kept: KeptValues): TokenStore {
  return {
    async load() {
      const text = await kept.get(NAME);
      return text === null ? null : schema.parse(JSON.parse(text));
    },
    async save(tokens) {
      await kept.set(NAME, JSON.stringify(tokens));
    },
  };
}
