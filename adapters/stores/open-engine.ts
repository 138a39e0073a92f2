import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { StateEngine } from './engine.ts';
import { openCheckedDatabase } from './libsql/checked-database.ts';
import { openDatabase } from './libsql/database.ts';
import { createLibsqlEngine } from './libsql/libsql-engine.ts';
import { openRedisEngine } from './redis/redis-engine.ts';
import { lockServer } from './server-lock.ts';

/** What tells where the state is: in Redis where `redisUrl` names one, else in a file in the data folder. */
type Place = Pick<Config, 'dataDir' | 'redisUrl'>;

const fileOf = ({ dataDir }: Place) => join(dataDir, 'state.db');
const ignore = () => {};

/**
 * Opens the state that the settings name, for a command beside a server that may run. The caller closes it.
 * @throws StoreUnusable
 */
export async function openEngine(place: Place): Promise<StateEngine> {
  if (place.redisUrl !== null) return openRedisEngine(place.redisUrl, { onFault: ignore });
  return createLibsqlEngine(openDatabase(fileOf(place)), fileOf(place), { onFault: ignore });
}

/**
 * Opens the state for a server. A file is checked first, and no other server may have it until it is closed; Redis may
 * have any number of servers.
 * @param now ms since epoch
 * @param onFault told of faults in listeners of live events, and when the connection to Redis breaks
 * @throws StoreUnusable
 */
export async function openServerEngine(
  place: Place,
  now: number,
  onFault: (error: unknown) => void,
): Promise<StateEngine> {
  if (place.redisUrl !== null) return openRedisEngine(place.redisUrl, { onFault });
  const unlock = lockServer(place.dataDir, now);
  try {
    const engine = createLibsqlEngine(openCheckedDatabase(fileOf(place), now), fileOf(place), { onFault });
    return {
      ...engine,
      async close() {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
