import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { StateEngine } from './engine.ts';
import { openLibsqlEngine } from './libsql/libsql-engine.ts';

/**
 * Opens the state that the settings name. The caller closes it.
 * @param onFault told of faults in listeners of live events
 * @throws StoreUnusable
 */
export async function openEngine(
  config: Pick<Config, 'dataDir'>,
  onFault: (error: unknown) => void = () => {},
): Promise<StateEngine> {
  return openLibsqlEngine(join(config.dataDir, 'state.db'), { onFault });
}
