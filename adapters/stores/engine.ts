import type { ErasureRecords } from '../../bot/ports/erasure.ts';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { KeptValues, Lock } from '../../bot/ports/kept-values.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';

/** The durable stores of one engine. */
export interface Stores {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly records: TurnRecords;
  readonly staff: StaffStore;
  readonly kept: KeptValues;
  readonly erasures: ErasureRecords;
}

/** Where all state lives. Every engine passes the same contract (`test/contracts`). */
export interface StateEngine extends Stores {
  /** For people: which engine, and where. Holds no password. */
  readonly description: string;
  readonly live: LiveEvents;
  /** Whether only one process may serve this state, so that it knows of every send under way. */
  readonly singleProcess: boolean;
  lock(name: string): Lock;
  close(): Promise<void>;
}
