import { type StoreHealth, StoreUnavailable } from '../../../bot/ports/store-health.ts';
import { type Database, inTransaction, lastStorageFault } from './database.ts';
import { keepValue } from './kept-values.ts';

/** Costs nothing while writing works; after a fault each question is one small write that shows whether it has passed. */
export function createLibsqlStoreHealth(database: Database, now: () => number): StoreHealth {
  return {
    async problem() {
      if (lastStorageFault(database) === null) return null;
      try {
        inTransaction(database, () => keepValue(database, 'written-after-fault-at', String(now())));
        return null;
      } catch (error) {
        if (error instanceof StoreUnavailable) return error.fault;
        throw error;
      }
    },
  };
}
