import { z } from 'zod';
import { answerTrace } from '../../../bot/answer-trace.ts';
import type { Ledger, RecordedTurn } from '../../../bot/ports/ledger.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

const FIELDS = ['conversation', 'at', 'outcome', 'decidedBy', 'question', 'reply', 'trace'] as const;
const turnFields = z.tuple([
  z.string(),
  z.coerce.number(),
  z.enum(['answered', 'abstained', 'escalated', 'crisis', 'chat']),
  z.string(),
  z.string(),
  z.string().transform((text) => (text === '' ? null : text)),
  // Turns of an older program have none.
  z
    .string()
    .nullable()
    .transform((text) => (text === null || text === '' ? null : answerTrace.parse(JSON.parse(text)))),
]);

/** Single turns of the ledger in Redis. */
export function createRedisLedger({ send }: RedisConnection): Ledger {
  async function turn(turnId: string): Promise<RecordedTurn | null> {
    const stored = z.array(z.string().nullable()).parse(await send(['HMGET', `${PREFIX}turn:${turnId}`, ...FIELDS]));
    if (stored[0] === null) return null;
    const [conversationId, at, outcome, decidedBy, question, reply, trace] = turnFields.parse(stored);
    return { turnId, conversationId, at, outcome, decidedBy, question, reply, trace };
  }

  return {
    turn,
    async latest(limit) {
      const ids = z.array(z.string()).parse(await send(['ZRANGE', `${PREFIX}ledger`, '0', String(limit - 1), 'REV']));
      const turns = await Promise.all(ids.map(turn));
      return turns.filter((one) => one !== null);
    },
  };
}
