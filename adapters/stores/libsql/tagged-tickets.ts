import type { TurnRecords } from '../../../bot/ports/records.ts';
import { type Database, inTransaction } from './database.ts';
import { toTicket } from './rows.ts';

/** Tags of tickets, and the tickets of one citizen. */
export function createTaggedTickets(database: Database): Pick<TurnRecords, 'tag' | 'ticketsOf' | 'tagsInUse'> {
  return {
    async tag(ticketId, tags, at) {
      return inTransaction(database, () => {
        const tagged = database
          .prepare('UPDATE tickets SET tags = ?, updated_at = ? WHERE id = ?')
          .run(JSON.stringify(tags), at, ticketId);
        return tagged.changes === 0 ? ({ ok: false, reason: 'not-found' } as const) : ({ ok: true } as const);
      });
    },

    async ticketsOf(conversationId, limit) {
      return database
        .prepare('SELECT * FROM tickets WHERE conversation_id = ? ORDER BY number DESC LIMIT ?')
        .all(conversationId, limit)
        .map(toTicket);
    },

    async tagsInUse(limit) {
      const rows = database
        .prepare(
          `SELECT tag.value AS tag FROM tickets, json_each(tickets.tags) AS tag WHERE tickets.tags <> '[]'
           GROUP BY tag.value ORDER BY COUNT(*) DESC, tag.value LIMIT ?`,
        )
        .all(limit) as { tag: string }[];
      return rows.map(({ tag }) => tag);
    },
  };
}
