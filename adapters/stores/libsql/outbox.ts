import { z } from 'zod';
import type { Outbox, OutboxRow } from '../../../bot/ports/outbox.ts';
import { type Database, inTransaction } from './database.ts';

const json = z.string().transform((text) => JSON.parse(text));
const dueRow = z.object({
  id: z.number(),
  correlation_id: z.string(),
  conversation_id: z.string(),
  channel: z.enum(['messenger', 'zalo', 'web']),
  author: z.enum(['bot', 'staff']),
  text: z.string(),
  quick_replies: json,
  citations: json,
  state: z.enum(['pending', 'sending']),
  attempts: z.number(),
  created_at: z.number(),
  last_inbound_at: z.number().nullable(),
  owner: z.enum(['bot', 'queue', 'staff']),
  reference: json,
});

/** The outbox in the state file. A row's words stand in the transcript; the row holds only what sending needs. */
export function createLibsqlOutbox(database: Database): Outbox {
  const selectDue = database.prepare(
    `SELECT o.id, o.correlation_id, o.conversation_id, o.channel, m.author, m.text, m.quick_replies, m.citations,
            o.state, o.attempts, o.created_at, c.last_inbound_at, c.owner, c.reference
     FROM outbox o
     JOIN messages m ON m.id = o.id
     JOIN conversations c ON c.id = o.conversation_id
     WHERE o.state IN ('pending', 'sending') AND o.next_at <= ?
       AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.conversation_id = o.conversation_id
                       AND earlier.state IN ('pending', 'sending') AND earlier.id < o.id)
     ORDER BY o.next_at, o.id LIMIT ?`,
  );
  const finish = database.prepare(
    `UPDATE outbox SET state = ?, provider_message_id = COALESCE(?, provider_message_id), reason = ?, ended_at = ?
     WHERE id = ? AND state IN ('pending', 'sending')`,
  );

  return {
    async due(now, limit) {
      return selectDue.all(now, limit).map(toOutboxRow);
    },

    async begin(id, now, leaseUntil) {
      const { changes } = database
        .prepare(
          `UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_at = ?
           WHERE id = ? AND state IN ('pending', 'sending') AND next_at <= ?`,
        )
        .run(leaseUntil, id, now);
      return changes === 1;
    },

    async recover(checkAt) {
      database.prepare(`UPDATE outbox SET next_at = MIN(next_at, ?) WHERE state = 'sending'`).run(checkAt);
    },

    async sent(id, providerMessageId, at) {
      finish.run('sent', providerMessageId, null, at, id);
    },

    async retry(id, nextAt, reason) {
      database
        .prepare(`UPDATE outbox SET state = 'pending', next_at = ?, reason = ? WHERE id = ? AND state = 'sending'`)
        .run(nextAt, reason, id);
    },

    async inDoubt(id, checkAt, reason) {
      database
        .prepare(`UPDATE outbox SET next_at = ?, reason = ? WHERE id = ? AND state = 'sending'`)
        .run(checkAt, reason, id);
    },

    async end(id, state, reason, at) {
      finish.run(state, null, reason, at, id);
    },

    async confirm(echo, at) {
      return inTransaction(database, () => {
        const known = database
          .prepare(
            'SELECT id FROM outbox WHERE conversation_id = ? AND (correlation_id = ? OR provider_message_id = ?)',
          )
          .get(echo.conversationId, echo.correlationId, echo.providerMessageId) as { id: number } | undefined;
        const match =
          known ??
          (echo.correlationId === null && echo.text !== null
            ? (database
                .prepare(
                  `SELECT o.id FROM outbox o JOIN messages m ON m.id = o.id
                   WHERE o.conversation_id = ? AND substr(?, 1, length(m.text)) = m.text AND o.provider_message_id IS NULL
                     AND o.state IN ('sending', 'sent') ORDER BY o.id LIMIT 1`,
                )
                .get(echo.conversationId, echo.text) as { id: number } | undefined)
            : undefined);
        if (match === undefined) return false;
        finish.run('sent', echo.providerMessageId, null, at, match.id);
        return true;
      });
    },

    async depth(now) {
      const row = database
        .prepare(
          `SELECT COUNT(*) AS pending, MIN(created_at) AS oldest FROM outbox WHERE state IN ('pending', 'sending')`,
        )
        .get() as { pending: number; oldest: number | null };
      return { pending: row.pending, oldestMs: row.oldest === null ? 0 : Math.max(0, now - row.oldest) };
    },
  };
}

function toOutboxRow(row: unknown): OutboxRow {
  const value = dueRow.parse(row);
  return {
    id: value.id,
    correlationId: value.correlation_id,
    conversationId: value.conversation_id,
    channel: value.channel,
    author: value.author,
    text: value.text,
    quickReplies: value.quick_replies,
    citations: value.citations,
    state: value.state,
    attempts: value.attempts,
    createdAt: value.created_at,
    lastInboundAt: value.last_inbound_at,
    owner: value.owner,
    reference: value.reference,
  };
}
