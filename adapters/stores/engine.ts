import type { AuditLog } from '../../bot/ports/audit.ts';
import type { Corrections } from '../../bot/ports/corrections.ts';
import type { ErasureRecords } from '../../bot/ports/erasure.ts';
import type { Gaps } from '../../bot/ports/gaps.ts';
import type { Holds } from '../../bot/ports/holds.ts';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Incidents } from '../../bot/ports/incidents.ts';
import type { KeptValues, Lock } from '../../bot/ports/kept-values.ts';
import type { Ledger } from '../../bot/ports/ledger.ts';
import type { Links } from '../../bot/ports/links.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Notes } from '../../bot/ports/notes.ts';
import type { OldWords } from '../../bot/ports/old-words.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { Reminders } from '../../bot/ports/reminders.ts';
import type { ReportRows } from '../../bot/ports/report-rows.ts';
import type { Retention } from '../../bot/ports/retention.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { StaffFactors } from '../../bot/ports/staff-factors.ts';
import type { StoreHealth } from '../../bot/ports/store-health.ts';
import type { TicketLists } from '../../bot/ports/ticket-lists.ts';
import type { Lease } from '../leader.ts';

/** The durable stores of one engine. */
export interface Stores {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly records: TurnRecords;
  readonly ledger: Ledger;
  readonly notes: Notes;
  readonly gaps: Gaps;
  readonly reminders: Reminders;
  readonly links: Links;
  readonly incidents: Incidents;
  readonly corrections: Corrections;
  readonly lists: TicketLists;
  readonly reportRows: ReportRows;
  readonly staff: StaffStore;
  readonly factors: StaffFactors;
  readonly kept: KeptValues;
  readonly erasures: ErasureRecords;
  readonly holds: Holds;
  readonly retention: Retention;
  readonly oldWords: OldWords;
  readonly health: StoreHealth;
  readonly audit: AuditLog;
}

/** What an engine is opened with. */
export interface EngineOptions {
  /** Told of faults that concern no caller, such as those of listeners of live events. */
  readonly onFault: (error: unknown) => void;
  /** Ids of turns, tickets and lock holders; random ones unless given. */
  readonly newId?: () => string;
  /** How long a claim of mail lasts unrenewed, `MAIL_LEASE_MS` unless given. */
  readonly mailLeaseMs?: number | undefined;
}

/** Where all state lives. Every engine passes the same contract (`test/contracts`). */
export interface StateEngine extends Stores {
  /** For people: which engine, and where. Holds no password. */
  readonly description: string;
  readonly live: LiveEvents;
  /** Whether only one process may serve this state, so that it knows of every send under way. */
  readonly singleProcess: boolean;
  /** The clock that all processes on this state go by (ms since epoch). */
  readonly now: () => number;
  /** What the server's configuration puts at risk, in whole sentences that say what to do; empty when nothing is. */
  readonly warnings: readonly string[];
  lock(name: string): Lock;
  /** For electing a leader among the processes; each call makes another holder. */
  lease(name: string): Lease;
  close(): Promise<void>;
}
