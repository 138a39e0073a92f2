import type { Activity } from 'botbuilder';
import type { ChannelId } from './channel.ts';

/** An event of a citizen as the door hands it over. */
export interface Arrival {
  /** Unique per channel account; the same event delivered twice has the same key. */
  readonly key: string;
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly activity: Partial<Activity>;
  /** When the citizen acted (ms since epoch, platform clock). */
  readonly at: number;
}

export interface InboxItem extends Arrival {
  /** Grows with arrival. */
  readonly id: number;
  readonly receivedAt: number;
  /** Turns that ended in a fault so far. */
  readonly attempts: number;
}

/** A worker that died holds a citizen's mail no longer than this. */
export const MAIL_LEASE_MS = 15_000;

/**
 * The right to work on one citizen's mail, of one worker among all processes. `fence` grows with every claim of the
 * conversation: a commit under an older one than the newest is refused, however late it comes.
 */
export interface MailClaim {
  readonly conversationId: string;
  readonly fence: number;
}

/**
 * Durable mail of citizens. `put` dedupes and stores in one atomic durable step; when its promise resolves, a crash
 * loses nothing. Items leave the inbox only in `TurnRecords.commit` or `park`.
 */
export interface Inbox {
  put(
    arrivals: readonly Arrival[],
    receivedAt: number,
  ): Promise<{ readonly stored: number; readonly duplicates: number }>;
  /**
   * Claims conversations whose mail may be worked on, oldest first: the last waiting item is older than `quietMs`, or
   * the first is older than three times that. A claim that is neither renewed nor released for {@link MAIL_LEASE_MS}
   * ends, so that the mail of a dead worker is taken over. A clock that was set back holds no mail up.
   */
  claim(now: number, quietMs: number, limit: number): Promise<readonly MailClaim[]>;
  /** Lengthens a claim; `false` when it was lost. */
  renew(claim: MailClaim, now: number): Promise<boolean>;
  /** Gives the claim back; what waits by then is due again by the rules of {@link claim}. */
  release(claim: MailClaim): Promise<void>;
  /** Waiting items of one citizen, in the order the citizen sent them. */
  waiting(conversationId: string): Promise<readonly InboxItem[]>;
  /** Conversations whose oldest waiting item came in at `before` or earlier (ms since epoch), oldest first. */
  late(before: number, limit: number): Promise<readonly string[]>;
  /** Counts a failed attempt and puts the items aside until `retryAt`. */
  postpone(ids: readonly number[], retryAt: number): Promise<void>;
  /** Takes items out of the line after too many failures; they stay stored for people to look at. */
  park(ids: readonly number[]): Promise<void>;
  /** Waiting and parked items, and the age of the oldest waiting one (ms). */
  depth(now: number): Promise<{ readonly waiting: number; readonly parked: number; readonly oldestMs: number }>;
}
