import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import { PREFIX, type RedisConnection, type Reply } from './connection.ts';

const KEY = `${PREFIX}kept`;

/** Named values in one hash. */
export function createRedisKeptValues(connection: RedisConnection): KeptValues {
  const get = async (name: string) => textOrNull(await connection.send(['HGET', KEY, name]));
  return {
    get,
    async set(name, value) {
      await connection.send(['HSET', KEY, name, value]);
    },
    async getOrMake(name, make) {
      const kept = await get(name);
      if (kept !== null) return kept;
      await connection.send(['HSETNX', KEY, name, make()]);
      return (await get(name)) ?? '';
    },
    async names() {
      const reply = await connection.send(['HKEYS', KEY]);
      return Array.isArray(reply) ? reply.map(String) : [];
    },
  };
}

function textOrNull(reply: Reply): string | null {
  return typeof reply === 'string' ? reply : null;
}
