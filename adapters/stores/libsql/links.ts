import { z } from 'zod';
import {
  joined,
  type LinkedConversation,
  othersIn,
  TRIES_WITHIN_MS,
  whyNotLinked,
  withoutOne,
} from '../../../bot/links/link.ts';
import { linkMessage } from '../../../bot/links/link-message.ts';
import type { Links } from '../../../bot/ports/links.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { mayTell } from '../../../bot/telling-once.ts';
import type { Database } from './database.ts';
import { createEnqueue } from './enqueue.ts';
import { groupCommitOf } from './group-commit.ts';
import { forgetParting, noteParting, readPartings, tellParting } from './partings.ts';
import { createStandingRows } from './standing-rows.ts';

const linkedRow = z
  .object({
    conversation_id: z.string(),
    group_id: z.string(),
    linked_at: z.number(),
    consent: z.string(),
    is_told: z.number(),
  })
  .transform(
    ({ conversation_id, group_id, linked_at, is_told, consent }): LinkedConversation => ({
      conversationId: conversation_id,
      groupId: group_id,
      linkedAt: linked_at,
      consent,
      isTold: is_told === 1,
    }),
  );

/** Links in the state file. */
export function createLibsqlLinks(database: Database): Links {
  const enqueue = createEnqueue(database);
  const standingRows = createStandingRows(database);
  const commitTogether = groupCommitOf(database);
  return {
    of: async (conversationId) => groupOf(database, conversationId),

    giverOf: async (digest, at) => giverOf(database, digest, at),

    async triesSince(conversationId, since) {
      const row = database
        .prepare('SELECT COUNT(*) AS tries FROM link_tries WHERE conversation_id = ? AND at > ?')
        .get(conversationId, since) as { tries: number };
      return row.tries;
    },

    async triesInAllSince(since) {
      const row = database.prepare('SELECT COUNT(*) AS tries FROM link_tries WHERE at > ?').get(since);
      return (row as { tries: number }).tries;
    },

    async untold() {
      const rows = database.prepare('SELECT * FROM links WHERE is_told = 0 ORDER BY linked_at, conversation_id').all();
      return rows.map((row) => linkedRow.parse(row));
    },

    async tell(telling) {
      const { linked, at } = telling;
      return commitTogether(() => {
        const conversation = standingRows.conversation(linked.conversationId);
        const present = groupOf(database, linked.conversationId).find(
          ({ conversationId }) => conversationId === linked.conversationId,
        );
        const isSame = present?.groupId === linked.groupId && !present.isTold;
        if (!mayTell(conversation) || !isSame) return false;
        const { message, correlationId } = linkMessage(telling);
        const isSent =
          database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined;
        database.prepare('UPDATE links SET is_told = 1 WHERE conversation_id = ?').run(linked.conversationId);
        if (isSent) return false;
        enqueue(conversation, message, correlationId, at);
        return true;
      });
    },

    parted: async () => readPartings(database),

    tellParted: (telling) => commitTogether(() => tellParting(database, telling, { enqueue, rows: standingRows })),
  };
}

/** Whether a turn would link by a code that stands no more, or what cannot be linked. Within the caller's transaction. */
export function isLinkOutdated(database: Database, { link, conversationId, at }: TurnCommit): boolean {
  if (link?.kind !== 'joined') return false;
  if (giverOf(database, link.digest, at) !== link.giver) return true;
  return whyNotLinked(joiningOf(database, conversationId, link.giver)) !== null;
}

/** Writes what a turn makes of the citizen's links. Within the caller's transaction. */
export function writeLink(database: Database, { link, conversationId, channel, at }: TurnCommit): void {
  switch (link?.kind) {
    case 'offered':
      database.prepare('DELETE FROM link_codes WHERE until <= ? OR conversation_id = ?').run(at, conversationId);
      database
        .prepare('INSERT INTO link_codes (digest, conversation_id, until) VALUES (?, ?, ?)')
        .run(link.digest, conversationId, link.until);
      return;
    case 'mistyped':
      database.prepare('DELETE FROM link_tries WHERE at <= ?').run(at - TRIES_WITHIN_MS);
      database.prepare('INSERT INTO link_tries (conversation_id, at) VALUES (?, ?)').run(conversationId, at);
      return;
    case 'joined':
      database.prepare('DELETE FROM link_codes WHERE digest = ?').run(link.digest);
      for (const one of joined(joiningOf(database, conversationId, link.giver), link, at)) {
        writeLinked(database, one);
        // What it is linked with now is told instead.
        forgetParting(database, one.conversationId);
      }
      return;
    case 'left':
      for (const one of unlink(database, conversationId)) {
        noteParting(database, { conversationId: one.conversationId, channel, at });
      }
      forgetParting(database, conversationId);
  }
}

/**
 * Takes a conversation out of its group, with the code that it gave. Within the caller's transaction.
 * @returns with what it was linked
 */
export function unlink(database: Database, conversationId: string): readonly LinkedConversation[] {
  database.prepare('DELETE FROM link_codes WHERE conversation_id = ?').run(conversationId);
  const group = groupOf(database, conversationId);
  const stays = withoutOne(group, conversationId);
  const remove = database.prepare('DELETE FROM links WHERE conversation_id = ?');
  for (const one of group) if (!stays.includes(one)) remove.run(one.conversationId);
  return othersIn(group, conversationId);
}

/**
 * Takes everything about a citizen's links; of wrong codes it stays when they were typed, or whoever guesses would begin
 * anew. Within the caller's transaction.
 */
export function eraseLinks(database: Database, conversationId: string): void {
  unlink(database, conversationId);
  forgetParting(database, conversationId);
  database.prepare("UPDATE link_tries SET conversation_id = '' WHERE conversation_id = ?").run(conversationId);
}

/**
 * Ends links that nothing kept needs any more: the citizen linked and last wrote before `limit` (ms since epoch), and
 * neither an open ticket nor a hold keeps their words. Codes and wrong tries of then go too. Within the caller's
 * transaction. News of links that were undone go with the words of then, too.
 * @returns how many conversations were taken out, `most` at most
 */
export function expireLinks(database: Database, limit: number, most: number): number {
  const silent = database
    .prepare(
      `SELECT l.conversation_id AS id FROM links l LEFT JOIN conversations c ON c.id = l.conversation_id
       WHERE l.linked_at < :limit AND COALESCE(c.last_inbound_at, 0) < :limit AND c.ticket_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.conversation_id = l.conversation_id)
       LIMIT :most`,
    )
    .all({ limit, most }) as { id: string }[];
  for (const { id } of silent) unlink(database, id);
  database.prepare('DELETE FROM link_codes WHERE until < ?').run(limit);
  database.prepare('DELETE FROM link_tries WHERE at < ?').run(limit);
  database.prepare('DELETE FROM link_partings WHERE at < ?').run(limit);
  return silent.length;
}

function groupOf(database: Database, conversationId: string): readonly LinkedConversation[] {
  const rows = database
    .prepare(
      `SELECT * FROM links WHERE group_id = (SELECT group_id FROM links WHERE conversation_id = ?)
       ORDER BY linked_at, conversation_id`,
    )
    .all(conversationId);
  return rows.map((row) => linkedRow.parse(row));
}

function joiningOf(database: Database, conversationId: string, giver: string) {
  return { conversationId, giver, own: groupOf(database, conversationId), givers: groupOf(database, giver) };
}

function giverOf(database: Database, digest: string, at: number): string | null {
  const row = database
    .prepare('SELECT conversation_id AS giver FROM link_codes WHERE digest = ? AND until > ?')
    .get(digest, at) as { giver: string } | undefined;
  return row?.giver ?? null;
}

function writeLinked(database: Database, one: LinkedConversation): void {
  const { conversationId, groupId, linkedAt, consent, isTold } = one;
  database
    .prepare(
      `INSERT INTO links (conversation_id, group_id, linked_at, consent, is_told) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET group_id = excluded.group_id, is_told = excluded.is_told`,
    )
    .run(conversationId, groupId, linkedAt, consent, Number(isTold));
}
