import { z } from 'zod';
import type { Outbox, OutboxRow } from '../../../bot/ports/outbox.ts';
import { nextUnconfirmed, type UnconfirmedRow } from '../unconfirmed-words.ts';
import type { Database } from './database.ts';
import { groupCommitOf } from './group-commit.ts';

type Echo = Parameters<Outbox['confirm']>[0];

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
  received_at: z.number().nullable(),
  last_inbound_at: z.number().nullable(),
  owner: z.enum(['bot', 'queue', 'staff']),
  over_staff: z.number(),
  reference: json,
});

const PIECE_ID = /^(?<row>.*)~(?<piece>\d+)$/s;

/** The outbox in the state file. A row's words stand in the transcript; the row holds only what sending needs. */
export function createLibsqlOutbox(database: Database): Outbox {
  const commitTogether = groupCommitOf(database);
  // A clock that was set back must hold no words up, so what comes from the future is due.
  const selectDue = database.prepare(
    `SELECT o.id, o.correlation_id, o.conversation_id, o.channel, m.author, m.text, m.quick_replies, m.citations,
            o.state, o.attempts, o.created_at, o.received_at, o.over_staff, c.last_inbound_at, c.owner,
            c.reference
     FROM outbox o
     JOIN messages m ON m.id = o.id
     JOIN conversations c ON c.id = o.conversation_id
     WHERE o.state IN ('pending', 'sending')
       AND (o.next_at <= ?1 OR (o.state = 'pending' AND o.created_at > ?1))
       AND o.channel IN (SELECT value FROM json_each(?2))
       AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.conversation_id = o.conversation_id
                       AND earlier.state IN ('pending', 'sending') AND earlier.id < o.id)
     ORDER BY o.next_at, o.id LIMIT ?3`,
  );
  const handOver = database.prepare(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_at = ?1
     WHERE id = ?2 AND state IN ('pending', 'sending') AND (next_at <= ?3 OR (state = 'pending' AND created_at > ?3))
       AND (over_staff = 1 OR NOT EXISTS (SELECT 1 FROM conversations c JOIN messages m ON m.id = outbox.id
                                          WHERE c.id = outbox.conversation_id AND c.owner = 'staff' AND m.author = 'bot'))`,
  );
  const checkAgain = database.prepare(`UPDATE outbox SET next_at = ? WHERE state = 'sending'`);
  const putBack = database.prepare(
    `UPDATE outbox SET state = 'pending', next_at = ?, reason = ? WHERE id = ? AND state = 'sending'`,
  );
  const doubt = database.prepare(`UPDATE outbox SET next_at = ?, reason = ? WHERE id = ? AND state = 'sending'`);
  const finish = database.prepare(
    `UPDATE outbox SET state = ?, provider_message_id = COALESCE(?, provider_message_id), reason = ?, ended_at = ?
     WHERE id = ? AND state IN ('pending', 'sending')`,
  );
  const selectPieces = database.prepare('SELECT pieces_sent FROM outbox WHERE correlation_id = ?');
  const countPieces = database.prepare(
    'UPDATE outbox SET pieces_sent = MAX(pieces_sent, ?) WHERE correlation_id = ? AND conversation_id = COALESCE(?, conversation_id)',
  );
  const selectKnown = database.prepare(
    'SELECT id FROM outbox WHERE conversation_id = ? AND (correlation_id = ? OR provider_message_id = ?)',
  );
  const selectUnconfirmed = database.prepare(
    `SELECT o.id, o.correlation_id AS correlationId, o.pieces_sent AS piecesSent, m.text FROM outbox o JOIN messages m ON m.id = o.id
     WHERE o.conversation_id = ? AND o.provider_message_id IS NULL
       AND (o.state IN ('sending', 'sent') OR (o.state = 'pending' AND o.attempts > 0)) ORDER BY o.id`,
  );

  /** The whole message, or one piece of it, was taken; `false` when the echo is of none of ours. */
  function recordEcho(echo: Echo, at: number): boolean {
    const { conversationId, correlationId, providerMessageId, text } = echo;
    const known = selectKnown.get(conversationId, correlationId, providerMessageId) as { id: number } | undefined;
    if (known !== undefined) {
      finish.run('sent', providerMessageId, null, at, known.id);
      return true;
    }
    if (correlationId !== null) {
      const { row, piece } = PIECE_ID.exec(correlationId)?.groups ?? {};
      return row !== undefined && countPieces.run(Number(piece), row, conversationId).changes === 1;
    }
    if (text === null) return false;
    const found = nextUnconfirmed(selectUnconfirmed.all(conversationId) as UnconfirmedRow[], text);
    if (found === null) return false;
    const { row, news } = found;
    if (news === 'whole') finish.run('sent', providerMessageId, null, at, row.id);
    if (news === 'piece') countPieces.run(row.piecesSent + 1, row.correlationId, null);
    return true;
  }

  return {
    async due(now, channels, limit) {
      return selectDue.all(now, JSON.stringify(channels), limit).map(toOutboxRow);
    },

    async begin(id, now, leaseUntil) {
      return commitTogether(() => handOver.run(leaseUntil, id, now).changes === 1);
    },

    async recover(checkAt) {
      checkAgain.run(checkAt);
    },

    async sent(id, providerMessageId, at) {
      await commitTogether(() => finish.run('sent', providerMessageId, null, at, id));
    },

    async retry(id, nextAt, reason) {
      await commitTogether(() => putBack.run(nextAt, reason, id));
    },

    async inDoubt(id, checkAt, reason) {
      await commitTogether(() => doubt.run(checkAt, reason, id));
    },

    async piecesSent(correlationId) {
      const row = selectPieces.get(correlationId) as { pieces_sent: number } | undefined;
      return row?.pieces_sent ?? 0;
    },

    async pieceSent(correlationId, pieces) {
      await commitTogether(() => countPieces.run(pieces, correlationId, null));
    },

    async end(id, state, reason, at) {
      await commitTogether(() => finish.run(state, null, reason, at, id));
    },

    async confirm(echo, at) {
      return commitTogether(() => recordEcho(echo, at));
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
    receivedAt: value.received_at,
    lastInboundAt: value.last_inbound_at,
    owner: value.owner,
    overStaff: value.over_staff === 1,
    reference: value.reference,
  };
}
