import { randomUUID } from 'node:crypto';
import { createLiveEvents } from '../../live-events.ts';
import type { EngineOptions, StateEngine } from '../engine.ts';
import { createLibsqlAudit } from './audit.ts';
import { openDatabase } from './database.ts';
import { createLibsqlErasureRecords } from './erasure.ts';
import { createLibsqlInbox } from './inbox.ts';
import { createKeptValues } from './kept-values.ts';
import { createLease } from './lease.ts';
import { createLibsqlOutbox } from './outbox.ts';
import { createLibsqlRecords } from './records.ts';
import { createLibsqlStaff } from './staff.ts';

/**
 * All state in one file, without any server.
 * @throws StoreUnusable
 */
export function openLibsqlEngine(file: string, options: EngineOptions): StateEngine {
  const { onFault, newId = randomUUID, mailLeaseMs } = options;
  const database = openDatabase(file);
  return {
    description: file,
    singleProcess: true,
    inbox: createLibsqlInbox(database, mailLeaseMs),
    outbox: createLibsqlOutbox(database),
    records: createLibsqlRecords(database, newId),
    staff: createLibsqlStaff(database),
    kept: createKeptValues(database),
    audit: createLibsqlAudit(database),
    erasures: createLibsqlErasureRecords(database),
    live: createLiveEvents(onFault),
    lock: (name) => createLease(database, name, { now: Date.now, newId }),
    async close() {
      database.close();
    },
  };
}
