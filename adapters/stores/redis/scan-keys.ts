import { z } from 'zod';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Looked at in one step, between which Redis serves everybody else. */
const STEP = 500;

const reply = z.tuple([z.string(), z.array(z.string())]);

/**
 * What follows `stem` in the names of all keys that begin with it, each once. Keys that come or go meanwhile may be
 * missing.
 * @param stem without the prefix of the product; the empty one finds every key of the product
 */
export async function scanKeys({ send }: Pick<RedisConnection, 'send'>, stem: string): Promise<ReadonlySet<string>> {
  const start = `${PREFIX}${stem}`;
  const found = new Set<string>();
  let cursor = '0';
  do {
    const [next, keys] = reply.parse(await send(['SCAN', cursor, 'MATCH', `${start}*`, 'COUNT', String(STEP)]));
    for (const key of keys) found.add(key.slice(start.length));
    cursor = next;
  } while (cursor !== '0');
  return found;
}
