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
  return Promise.all(
    keys.map(async (key) => {
      const value = await send(READ[String(await send(['TYPE', key]))]?.(key) ?? []);
      return `${key} ${JSON.stringify(value)}`;
    }),
  );
}
