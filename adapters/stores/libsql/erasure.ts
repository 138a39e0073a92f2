import { z } from 'zod';
import { NOTES_TO_STAFF } from '../../../bot/notes-to-staff.ts';
import type { ErasureOrder, ErasureRecord, ErasureRecords } from '../../../bot/ports/erasure.ts';
import { erasureDigest, erasureRecord } from '../erasure-proof.ts';
import { eraseCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { eraseGapQuestions } from './gaps.ts';
import { eraseLinks } from './links.ts';
import { eraseReminders } from './reminders.ts';

/** A platform delivers an event again for some hours at most; its id must be known for as long. */
const DELIVERED_AGAIN_MS = 2 * 24 * 3_600_000;

const recordRow = z.object({
  code: z.string(),
  conversation_digest: z.string(),
  channel: z.enum(['messenger', 'zalo', 'web']),
  requested_by: z.enum(['citizen', 'platform', 'staff']),
  erased_at: z.number().nullable(),
  counts: z.string().transform((text) => z.record(z.string(), z.number()).parse(JSON.parse(text))),
});

/** Proofs of erasure in the state file. */
export function createLibsqlErasureRecords(database: Database): ErasureRecords {
  return {
    async find(code) {
      const row = database.prepare('SELECT * FROM erasures WHERE code = ?').get(code);
      return row === undefined ? null : toRecord(row);
    },
  };
}

/** Notes an erasure that the open ticket puts off. Within the caller's transaction. */
export function noteErasure(database: Database, conversationId: string, order: ErasureOrder): void {
  writeRecord(database, conversationId, order, null, {});
  database
    .prepare('INSERT INTO pending_erasures (code, conversation_id) VALUES (?, ?)')
    .run(order.code, conversationId);
}

/** Whether a hold keeps the conversation's words. */
export function isHeld(database: Database, conversationId: string): boolean {
  return database.prepare('SELECT 1 FROM holds WHERE conversation_id = ?').get(conversationId) !== undefined;
}

/** Erases now what {@link noteErasure} put off; `false` when nothing was, or a hold stands. Within the caller's transaction. */
export function eraseAsNoted(database: Database, conversationId: string, at: number): boolean {
  const [first] = notedOrders(database, conversationId);
  if (first === undefined || isHeld(database, conversationId)) return false;
  eraseRows(database, conversationId, first, at, []);
  return true;
}

/**
 * Deletes or empties every row of the conversation that carries personal data and writes the proof, within the
 * caller's transaction. Call {@link scrubFreedPages} after it.
 * @param consumed inbox items of the turn that asked: mail that waits behind them stays, as a new matter; where there
 *   are none, no mail stays
 */
export function eraseRows(
  database: Database,
  conversationId: string,
  order: Pick<ErasureOrder, 'code' | 'requestedBy'>,
  at: number,
  consumed: readonly number[],
): void {
  const pseudonym = `erased:${erasureDigest(order.code, conversationId)}`;
  const run = (sql: string, ...values: (string | number)[]) => database.prepare(sql).run(...values).changes;

  const outbox = run('DELETE FROM outbox WHERE conversation_id = ?', conversationId);
  const messages = run('DELETE FROM messages WHERE conversation_id = ?', conversationId);
  const notes = run('DELETE FROM notes WHERE conversation_id = ?', conversationId);
  const turns = run(
    `UPDATE turns SET conversation_id = ?, question = '', reply = NULL, citations = '[]', item_ids = '[]',
       trace = NULL WHERE conversation_id = ?`,
    pseudonym,
    conversationId,
  );
  eraseGapQuestions(database, conversationId, pseudonym);
  eraseReminders(database, conversationId);
  eraseLinks(database, conversationId);
  eraseCorrections(database, conversationId);
  const tickets = run(
    `UPDATE tickets SET conversation_id = ?, question = ?, closing_note = NULL, transfer_note = NULL, proposal = NULL, tags = '[]', state = 'closed',
       closed_at = COALESCE(closed_at, ?), updated_at = ? WHERE conversation_id = ?`,
    pseudonym,
    NOTES_TO_STAFF.erased,
    at,
    at,
    conversationId,
  );
  const mail = `conversation_id = ?${consumed.length === 0 ? '' : ` AND state <> 'waiting'`}`;
  const oldMail = run(`DELETE FROM inbox WHERE ${mail} AND received_at < ?`, conversationId, at - DELIVERED_AGAIN_MS);
  const newMail = run(
    `UPDATE inbox SET conversation_id = ?, activity = '{}', state = 'done' WHERE ${mail}`,
    pseudonym,
    conversationId,
  );
  const conversations = run('DELETE FROM conversations WHERE id = ?', conversationId);
  const counts = { messages, outbox, notes, turns, tickets, inbox: oldMail + newMail, conversations };
  // Whoever asked before, and was told a code of their own, is served too.
  for (const asked of [...notedOrders(database, conversationId), order]) {
    writeRecord(database, conversationId, asked, at, counts);
  }
  run('DELETE FROM holds WHERE conversation_id = ?', conversationId);
  run('DELETE FROM pending_erasures WHERE conversation_id = ?', conversationId);
}

function notedOrders(
  database: Database,
  conversationId: string,
): readonly Pick<ErasureOrder, 'code' | 'requestedBy'>[] {
  const rows = database
    .prepare(
      `SELECT code, requested_by FROM pending_erasures JOIN erasures USING (code)
       WHERE conversation_id = ? ORDER BY pending_erasures.rowid`,
    )
    .all(conversationId) as { code: string; requested_by: ErasureOrder['requestedBy'] }[];
  return rows.map((row) => ({ code: row.code, requestedBy: row.requested_by }));
}

/**
 * Brings the erasure to the disk's file: freed cells were overwritten with zeros (`secure_delete`), and the log that
 * still holds their former pages is emptied. Where another process reads those pages for longer than the busy timeout,
 * the next erasure or checkpoint does it.
 */
export function scrubFreedPages(database: Database): void {
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
}

function writeRecord(
  database: Database,
  conversationId: string,
  order: Pick<ErasureOrder, 'code' | 'requestedBy'>,
  erasedAt: number | null,
  counts: Readonly<Record<string, number>>,
): void {
  const { code, conversationDigest, channel, requestedBy } = erasureRecord(conversationId, order, erasedAt, counts);
  database
    .prepare(
      `INSERT INTO erasures (code, conversation_digest, channel, requested_by, erased_at, counts)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (code) DO UPDATE SET erased_at = excluded.erased_at, counts = excluded.counts`,
    )
    .run(code, conversationDigest, channel, requestedBy, erasedAt, JSON.stringify(counts));
}

function toRecord(row: unknown): ErasureRecord {
  const value = recordRow.parse(row);
  return {
    code: value.code,
    conversationDigest: value.conversation_digest,
    channel: value.channel,
    requestedBy: value.requested_by,
    erasedAt: value.erased_at,
    counts: value.counts,
  };
}
