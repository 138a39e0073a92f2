import { type StoreHealth, StoreUnavailable } from '../../../bot/ports/store-health.ts';
import type { RedisConnection } from './connection.ts';

/**
 * Asks Redis itself: whether it answers, whether its disk takes the log of changes, and whether there is room for more.
 */
export function createRedisStoreHealth(connection: RedisConnection): StoreHealth {
  async function info(section: string): Promise<string> {
    return String(await connection.send(['INFO', section]));
  }

  return {
    async problem() {
      try {
        const [persistence, memory] = await Promise.all([info('persistence'), info('memory')]);
        if (/aof_last_write_status:err/.test(persistence)) return 'failing';
        const used = numberOf(memory, 'used_memory');
        const most = numberOf(memory, 'maxmemory');
        return most > 0 && used >= most ? 'full' : null;
      } catch (error) {
        if (error instanceof StoreUnavailable) return error.fault;
        throw error;
      }
    },
  };
}

function numberOf(info: string, field: string): number {
  return Number(new RegExp(`^${field}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
}
