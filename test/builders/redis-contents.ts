import type { RedisConnection } from '../../adapters/stores/redis/connection.ts';

const READ: Readonly<Record<string, (key: string) => string[]>> = {
  string: (key) => ['GET', key],
  hash: (key) => ['HGETALL', key],
  list: (key) => ['LRANGE', key, '0', '-1'],
  set: (key) => ['SMEMBERS', key],
  zset: (key) => ['ZRANGE', key, '0', '-1'],
  stream: (key) => ['XRANGE', key, '-', '+'],
};

/** Each key of a Redis with its value, as one line of text. */
export async function redisContents({ send }: Pick<RedisConnection, 'send'>): Promise<readonly string[]> {
  const keys = (await send(['KEYS', '*'])) as readonly string[];
  const contents: string[] = [];
  // One after the other: of many thousands at once the last would wait longer than a connection lets it.
  for (const key of keys) {
    const value = await send(READ[String(await send(['TYPE', key]))]?.(key) ?? []);
    contents.push(`${key} ${JSON.stringify(value)}`);
  }
  return contents;
}
