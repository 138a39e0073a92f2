import type { ReminderList } from '../reminders/reminder.ts';

/** Words about a deadline on their way to one citizen. */
export interface ReminderTelling {
  /** The list as it stands once they are on their way. */
  readonly list: ReminderList;
  /** Names these words among all of this citizen's reminders, so that they go out once. */
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/**
 * Deadlines that citizens asked to be reminded of. A turn's commit adds and withdraws them; erasure takes them with
 * everything else of the citizen.
 */
export interface Reminders {
  /** Those of one conversation, or `null`. */
  of(conversationId: string): Promise<ReminderList | null>;
  /** Lists of which a reminder needs something by then (ms since epoch), the longest due first. */
  due(until: number): Promise<readonly ReminderList[]>;
  /**
   * Stores a list in the place of its version before, and forgets one that is empty; `false`, and nothing is written,
   * when another one stands there.
   */
  save(list: ReminderList): Promise<boolean>;
  /**
   * Puts words into the outbox and stores the list as {@link save} does, in one step, so that a repeated call sends
   * nothing. `false`, and nothing is written, when another list stands there, the words went out before, or the bot may
   * not speak with the citizen now.
   */
  tell(telling: ReminderTelling): Promise<boolean>;
}
