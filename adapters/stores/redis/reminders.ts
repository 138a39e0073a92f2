import { z } from 'zod';
import type { Reminders } from '../../../bot/ports/reminders.ts';
import type { ReminderList } from '../../../bot/reminders/reminder.ts';
import { reminderMessage } from '../../../bot/reminders/reminder-message.ts';
import { mayTell } from '../../../bot/telling-once.ts';
import { applyChanges, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { readReminders, reminderListJson, reminderSteps } from './reminder-steps.ts';
import { conversationJson } from './stored-json.ts';
import { sendStep } from './turn-steps.ts';

const texts = z.array(z.string());
const stored = z.string().nullable();

/** Reminders in Redis. */
export function createRedisReminders(connection: RedisConnection): Reminders {
  const get = async (key: string) => stored.parse(await connection.send(['GET', `${PREFIX}${key}`]));

  /** What stands there now, where a list was made from it; `null` where it was not. */
  async function placeOf({ conversationId, version }: ReminderList) {
    const { list, guard } = await readReminders(connection, conversationId);
    return (list?.version ?? 0) === version - 1 ? guard : null;
  }

  return {
    async of(conversationId) {
      return (await readReminders(connection, conversationId)).list;
    },

    async due(until) {
      const ids = texts.parse(
        await connection.send(['ZRANGE', `${PREFIX}reminders`, '-inf', String(until), 'BYSCORE']),
      );
      const found = await Promise.all(ids.map((id) => get(`reminders-of:${id}`)));
      return found.flatMap((one) => (one === null ? [] : reminderListJson.parse(one)));
    },

    async save(list) {
      const guard = await placeOf(list);
      return guard !== null && (await applyChanges(connection, [guard], reminderSteps(list))) === null;
    },

    async tell(telling) {
      const { list, at } = telling;
      const { message, correlationId } = reminderMessage(telling);
      return untilApplied(async () => {
        const found = await get(`conversation:${list.conversationId}`);
        const conversation = found === null ? null : conversationJson.parse(found);
        const guard = await placeOf(list);
        if (!mayTell(conversation) || guard === null) return false;
        if ((await get(`correlation:${correlationId}`)) !== null) return false;
        const failed = await applyChanges(
          connection,
          [guard, ['equal', `conversation:${conversation.id}`, found], ['equal', `correlation:${correlationId}`, null]],
          [...reminderSteps(list), sendStep(conversation, message, correlationId, at)],
        );
        return failed === null ? true : null;
      });
    },
  };
}
