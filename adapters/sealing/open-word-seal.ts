import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { KEPT_KEYS, keptKey } from './kept-key.ts';
import { createSealing } from './sealing.ts';
import { createWordSeal, type WordSeal } from './word-seal.ts';

/**
 * The seal of words with the key of the settings. Without one, with a key that is made once and kept with the state; it
 * goes on opening what it sealed after a key was set.
 * @param key 32 bytes; `null` where the settings have none
 * @throws StoreUnusable where the kept one is no key
 */
export async function openWordSeal(
  key: Buffer | null,
  kept: KeptValues,
  randomBytes: (size: number) => Buffer,
): Promise<WordSeal> {
  const made = await keptKey(kept, KEPT_KEYS.sealing, randomBytes);
  return createWordSeal(createSealing(key === null ? [made] : [key, made], randomBytes));
}
