import { type StoreHealth, StoreUnavailable } from '../../../bot/ports/store-health.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Each question is one small write, because a Redis that answers may still refuse to keep anything. */
export function createRedisStoreHealth(connection: RedisConnection, now: () => number): StoreHealth {
  return {
    async problem() {
      try {
        await connection.send(['SET', `${PREFIX}written-at`, String(now())]);
        return null;
      } catch (error) {
        if (error instanceof StoreUnavailable) return error.fault;
        throw error;
      }
    },
  };
}
