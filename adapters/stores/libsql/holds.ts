import { z } from 'zod';
import { keepsWords } from '../../../bot/erase-citizen.ts';
import type { Holds } from '../../../bot/ports/holds.ts';
import { type Database, inTransaction } from './database.ts';
import { eraseAsNoted, scrubFreedPages } from './erasure.ts';
import { toTicket } from './rows.ts';

const holdRow = z
  .object({
    conversation_id: z.string(),
    reason: z.string(),
    placed_by: z.string(),
    at: z.number(),
    until: z.number().nullable(),
  })
  .transform(({ conversation_id: conversationId, placed_by: by, ...row }) => ({ ...row, conversationId, by }));

/** Holds in the state file. */
export function createLibsqlHolds(database: Database): Holds {
  const remove = database.prepare('DELETE FROM holds WHERE conversation_id = ?');
  const selectOpen = database.prepare(`SELECT * FROM tickets WHERE conversation_id = ? AND state <> 'closed'`);
  return {
    async of(conversationId) {
      const row = database.prepare('SELECT * FROM holds WHERE conversation_id = ?').get(conversationId);
      return row === undefined ? null : holdRow.parse(row);
    },

    async list(limit) {
      const rows = database.prepare('SELECT * FROM holds ORDER BY at, conversation_id LIMIT ?').all(limit);
      return rows.map((row) => holdRow.parse(row));
    },

    async place({ conversationId, reason, by, at, until }) {
      return inTransaction(database, () => {
        const known = database.prepare('SELECT 1 FROM conversations WHERE id = ?').get(conversationId);
        if (known === undefined) return false;
        database
          .prepare(
            `INSERT INTO holds (conversation_id, reason, placed_by, at, until) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (conversation_id) DO UPDATE SET reason = excluded.reason, placed_by = excluded.placed_by,
               at = excluded.at, until = excluded.until`,
          )
          .run(conversationId, reason, by, at, until);
        return true;
      });
    },

    async release(conversationId, at) {
      const end = inTransaction(database, () => {
        if (remove.run(conversationId).changes === 0) return 'none';
        const open = selectOpen.get(conversationId);
        if (open !== undefined && keepsWords(toTicket(open))) return 'released';
        return eraseAsNoted(database, conversationId, at) ? 'erased' : 'released';
      });
      if (end === 'erased') scrubFreedPages(database);
      return end;
    },
  };
}
