import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { StateEngine } from './engine.ts';
import { openCheckedDatabase } from './libsql/checked-database.ts';
import { openDatabase } from './libsql/database.ts';
import { createLibsqlEngine } from './libsql/libsql-engine.ts';
import { lockServer } from './server-lock.ts';

/** What tells where the state is. */
type Place = Pick<Config, 'dataDir'>;

const fileOf = ({ dataDir }: Place) => join(dataDir, 'state.db');
const ignore = () => {};

/**
 * Opens the state that the settings name, for a command beside a server that may run. The caller closes it.
 * @throws StoreUnusable
 */
export async function openEngine(place: Place): Promise<StateEngine> {
  return createLibsqlEngine(openDatabase(fileOf(place)), fileOf(place), { onFault: ignore });
}

/**
 * Opens the state for a server: checked first, and no other server may have it until it is closed.
 * @param now ms since epoch
 * @param onFault told of faults in listeners of live events
 * @throws StoreUnusable
 */
export async function openServerEngine(
  place: Place,
  now: number,
  onFault: (error: unknown) => void,
): Promise<StateEngine> {
  const unlock = lockServer(place.dataDir, now);
  const engine = createLibsqlEngine(openCheckedDatabase(fileOf(place), now), fileOf(place), { onFault });
  return {
    ...engine,
    async close() {
      await engine.close();
      unlock();
    },
  };
}
