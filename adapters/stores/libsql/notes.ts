import { z } from 'zod';
import type { Note, Notes } from '../../../bot/ports/notes.ts';
import { type Database, inTransaction } from './database.ts';

const names = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));
const noteRow = z.object({
  id: z.number(),
  conversation_id: z.string(),
  ticket_id: z.string(),
  author: z.string(),
  text: z.string(),
  at: z.number(),
  mentions: names,
  unread: names,
});

/** Private notes in the state file. */
export function createLibsqlNotes(database: Database): Notes {
  return {
    async add({ ticketId, author, text, at, mentions }) {
      return inTransaction(database, () => {
        const ticket = database
          .prepare(
            `SELECT conversation_id AS conversationId FROM tickets
             WHERE id = ? AND conversation_id IN (SELECT id FROM conversations)`,
          )
          .get(ticketId) as { conversationId: string } | undefined;
        if (ticket === undefined) return null;
        const names = JSON.stringify(mentions);
        const { lastInsertRowid } = database
          .prepare(
            `INSERT INTO notes (conversation_id, ticket_id, author, text, at, mentions, unread)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(ticket.conversationId, ticketId, author, text, at, names, names);
        return { id: Number(lastInsertRowid), ...ticket, ticketId, author, text, at, mentions, unread: mentions };
      });
    },

    async of(conversationId, limit) {
      return database
        .prepare('SELECT * FROM (SELECT * FROM notes WHERE conversation_id = ? ORDER BY id DESC LIMIT ?) ORDER BY id')
        .all(conversationId, limit)
        .map(toNote);
    },

    async unreadBy(name, limit) {
      return database
        .prepare(
          `SELECT * FROM notes WHERE unread <> '[]' AND EXISTS (SELECT 1 FROM json_each(unread) WHERE value = ?)
           ORDER BY id DESC LIMIT ?`,
        )
        .all(name, limit)
        .map(toNote);
    },

    async read(conversationId, name) {
      database
        .prepare(
          `UPDATE notes SET unread = (SELECT json_group_array(value) FROM json_each(unread) WHERE value <> ?1)
           WHERE unread <> '[]' AND conversation_id = ?2 AND EXISTS (SELECT 1 FROM json_each(unread) WHERE value = ?1)`,
        )
        .run(name, conversationId);
    },
  };
}

function toNote(row: unknown): Note {
  const { conversation_id: conversationId, ticket_id: ticketId, ...note } = noteRow.parse(row);
  return { ...note, conversationId, ticketId };
}
