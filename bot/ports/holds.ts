/** An order to keep everything of one citizen on one channel account, whatever its time or the citizen says. */
export interface Hold {
  readonly conversationId: string;
  /** Why, in the words of whoever ordered it; may name people. */
  readonly reason: string;
  /** Log-in name of whoever ordered it, or `terminal:<user>`. */
  readonly by: string;
  /** When (ms since epoch). */
  readonly at: number;
  /** When it ends by itself (ms since epoch); `null`: when somebody ends it. */
  readonly until: number | null;
}

/** How a hold ended: an erasure that it put off came with its end, nothing waited for it, or there was none. */
export type HoldEnd = 'erased' | 'released' | 'none';

/**
 * Holds on the data of citizens. While one stands, retention and erasure leave the conversation's words alone; the
 * webhook events that were worked off still lose theirs, because the transcript has them.
 */
export interface Holds {
  of(conversationId: string): Promise<Hold | null>;
  /** The oldest first. */
  list(limit: number): Promise<readonly Hold[]>;
  /** Places it, in place of one that stands. `false`: nothing is kept of this citizen. */
  place(hold: Hold): Promise<boolean>;
  /** Ends it, and erases what was to be erased unless an open matter of the kind that keeps words does so later. */
  release(conversationId: string, at: number): Promise<HoldEnd>;
}
