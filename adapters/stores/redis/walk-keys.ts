import { z } from 'zod';
import { PREFIX, type RedisConnection } from './connection.ts';

const page = z.tuple([z.string(), z.array(z.string())]);
const LOOKED_AT = '500';

/**
 * What follows `start` in the names of all keys that begin with it (and with the prefix of the product). A key that
 * comes or goes meanwhile may be missed, and one may be given twice.
 */
export async function* keysLike({ send }: RedisConnection, start: string): AsyncGenerator<string> {
  const beginning = `${PREFIX}${start}`;
  let cursor = '0';
  do {
    const [next, keys] = page.parse(await send(['SCAN', cursor, 'MATCH', `${beginning}*`, 'COUNT', LOOKED_AT]));
    for (const key of keys) yield key.slice(beginning.length);
    cursor = next;
  } while (cursor !== '0');
}
