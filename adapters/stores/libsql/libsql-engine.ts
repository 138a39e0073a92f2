import { randomUUID } from 'node:crypto';
import { createLiveEvents } from '../../live-events.ts';
import type { EngineOptions, StateEngine } from '../engine.ts';
import type { Database } from './database.ts';
import { createLibsqlErasureRecords } from './erasure.ts';
import { createLibsqlInbox } from './inbox.ts';
import { createKeptValues } from './kept-values.ts';
import { createLease } from './lease.ts';
import { createLibsqlOutbox } from './outbox.ts';
import { createLibsqlRecords } from './records.ts';
import { createLibsqlRetention } from './retention.ts';
import { createLibsqlStaff } from './staff.ts';
import { createLibsqlStaffFactors } from './staff-factors.ts';
import { createLibsqlStoreHealth } from './store-health.ts';

/** All state in one file, without any server. The engine closes the database. */
export function createLibsqlEngine(database: Database, file: string, options: EngineOptions): StateEngine {
  const { onFault, newId = randomUUID, mailLeaseMs } = options;
  return {
    description: file,
    singleProcess: true,
    inbox: createLibsqlInbox(database, mailLeaseMs),
    outbox: createLibsqlOutbox(database),
    records: createLibsqlRecords(database, newId),
    staff: createLibsqlStaff(database),
    factors: createLibsqlStaffFactors(database),
    kept: createKeptValues(database),
    erasures: createLibsqlErasureRecords(database),
    retention: createLibsqlRetention(database),
    health: createLibsqlStoreHealth(database, Date.now),
    live: createLiveEvents(onFault),
    lock: (name) => createLease(database, name, { now: Date.now, newId }),
    async close() {
      database.close();
    },
  };
}
