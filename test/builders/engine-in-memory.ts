import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';

/** The state of one test, gone with its process; a fault that concerns no caller ends the test. */
export function engineInMemory(): StateEngine {
  return createLibsqlEngine(openDatabase(':memory:'), ':memory:', {
    onFault(error) {
      throw error;
    },
  });
}
