import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { StateEngine } from './engine.ts';
import { openLibsqlEngine } from './libsql/libsql-engine.ts';
import { openRedisEngine } from './redis/redis-engine.ts';

/**
 * Opens the state that the settings name: Redis where `REDIS_URL` does, else the file in the data folder. The caller
 * closes it.
 * @param onFault told of faults in listeners of live events, and when the connection to Redis breaks
 * @throws StoreUnusable
 */
export async function openEngine(
  config: Pick<Config, 'dataDir' | 'redisUrl'>,
  onFault: (error: unknown) => void = () => {},
): Promise<StateEngine> {
  return config.redisUrl === null
    ? openLibsqlEngine(join(config.dataDir, 'state.db'), { onFault })
    : openRedisEngine(config.redisUrl, { onFault });
}
