import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../../../bot/ports/store-health.ts';
import type { EngineOptions, StateEngine } from '../engine.ts';
import { StoreUnusable } from '../errors.ts';
import { createRedisAudit } from './audit.ts';
import { connectRedis, type RedisConnection } from './connection.ts';
import { createRedisCorrections } from './corrections.ts';
import { createRedisErasureRecords } from './erasure.ts';
import { createRedisGaps } from './gaps.ts';
import { createRedisHolds } from './holds.ts';
import { createRedisInbox } from './inbox.ts';
import { createRedisIncidents } from './incidents.ts';
import { createRedisKeptValues } from './kept-values.ts';
import { createRedisLease } from './lease.ts';
import { createRedisLedger } from './ledger.ts';
import { createRedisLinks } from './links.ts';
import { createRedisLiveEvents } from './live-events.ts';
import { createRedisLock } from './lock.ts';
import { refuseMarked } from './move-mark.ts';
import { createRedisNotes } from './notes.ts';
import { createRedisOldWords } from './old-words.ts';
import { createRedisOutbox } from './outbox.ts';
import { createRedisRecords } from './records.ts';
import { createRedisReminders } from './reminders.ts';
import { createRedisReportRows } from './report-rows.ts';
import { createRedisRetention } from './retention.ts';
import { bringUpToDate } from './schema.ts';
import { durabilityWarnings, readUsableFacts } from './server-facts.ts';
import { followRedisClock } from './shared-clock.ts';
import { createRedisStaff } from './staff.ts';
import { createRedisStaffFactors } from './staff-factors.ts';
import { createRedisStoreHealth } from './store-health.ts';
import { createRedisTicketLists } from './ticket-lists.ts';

/** A process that died leads no longer than this. */
const LEADER_LEASE_MS = 10_000;

/**
 * All state in one Redis (7 or newer), which any number of processes share.
 * @param url as `REDIS_URL`
 * @throws StoreUnusable when nothing answers there, or when what answers would lose or mix up the state
 */
export async function openRedisEngine(url: string, options: EngineOptions): Promise<StateEngine> {
  const connection = await connectRedis(url, options.onFault);
  try {
    return await openOn(connection, options);
  } catch (error) {
    await connection.close();
    if (error instanceof StoreUnusable) throw error;
    throw new StoreUnusable(connection.description, problemOf(error), error);
  }
}

function problemOf(error: unknown): string {
  if (!(error instanceof StoreUnavailable)) {
    return 'refuses what the product needs; check user and password in REDIS_URL, and what that user may do';
  }
  return error.fault === 'full'
    ? 'has no memory left; raise maxmemory there'
    : `cannot keep changes now (${error.fault}); look at the log of Redis`;
}

async function openOn(
  connection: RedisConnection,
  { onFault, newId = randomUUID, mailLeaseMs }: EngineOptions,
): Promise<StateEngine> {
  const facts = await readUsableFacts(connection);
  await refuseMarked(connection);
  const surroundings = { newId, onFault };
  await bringUpToDate(connection, surroundings);
  const clock = await followRedisClock(connection, performance.now.bind(performance), onFault);
  return {
    description: connection.description,
    singleProcess: false,
    now: clock.now,
    warnings: durabilityWarnings(facts),
    inbox: createRedisInbox(connection, mailLeaseMs),
    outbox: createRedisOutbox(connection),
    records: createRedisRecords(connection, newId),
    lists: createRedisTicketLists(connection),
    reportRows: createRedisReportRows(connection),
    audit: createRedisAudit(connection),
    ledger: createRedisLedger(connection),
    notes: createRedisNotes(connection),
    gaps: createRedisGaps(connection),
    incidents: createRedisIncidents(connection),
    reminders: createRedisReminders(connection),
    links: createRedisLinks(connection),
    corrections: createRedisCorrections(connection),
    staff: createRedisStaff(connection),
    factors: createRedisStaffFactors(connection),
    kept: createRedisKeptValues(connection),
    holds: createRedisHolds(connection),
    erasures: createRedisErasureRecords(connection),
    oldWords: createRedisOldWords(connection),
    retention: createRedisRetention(connection),
    health: createRedisStoreHealth(connection),
    live: await createRedisLiveEvents(connection, onFault),
    lock: (name) => createRedisLock(connection, name, surroundings),
    lease: (name) => createRedisLease(connection, name, newId(), LEADER_LEASE_MS),
    async close() {
      clock.stop();
      await connection.close();
    },
  };
}
