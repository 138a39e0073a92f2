import { z } from 'zod';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { afterReminderChange, firstMoment, type ReminderList } from '../../../bot/reminders/reminder.ts';
import type { Guard, GuardedSteps, Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Reads what this program wrote itself. */
export const reminderListJson = z.string().transform((text) => JSON.parse(text) as ReminderList);

/** Steps that store a citizen's reminders: `reminders-of:<conversation>`, and `reminders` by their next moment. */
export function reminderSteps(list: ReminderList): readonly Step[] {
  const { conversationId, reminders } = list;
  if (reminders.length === 0) return reminderErasureSteps(conversationId);
  return [
    ['call', 'SET', `reminders-of:${conversationId}`, JSON.stringify(list)],
    ['call', 'ZADD', 'reminders', String(firstMoment(list)), conversationId],
  ];
}

/** Steps that take a citizen's reminders. */
export function reminderErasureSteps(conversationId: string): readonly Step[] {
  return [
    ['call', 'DEL', `reminders-of:${conversationId}`],
    ['call', 'ZREM', 'reminders', conversationId],
  ];
}

/** What stands there of a citizen, with the guard that it still does when something is written. */
export async function readReminders(
  connection: RedisConnection,
  conversationId: string,
): Promise<{ readonly list: ReminderList | null; readonly guard: Guard }> {
  const key = `reminders-of:${conversationId}`;
  const stored = z
    .string()
    .nullable()
    .parse(await connection.send(['GET', `${PREFIX}${key}`]));
  return { list: stored === null ? null : reminderListJson.parse(stored), guard: ['equal', key, stored] };
}

/** Steps that write what a turn makes of the citizen's reminders. */
export async function turnReminderSteps(
  connection: RedisConnection,
  { reminder, conversationId }: TurnCommit,
): Promise<GuardedSteps> {
  if (reminder === undefined) return { steps: [], guards: [] };
  const { list, guard } = await readReminders(connection, conversationId);
  const changed = afterReminderChange(list, conversationId, reminder);
  return { steps: changed === null ? [] : reminderSteps(changed), guards: [guard] };
}
