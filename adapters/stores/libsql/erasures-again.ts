import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { z } from 'zod';
import { erasureDigest } from '../erasure-proof.ts';
import { type Database, inTransaction } from './database.ts';
import { eraseRows, scrubFreedPages } from './erasure.ts';

const erasureRow = z.object({
  code: z.string(),
  conversation_digest: z.string(),
  channel: z.string(),
  requested_by: z.enum(['citizen', 'platform', 'staff']),
  erased_at: z.number(),
  counts: z.string(),
});

/** An erasure that was carried out, as its proof tells it. */
export type DoneErasure = z.infer<typeof erasureRow>;

/** Reads the proofs of a state file without changing it; `null` when they cannot be read. */
export function readDoneErasures(file: string): readonly DoneErasure[] | null {
  if (!existsSync(file)) return [];
  let database: Database | null = null;
  try {
    database = new Libsql(file);
    const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'erasures'`).get() !== undefined;
    const rows = known ? database.prepare('SELECT * FROM erasures WHERE erased_at IS NOT NULL').all() : [];
    return rows.map((row) => erasureRow.parse(row));
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/**
 * Carries out in a restored state what was erased after its backup was made. A proof names nobody, but its digest tells
 * for each conversation whether it was the one.
 * @returns how many conversations were erased again
 */
export function eraseAgain(database: Database, done: readonly DoneErasure[]): number {
  const isKnown = database.prepare('SELECT 1 FROM erasures WHERE code = ? AND erased_at IS NOT NULL');
  const missing = done.filter(({ code }) => isKnown.get(code) === undefined);
  if (missing.length === 0) return 0;
  const conversations = database
    .prepare(
      `SELECT id FROM conversations UNION SELECT conversation_id FROM messages UNION SELECT conversation_id FROM inbox
       UNION SELECT conversation_id FROM turns UNION SELECT conversation_id FROM tickets`,
    )
    .all() as { id: string }[];
  const keepProof = database.prepare(
    `INSERT INTO erasures (code, conversation_digest, channel, requested_by, erased_at, counts) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (code) DO NOTHING`,
  );
  const erased = inTransaction(database, () => {
    let count = 0;
    for (const proof of missing) {
      const { code, conversation_digest, channel, requested_by: requestedBy, erased_at, counts } = proof;
      const found = conversations.find(({ id }) => erasureDigest(code, id) === conversation_digest);
      if (found !== undefined) {
        eraseRows(database, found.id, { code, requestedBy }, erased_at, []);
        count += 1;
      } else keepProof.run(code, conversation_digest, channel, requestedBy, erased_at, counts);
    }
    return count;
  });
  scrubFreedPages(database);
  return erased;
}
