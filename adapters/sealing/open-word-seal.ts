import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { createSealing } from './sealing.ts';
import { createWordSeal, type WordSeal } from './word-seal.ts';

const KEY_NAME = 'sealing-key';
const KEY_BYTES = 32;

/**
 * The seal of words with the key of the settings. Without one, with a key that is made once and kept with the state; it
 * goes on opening what it sealed after a key was set.
 * @param key 32 bytes; `null` where the settings have none
 */
export async function openWordSeal(
  key: Buffer | null,
  kept: KeptValues,
  randomBytes: (size: number) => Buffer,
): Promise<WordSeal> {
  const made = await kept.getOrMake(KEY_NAME, () => randomBytes(KEY_BYTES).toString('hex'));
  const keptKey = Buffer.from(made, 'hex');
  return createWordSeal(createSealing(key === null ? [keptKey] : [key, keptKey], randomBytes));
}
