import { z } from 'zod';
import type { LinkedConversation } from '../../../bot/links/link.ts';
import { linkMessage, partingMessage } from '../../../bot/links/link-message.ts';
import type { Links } from '../../../bot/ports/links.ts';
import { mayTell } from '../../../bot/telling-once.ts';
import { applyChanges, type Guard, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { linkedSteps, readCode, readGroup, TRIES_IN_ALL, unlinkSteps } from './link-steps.ts';
import { forgetPartingSteps, readParting } from './parting-steps.ts';
import { scanKeys } from './scan-keys.ts';
import { conversationJson } from './stored-json.ts';
import { sendStep } from './turn-steps.ts';

const texts = z.array(z.string());
const stored = z.string().nullable();

/** Links in Redis. */
export function createRedisLinks(connection: RedisConnection): Links {
  const get = async (key: string) => stored.parse(await connection.send(['GET', `${PREFIX}${key}`]));

  async function ownOf(conversationId: string) {
    const { group, guards } = await readGroup(connection, conversationId);
    return { one: group.find((linked) => linked.conversationId === conversationId) ?? null, guards };
  }

  return {
    async of(conversationId) {
      return (await readGroup(connection, conversationId)).group;
    },

    async giverOf(digest, at) {
      return (await readCode(connection, digest, at)).giver;
    },

    async triesSince(conversationId, since) {
      const times = texts.parse(await connection.send(['LRANGE', `${PREFIX}link-tries:${conversationId}`, '0', '-1']));
      return times.filter((at) => Number(at) > since).length;
    },

    async triesInAllSince(since) {
      const times = texts.parse(await connection.send(['LRANGE', `${PREFIX}${TRIES_IN_ALL}`, '0', '-1']));
      return times.filter((at) => Number(at) > since).length;
    },

    async untold() {
      const ids = texts.parse(await connection.send(['SMEMBERS', `${PREFIX}links-untold`]));
      const found = await Promise.all(ids.map(async (id) => (await ownOf(id)).one));
      return found
        .filter((one): one is LinkedConversation => one !== null && !one.isTold)
        .sort((one, other) => one.linkedAt - other.linkedAt || (one.conversationId < other.conversationId ? -1 : 1));
    },

    async tell(telling) {
      const { linked, at } = telling;
      const { message, correlationId } = linkMessage(telling);
      return untilApplied(async () => {
        const found = await get(`conversation:${linked.conversationId}`);
        const conversation = found === null ? null : conversationJson.parse(found);
        const { one, guards } = await ownOf(linked.conversationId);
        if (!mayTell(conversation) || one?.groupId !== linked.groupId || one.isTold) return false;
        const isSent = (await get(`correlation:${correlationId}`)) !== null;
        const failed = await applyChanges(
          connection,
          [...guards, ['equal', `conversation:${conversation.id}`, found]],
          [
            ...linkedSteps({ ...one, isTold: true }),
            ...(isSent ? [] : [sendStep(conversation, message, correlationId, at)]),
          ],
        );
        return failed === null ? !isSent : null;
      });
    },

    async parted() {
      const ids = texts.parse(await connection.send(['SMEMBERS', `${PREFIX}links-parted`]));
      const found = await Promise.all(ids.map(async (id) => (await readParting(connection, id)).parting));
      return found
        .filter((one) => one !== null)
        .sort((one, other) => one.at - other.at || (one.conversationId < other.conversationId ? -1 : 1));
    },

    async tellParted(telling) {
      const { conversationId, at, channels } = telling.parted;
      const { message, correlationId } = partingMessage(telling);
      return untilApplied(async () => {
        const found = await get(`conversation:${conversationId}`);
        const conversation = found === null ? null : conversationJson.parse(found);
        const { parting, guard } = await readParting(connection, conversationId);
        const isSame = parting?.at === at && parting.channels.length === channels.length;
        if (!mayTell(conversation) || !isSame) return false;
        const isSent = (await get(`correlation:${correlationId}`)) !== null;
        const failed = await applyChanges(
          connection,
          [guard, ['equal', `conversation:${conversationId}`, found]],
          [
            ...forgetPartingSteps(conversationId),
            ...(isSent ? [] : [sendStep(conversation, message, correlationId, telling.at)]),
          ],
        );
        return failed === null ? !isSent : null;
      });
    },
  };
}

/** As `expireLinks` of the state file; codes and wrong tries end by their own expiry. */
export async function expireLinks(connection: RedisConnection, limit: number): Promise<void> {
  const get = async (key: string) => stored.parse(await connection.send(['GET', `${PREFIX}${key}`]));
  for (const id of await scanKeys(connection, 'link:')) {
    await untilApplied(async () => {
      const { group } = await readGroup(connection, id);
      const own = group.find(({ conversationId }) => conversationId === id);
      const found = await get(`conversation:${id}`);
      const conversation = found === null ? null : conversationJson.parse(found);
      const isNeeded = (conversation?.lastInboundAt ?? 0) >= limit || conversation?.ticketId != null;
      if (own === undefined || own.linkedAt >= limit || isNeeded) return true;
      const { steps, guards } = await unlinkSteps(connection, id);
      const unheld: Guard = ['reads', '0', 'EXISTS', `hold:${id}`];
      const failed = await applyChanges(connection, [unheld, ['equal', `conversation:${id}`, found], ...guards], steps);
      return failed === 'equal' ? null : true;
    });
  }
  for (const conversationId of await scanKeys(connection, 'parted:')) {
    const { parting, guard } = await readParting(connection, conversationId);
    if (parting !== null && parting.at < limit)
      await applyChanges(connection, [guard], forgetPartingSteps(conversationId));
  }
}
