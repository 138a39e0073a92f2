import { z } from 'zod';
import type { Note, Notes } from '../../../bot/ports/notes.ts';
import { applyChanges, type Step, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { noteJson, ticketJson } from './stored-json.ts';

const texts = z.array(z.string());
const found = z.array(z.string().nullable());

/**
 * Steps that store a note and put it where it is looked for: `note-ids:<conversation>` and, for those who have not seen
 * it, `mentions:<name>`, both in the order of the ids.
 */
export function noteSteps(note: Note): readonly Step[] {
  const id = String(note.id);
  const read = note.mentions.filter((name) => !note.unread.includes(name));
  return [
    ['call', 'SET', `note:${id}`, JSON.stringify(note)],
    ['call', 'ZADD', `note-ids:${note.conversationId}`, id, id],
    ...note.unread.map((name): Step => ['call', 'ZADD', `mentions:${name}`, id, id]),
    ...read.map((name): Step => ['call', 'ZREM', `mentions:${name}`, id]),
  ];
}

/** Private notes in Redis. */
export function createRedisNotes(connection: RedisConnection): Notes {
  async function notesIn(key: string, ...range: readonly string[]): Promise<readonly Note[]> {
    const ids = texts.parse(await connection.send(['ZRANGE', `${PREFIX}${key}`, ...range]));
    const stored = await Promise.all(ids.map((id) => connection.send(['GET', `${PREFIX}note:${id}`])));
    return found
      .parse(stored)
      .filter((text) => text !== null)
      .map((text) => noteJson.parse(text));
  }

  return {
    async add({ ticketId, author, text, at, mentions }) {
      return untilApplied<{ readonly note: Note | null }>(async () => {
        const stored = z
          .string()
          .nullable()
          .parse(await connection.send(['GET', `${PREFIX}ticket:${ticketId}`]));
        if (stored === null) return { note: null };
        const { conversationId } = ticketJson.parse(stored);
        if ((await connection.send(['EXISTS', `${PREFIX}conversation:${conversationId}`])) !== 1) return { note: null };
        const id = Number(await connection.send(['HINCRBY', `${PREFIX}ids`, 'note', '1']));
        const note: Note = { id, conversationId, ticketId, author, text, at, mentions, unread: mentions };
        const guard = ['reads', '1', 'EXISTS', `conversation:${conversationId}`] as const;
        return (await applyChanges(connection, [guard], noteSteps(note))) === null ? { note } : null;
      }).then(({ note }) => note);
    },

    of: (conversationId, limit) => notesIn(`note-ids:${conversationId}`, String(-limit), '-1'),

    unreadBy: (name, limit) => notesIn(`mentions:${name}`, '0', String(limit - 1), 'REV'),

    async read(conversationId, name) {
      const unread = await notesIn(`mentions:${name}`, '0', '-1');
      for (const { id } of unread.filter((note) => note.conversationId === conversationId)) {
        await untilApplied(async () => {
          const stored = z
            .string()
            .nullable()
            .parse(await connection.send(['GET', `${PREFIX}note:${id}`]));
          if (stored === null) return true;
          const note = noteJson.parse(stored);
          const steps = noteSteps({ ...note, unread: note.unread.filter((other) => other !== name) });
          const failed = await applyChanges(connection, [['equal', `note:${id}`, stored]], steps);
          return failed === null ? true : null;
        });
      }
    },
  };
}
