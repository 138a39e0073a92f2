import { z } from 'zod';
import { keepsWords } from '../../../bot/erase-citizen.ts';
import type { Hold, Holds } from '../../../bot/ports/holds.ts';
import { applyChanges, type Guard, type GuardedSteps, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { eraseSteps, notedOrders } from './erasure.ts';
import { standing } from './record-scripts.ts';
import { scanKeys } from './scan-keys.ts';
import { holdJson, ticketJson } from './stored-json.ts';

const NO_MORE: GuardedSteps = { steps: [], guards: [] };
const pairReply = z.tuple([z.string().nullable(), z.string().nullable()]);

/** Holds in Redis: `hold:<conversation>`. */
export function createRedisHolds(connection: RedisConnection): Holds {
  const get = async (key: string) => {
    const found = await connection.send(['GET', `${PREFIX}${key}`]);
    return z.string().nullable().parse(found);
  };

  async function read(conversationId: string): Promise<Hold | null> {
    const found = await get(`hold:${conversationId}`);
    return found === null ? null : holdJson.parse(found);
  }

  return {
    of: read,

    async list(limit) {
      const ids = [...(await scanKeys(connection, 'hold:'))];
      const found = await Promise.all(ids.map(read));
      return found
        .filter((hold) => hold !== null)
        .sort((one, two) => one.at - two.at || (one.conversationId < two.conversationId ? -1 : 1))
        .slice(0, limit);
    },

    async place(hold) {
      const { conversationId } = hold;
      // An erasure at the same moment takes the conversation away, and nothing is held then.
      const known: Guard = ['reads', '1', 'EXISTS', `conversation:${conversationId}`];
      const steps = [['call', 'SET', `hold:${conversationId}`, JSON.stringify(hold)] as const];
      return (await applyChanges(connection, [known], steps)) === null;
    },

    async release(conversationId, at) {
      return untilApplied(async () => {
        const stored = await get(`hold:${conversationId}`);
        if (stored === null) return 'none';
        const [conversation, ticket] = pairReply.parse(await connection.run(standing, [PREFIX, conversationId]));
        const waits = ticket !== null && keepsWords(ticketJson.parse(ticket));
        const [noted] = waits ? [] : await notedOrders(connection, conversationId);
        const erasing = noted === undefined ? NO_MORE : await eraseSteps(connection, conversationId, noted, at, []);
        const guards: readonly Guard[] = [
          ['equal', `hold:${conversationId}`, stored],
          ['equal', `conversation:${conversationId}`, conversation],
          ...erasing.guards,
        ];
        const steps = [...erasing.steps, ['call', 'DEL', `hold:${conversationId}`] as const];
        if ((await applyChanges(connection, guards, steps)) !== null) return null;
        return noted === undefined ? 'released' : 'erased';
      });
    },
  };
}
