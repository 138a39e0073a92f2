import { z } from 'zod';
import type { KeptValues } from '../../stores/libsql/kept-values.ts';
import type { TokenStore } from './token-store.ts';

const NAME = 'zalo-tokens';
const schema = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() });

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
