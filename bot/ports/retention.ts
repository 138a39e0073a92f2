/** Rows emptied or deleted by one pass, by what they held. */
export interface RetentionCounts {
  /** Webhook events whose words were emptied. */
  readonly emptiedMail: number;
  readonly deletedMail: number;
  /** Lines of the transcript, closed tickets, private notes and ledger entries that lost their words. */
  readonly messages: number;
  readonly tickets: number;
  readonly notes: number;
  readonly turns: number;
  readonly sessions: number;
  readonly loginFailures: number;
}

/**
 * Lets go of what is kept long enough. Every engine has its own way; each gives the same result:
 * events that were worked off lose their words after {@link MAIL_WORDS_MS} and their rows after {@link MAIL_ROWS_MS};
 * transcript, closed tickets and ledger lose their words after the time set by the office, while outcome, topic and
 * times stay for the statistics. Matters that are still open, mail that waits and messages not yet sent are not touched.
 */
export interface Retention {
  /**
   * One whole pass in small steps, between which the process does its other work. May be broken off anywhere and run
   * again: a second pass finds nothing left to do.
   * @param now ms since epoch
   * @param wordsDays days that words are kept; 0 = for ever
   */
  retain(now: number, wordsDays: number): Promise<RetentionCounts>;
}

/** Stands where words stood whose time is over; shown to staff, never read by the assistant. */
export const EXPIRED_WORDS = '(đã xóa vì hết thời hạn lưu)';

const DAY_MS = 24 * 3_600_000;

/** Platforms deliver an event again for a day at most; staff look into a fault within two. */
export const MAIL_WORDS_MS = 2 * DAY_MS;
/** A key must be known for longer than any platform delivers again. */
export const MAIL_ROWS_MS = 8 * DAY_MS;
/** Failed log-ins count for this long: pauses grow with the failures of a whole day. */
export const LOGIN_FAILURES_MS = DAY_MS;
