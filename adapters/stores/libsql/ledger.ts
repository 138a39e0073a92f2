import { z } from 'zod';
import { answerTrace } from '../../../bot/answer-trace.ts';
import type { Ledger } from '../../../bot/ports/ledger.ts';
import type { Database } from './database.ts';

const turnRow = z
  .object({
    turn_id: z.string(),
    conversation_id: z.string(),
    at: z.number(),
    outcome: z.enum(['answered', 'abstained', 'escalated', 'crisis', 'chat']),
    decided_by: z.string(),
    question: z.string(),
    reply: z.string().nullable(),
    trace: z
      .string()
      .nullable()
      .transform((text) => (text === null ? null : answerTrace.parse(JSON.parse(text)))),
  })
  .transform(({ turn_id: turnId, conversation_id: conversationId, decided_by: decidedBy, ...row }) => ({
    ...row,
    turnId,
    conversationId,
    decidedBy,
  }));
const COLUMNS = 'turn_id, conversation_id, at, outcome, decided_by, question, reply, trace';

/** Single turns of the ledger in the state file. */
export function createLibsqlLedger(database: Database): Ledger {
  return {
    async turn(turnId) {
      const row = database.prepare(`SELECT ${COLUMNS} FROM turns WHERE turn_id = ?`).get(turnId);
      return row === undefined ? null : turnRow.parse(row);
    },

    async latest(limit) {
      const rows = database.prepare(`SELECT ${COLUMNS} FROM turns ORDER BY at DESC, turn_id DESC LIMIT ?`).all(limit);
      return rows.map((row) => turnRow.parse(row));
    },
  };
}
