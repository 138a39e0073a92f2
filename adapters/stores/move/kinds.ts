import { MAIL_ROWS_MS } from '../../../bot/ports/retention.ts';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One thing that is kept, in the form that is the same whatever engine keeps it. Times are ms since epoch. */
export type StateRecord = Readonly<Record<string, Json>>;

/**
 * Everything an engine keeps, in the order in which it is written: what others refer to comes first.
 *
 * - `counters` the last id or number given out, by name: `item`, `line`, `ticket`, `note`
 * - `mail` messages that wait or are parked; `keys` those of worked-off mail, by which a second delivery is known;
 *   `delays` conversations whose mail waits for a later try
 * - `conversations`, `lines` of the transcript with the keys they were heard with, `outbox` what became of those that
 *   were to be sent, `tickets`, private `notes` on them, `turns` the ledger
 * - `gapQuestions` that nothing answered, the `gaps` they show, `ratings` of answers, `reminders` of deadlines, `links` of
 *   conversations of one person and where it is still to be told that one was undone (`partings`)
 * - `corrections` of what was told, and to whom they were told (`tellings`); `incidents` of schools
 * - `staff` accounts, `factors` their second factors, `audit` the log of what people did, `kept` named values, `erasures` proofs, `pending` erasures that an open ticket or a hold puts off, `holds`
 *
 * Log-ins, failed log-ins, codes for linking and wrong ones, claims, leases and locks are left out: they end within hours or with their process.
 */
export const KINDS = [
  'counters',
  'mail',
  'keys',
  'delays',
  'conversations',
  'lines',
  'outbox',
  'tickets',
  'notes',
  'turns',
  'gapQuestions',
  'gaps',
  'ratings',
  'reminders',
  'links',
  'partings',
  'incidents',
  'corrections',
  'tellings',
  'staff',
  'factors',
  'kept',
  'erasures',
  'pending',
  'holds',
  'audit',
] as const;

export type Kind = (typeof KINDS)[number];

/** Reads all of a kind, in batches of a few hundred. The state must not change meanwhile. */
export type ReadState = (kind: Kind) => AsyncIterable<readonly StateRecord[]>;

/** Takes what {@link ReadState} gives, kind after kind in the order of {@link KINDS}. */
export interface StateWriter {
  write(kind: Kind, records: readonly StateRecord[]): Promise<void>;
  /** Everything has been written. */
  finish(): Promise<void>;
}

/** Records in one step. */
export const BATCH = 500;

/** Until it is sure that the move has ended, a key must not end by its own expiry, or both sides would differ. */
const LONGEST_MOVE_MS = 3_600_000;

/** Keys of mail that came in before this are not carried over: no platform delivers so late, and they end within the hour. */
export function keysSince(now: number): number {
  return now - MAIL_ROWS_MS + LONGEST_MOVE_MS;
}

/** Kept values that are about the state file itself. */
export function isOfTheFile(name: string): boolean {
  return name.startsWith('lease:') || name === 'server-started-at' || name === 'written-after-fault-at';
}
