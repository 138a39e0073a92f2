import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { z } from 'zod';
import { type Database, inTransaction } from './database.ts';
import { unlink } from './links.ts';

const linkRows = z.array(z.object({ conversation_id: z.string(), group_id: z.string() }));

/** The group of each linked conversation. */
export type StandingLinks = ReadonlyMap<string, string>;

/** Reads the links of a state file without changing it; `null` when there is none, or they cannot be read. */
export function readStandingLinks(file: string): StandingLinks | null {
  if (!existsSync(file)) return null;
  let database: Database | null = null;
  try {
    database = new Libsql(file);
    return linksIn(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/**
 * Undoes in a restored state what citizens undid after its backup was made: a conversation stays linked only with whom
 * it was linked until now.
 */
export function unlinkAgain(database: Database, standing: StandingLinks): void {
  const restored = linksIn(database);
  const isStillLinked = (one: string, group: string) =>
    [...restored].some(
      ([other, otherGroup]) =>
        other !== one && otherGroup === group && standing.has(one) && standing.get(other) === standing.get(one),
    );
  const undone = [...restored].filter(([one, group]) => !isStillLinked(one, group));
  inTransaction(database, () => {
    for (const [one] of undone) unlink(database, one);
  });
}

function linksIn(database: Database): StandingLinks {
  const rows = linkRows.parse(database.prepare('SELECT conversation_id, group_id FROM links').all());
  return new Map(rows.map((row) => [row.conversation_id, row.group_id]));
}
