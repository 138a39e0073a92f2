import { z } from 'zod';
import type { KeptValues } from '../../stores/libsql/kept-values.ts';
import type { TokenStore } from './token-store.ts';

/** The lease under which tokens are renewed; all processes on one state file share it. */
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

/** Zalo tokens in the state file: a saved pair is on disk before `save` resolves. */
export function createStoredZaloTokens(kept: KeptValues): TokenStore {
  return {
    async load() {
      const text = kept.get(NAME);
      return text === null ? null : schema.parse(JSON.parse(text));
    },
    async save(tokens) {
      kept.set(NAME, JSON.stringify(tokens));
    },
  };
}
