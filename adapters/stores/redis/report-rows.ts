import { z } from 'zod';
import { channelOf, type Period, type ReportRows, type ReportTurn } from '../../../bot/ports/report-rows.ts';
import { ALL_TOPICS } from '../../../bot/topics.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { ticketJson } from './stored-json.ts';

const texts = z.array(z.string());
const FIELDS = ['conversation', 'at', 'outcome', 'topic', 'priority', 'decidedBy', 'question'] as const;
const emptyAsNull = (value: string) => (value === '' ? null : value);
const turnFields = z.tuple([
  z.string(),
  z.coerce.number(),
  z.enum(['answered', 'abstained', 'escalated', 'crisis', 'chat']),
  z.string().transform(emptyAsNull).pipe(z.enum(ALL_TOPICS).nullable()),
  z
    .string()
    .transform(emptyAsNull)
    .pipe(z.enum(['normal', 'high', 'urgent']).nullable()),
  z.string(),
  z.string(),
]);

/** Reports read Redis by the order of `ledger` and `list:opened`. */
export function createRedisReportRows(connection: RedisConnection): ReportRows {
  const { send } = connection;

  /** Members of a sorted set whose score is in the period, after one of them. Nothing leaves the two sets for good. */
  async function membersOf(set: string, period: Period, after: string | null, limit: number) {
    const key = `${PREFIX}${set}`;
    const rank = after === null ? null : await send(['ZRANK', key, after]);
    const start = rank === null ? await send(['ZCOUNT', key, '-inf', `(${period.from}`]) : Number(rank) + 1;
    const flat = texts.parse(
      await send(['ZRANGE', key, String(start), String(Number(start) + limit - 1), 'WITHSCORES']),
    );
    return flat.filter((_, index) => index % 2 === 0 && Number(flat[index + 1]) < period.until);
  }

  async function turn(turnId: string): Promise<ReportTurn> {
    const stored = await send(['HMGET', `${PREFIX}turn:${turnId}`, ...FIELDS]);
    const [conversationId, at, outcome, topic, priority, decidedBy, question] = turnFields.parse(stored);
    const channel = channelOf(conversationId);
    return { turnId, conversationId, channel, at, outcome, topic, priority, decidedBy, question };
  }

  return {
    async turns(period, after, limit) {
      const ids = await membersOf('ledger', period, after?.turnId ?? null, limit);
      return Promise.all(ids.map(turn));
    },

    async countTurns({ from, until }) {
      return Number(await send(['ZCOUNT', `${PREFIX}ledger`, String(from), `(${until}`]));
    },

    async tickets(period, after, limit) {
      const ids = await membersOf('list:opened', period, after?.id ?? null, limit);
      const stored = await Promise.all(ids.map((id) => send(['GET', `${PREFIX}ticket:${id}`])));
      return z.array(ticketJson).parse(stored);
    },
  };
}
