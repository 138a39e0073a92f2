import { z } from 'zod';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { StoreUnusable } from '../stores/errors.ts';

/** Names of the keys that are made once and kept with the state. */
export const KEPT_KEYS = { visitors: 'visitor-key', factors: 'factor-key', sealing: 'sealing-key' } as const;

const KEY_BYTES = 32;
const keyJson = z.hex().length(KEY_BYTES * 2);

/** A key that was kept. @throws ZodError */
export function readKey(value: string): Buffer {
  return Buffer.from(keyJson.parse(value), 'hex');
}

/**
 * The key of that name, made now where there is none.
 * @throws StoreUnusable where what is kept is no key: a new one would open nothing that the old one sealed
 */
export async function keptKey(
  kept: KeptValues,
  name: (typeof KEPT_KEYS)[keyof typeof KEPT_KEYS],
  randomBytes: (size: number) => Buffer,
): Promise<Buffer> {
  const value = await kept.getOrMake(name, () => randomBytes(KEY_BYTES).toString('hex'));
  try {
    return readKey(value);
  } catch (error) {
    throw new StoreUnusable(`the kept value "${name}"`, 'is no key; run npm run admin -- restore FILE', error);
  }
}
