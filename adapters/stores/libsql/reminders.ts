import { z } from 'zod';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import type { Reminders } from '../../../bot/ports/reminders.ts';
import { afterReminderChange, firstMoment, type Reminder, type ReminderList } from '../../../bot/reminders/reminder.ts';
import { reminderMessage } from '../../../bot/reminders/reminder-message.ts';
import { mayTell } from '../../../bot/telling-once.ts';
import type { Database } from './database.ts';
import { createEnqueue } from './enqueue.ts';
import { groupCommitOf } from './group-commit.ts';
import { createStandingRows } from './standing-rows.ts';

/** The file is trusted as the program's own memory is. */
const listRow = z.object({ conversation_id: z.string(), version: z.number(), content: z.string() }).transform(
  ({ conversation_id: conversationId, version, content }): ReminderList => ({
    conversationId,
    version,
    reminders: JSON.parse(content) as readonly Reminder[],
  }),
);

/** Reminders in the state file. */
export function createLibsqlReminders(database: Database): Reminders {
  const enqueue = createEnqueue(database);
  const { conversation: findConversation } = createStandingRows(database);
  const commitTogether = groupCommitOf(database);
  return {
    async of(conversationId) {
      return findList(database, conversationId);
    },

    async due(until) {
      return database
        .prepare('SELECT * FROM reminders WHERE next_at <= ? ORDER BY next_at, conversation_id')
        .all(until)
        .map((row) => listRow.parse(row));
    },

    async save(list) {
      return commitTogether(() => {
        if (!follows(database, list)) return false;
        writeList(database, list);
        return true;
      });
    },

    async tell(telling) {
      const { list, at } = telling;
      return commitTogether(() => {
        const conversation = findConversation(list.conversationId);
        const { message, correlationId } = reminderMessage(telling);
        const isSent =
          database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined;
        if (!mayTell(conversation) || isSent || !follows(database, list)) return false;
        writeList(database, list);
        enqueue(conversation, message, correlationId, at);
        return true;
      });
    },
  };
}

/** Writes what a turn makes of the citizen's reminders. Within the caller's transaction. */
export function writeReminders(database: Database, { reminder, conversationId }: TurnCommit): void {
  if (reminder === undefined) return;
  const changed = afterReminderChange(findList(database, conversationId), conversationId, reminder);
  if (changed !== null) writeList(database, changed);
}

/** Takes a citizen's reminders. Within the caller's transaction. */
export function eraseReminders(database: Database, conversationId: string): void {
  database.prepare('DELETE FROM reminders WHERE conversation_id = ?').run(conversationId);
}

function findList(database: Database, conversationId: string): ReminderList | null {
  const row = database.prepare('SELECT * FROM reminders WHERE conversation_id = ?').get(conversationId);
  return row === undefined ? null : listRow.parse(row);
}

function follows(database: Database, { conversationId, version }: ReminderList): boolean {
  return (findList(database, conversationId)?.version ?? 0) === version - 1;
}

function writeList(database: Database, list: ReminderList): void {
  const { conversationId, version, reminders } = list;
  if (reminders.length === 0) {
    eraseReminders(database, conversationId);
    return;
  }
  database
    .prepare(
      `INSERT INTO reminders (conversation_id, version, next_at, content) VALUES (?, ?, ?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET version = excluded.version, next_at = excluded.next_at,
         content = excluded.content`,
    )
    .run(conversationId, version, firstMoment(list), JSON.stringify(reminders));
}
