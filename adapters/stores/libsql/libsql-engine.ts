import { randomUUID } from 'node:crypto';
import type { Lease } from '../../leader.ts';
import { createLiveEvents } from '../../live-events.ts';
import type { EngineOptions, StateEngine } from '../engine.ts';
import { createLibsqlAudit } from './audit.ts';
import { createLibsqlCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { createLibsqlErasureRecords } from './erasure.ts';
import { createLibsqlGaps } from './gaps.ts';
import { createLibsqlHolds } from './holds.ts';
import { createLibsqlInbox } from './inbox.ts';
import { createLibsqlIncidents } from './incidents.ts';
import { createKeptValues } from './kept-values.ts';
import { createLease } from './lease.ts';
import { createLibsqlLedger } from './ledger.ts';
import { createLibsqlLinks } from './links.ts';
import { createLibsqlNotes } from './notes.ts';
import { createLibsqlOldWords } from './old-words.ts';
import { createLibsqlOutbox } from './outbox.ts';
import { createLibsqlRecords } from './records.ts';
import { createLibsqlReminders } from './reminders.ts';
import { createLibsqlReportRows } from './report-rows.ts';
import { createLibsqlRetention } from './retention.ts';
import { createLibsqlStaff } from './staff.ts';
import { createLibsqlStaffFactors } from './staff-factors.ts';
import { createLibsqlStoreHealth } from './store-health.ts';
import { createLibsqlTicketLists } from './ticket-lists.ts';

/** The one process always leads. */
const SOLE_LEASE: Lease = { ms: 60_000, hold: async () => true, release: async () => {} };

/** All state in one file, without any server. The engine closes the database. */
export function createLibsqlEngine(database: Database, file: string, options: EngineOptions): StateEngine {
  const { onFault, newId = randomUUID, mailLeaseMs } = options;
  return {
    description: file,
    singleProcess: true,
    now: Date.now,
    warnings: [],
    inbox: createLibsqlInbox(database, mailLeaseMs),
    outbox: createLibsqlOutbox(database),
    records: createLibsqlRecords(database, newId),
    ledger: createLibsqlLedger(database),
    notes: createLibsqlNotes(database),
    gaps: createLibsqlGaps(database),
    reminders: createLibsqlReminders(database),
    links: createLibsqlLinks(database),
    incidents: createLibsqlIncidents(database),
    corrections: createLibsqlCorrections(database),
    lists: createLibsqlTicketLists(database),
    reportRows: createLibsqlReportRows(database),
    staff: createLibsqlStaff(database),
    factors: createLibsqlStaffFactors(database),
    kept: createKeptValues(database),
    audit: createLibsqlAudit(database),
    holds: createLibsqlHolds(database),
    erasures: createLibsqlErasureRecords(database),
    oldWords: createLibsqlOldWords(database),
    retention: createLibsqlRetention(database),
    health: createLibsqlStoreHealth(database, Date.now),
    live: createLiveEvents(onFault),
    lock: (name) => createLease(database, name, { now: Date.now, newId }),
    lease: () => SOLE_LEASE,
    async close() {
      database.close();
    },
  };
}
