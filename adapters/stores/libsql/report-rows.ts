import { z } from 'zod';
import { channelOf, type ReportRows } from '../../../bot/ports/report-rows.ts';
import { ALL_TOPICS } from '../../../bot/topics.ts';
import type { Database } from './database.ts';
import { toTicket } from './rows.ts';

const turnRow = z
  .object({
    turn_id: z.string(),
    conversation_id: z.string(),
    at: z.number(),
    outcome: z.enum(['answered', 'abstained', 'escalated', 'crisis', 'chat']),
    topic: z.enum(ALL_TOPICS).nullable(),
    priority: z.enum(['normal', 'high', 'urgent']).nullable(),
    decided_by: z.string(),
    question: z.string(),
  })
  .transform(({ turn_id: turnId, conversation_id: conversationId, decided_by: decidedBy, ...row }) => ({
    ...row,
    turnId,
    conversationId,
    decidedBy,
    channel: channelOf(conversationId),
  }));

/** Reports read the state file by the order of `turns_by_time` and `tickets_by_opening`. */
export function createLibsqlReportRows(database: Database): ReportRows {
  return {
    async turns({ from, until }, after, limit) {
      return database
        .prepare(
          `SELECT turn_id, conversation_id, at, outcome, topic, priority, decided_by, question FROM turns
           WHERE (at, turn_id) > (?, ?) AND at < ? ORDER BY at, turn_id LIMIT ?`,
        )
        .all(after?.at ?? from, after?.turnId ?? '', until, limit)
        .map((row) => turnRow.parse(row));
    },

    async countTurns({ from, until }) {
      const row = database.prepare('SELECT COUNT(*) AS turns FROM turns WHERE at >= ? AND at < ?').get(from, until);
      return z.object({ turns: z.number() }).parse(row).turns;
    },

    async tickets({ from, until }, after, limit) {
      return database
        .prepare(
          `SELECT * FROM tickets WHERE (opened_at, id) > (?, ?) AND opened_at < ? ORDER BY opened_at, id LIMIT ?`,
        )
        .all(after?.openedAt ?? from, after?.id ?? '', until, limit)
        .map(toTicket);
    },
  };
}
