import type { AdmissionLevel } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';

/** A deadline of a published admission table that a citizen asked to be reminded of, and agreed to how. */
export interface Reminder {
  /** The step of the school year, see `knowledge/admission/dates.ts`. */
  readonly dateId: string;
  readonly schoolYear: string;
  readonly level: AdmissionLevel;
  /** As the table words it. */
  readonly step: string;
  readonly first: Day;
  /** The deadline: the last day, included. */
  readonly last: Day;
  /** Number of the document that the row rests on, and the part of it. */
  readonly document: string;
  readonly article: string;
  /** When the citizen agreed (ms since epoch), and to which words. */
  readonly consentedAt: number;
  readonly consent: string;
  /** How many days before the deadline the last reminder was for; `null`: none was due yet. */
  readonly remindedDays: number | null;
  /** The deadline that the citizen was told before a newer table moved it; `null` once they know. */
  readonly movedFrom: Day | null;
  /** When something is to be done about it (ms since epoch). */
  readonly nextAt: number;
}

/** The reminders of one citizen. One without any is not kept. */
export interface ReminderList {
  readonly conversationId: string;
  /** 1 for a new one, one more with every change. */
  readonly version: number;
  readonly reminders: readonly Reminder[];
}

/** What a turn makes of a citizen's reminders. */
export type ReminderChange =
  | { readonly kind: 'agreed'; readonly reminder: Reminder }
  /** The citizen wants none of them any more. */
  | { readonly kind: 'withdrawn' };

/** One citizen has a few children at most; of more the oldest goes. */
const MOST_REMINDERS = 8;

/** The list after a turn; `null`: nothing was or is kept. */
export function afterReminderChange(
  list: ReminderList | null,
  conversationId: string,
  change: ReminderChange,
): ReminderList | null {
  if (list === null && change.kind === 'withdrawn') return null;
  const others = (list?.reminders ?? []).filter(
    ({ dateId }) => change.kind === 'agreed' && dateId !== change.reminder.dateId,
  );
  const reminders = change.kind === 'agreed' ? [...others, change.reminder].slice(-MOST_REMINDERS) : [];
  return { conversationId, version: (list?.version ?? 0) + 1, reminders };
}

/** The list with one of its reminders in another state; `null` takes it out. */
export function withReminder(list: ReminderList, dateId: string, changed: Reminder | null): ReminderList {
  const reminders = list.reminders.flatMap((reminder) => {
    if (reminder.dateId !== dateId) return [reminder];
    return changed === null ? [] : [changed];
  });
  return { ...list, version: list.version + 1, reminders };
}

/** When the first of them needs something (ms since epoch). */
export function firstMoment({ reminders }: Pick<ReminderList, 'reminders'>): number {
  return Math.min(...reminders.map(({ nextAt }) => nextAt));
}
