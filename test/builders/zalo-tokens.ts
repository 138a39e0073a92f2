import type { TokenStore, ZaloTokens } from '../../adapters/channels/zalo/token-store.ts';

/** A token store in memory whose next `save` can be made to fail, as a full disk or a crash would. */
export interface MemoryTokenStore extends TokenStore {
  /** What a restart would find. */
  kept(): ZaloTokens | null;
  failNextSave(): void;
}

export function memoryTokenStore(first: ZaloTokens | null = null): MemoryTokenStore {
  let kept = first;
  let failing = false;
  return {
    kept: () => kept,
    failNextSave: () => {
      failing = true;
    },
    async load() {
      return kept;
    },
    async save(tokens) {
      if (failing) {
        failing = false;
        throw new Error('disk full');
      }
      kept = tokens;
    },
  };
}
