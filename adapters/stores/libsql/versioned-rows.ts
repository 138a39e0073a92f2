import type { Database } from './database.ts';

/** A row kept whole as JSON beside what it is found by. */
export interface VersionedRow {
  readonly id: string;
  /** From 1; each save must follow the version that stands. */
  readonly version: number;
  /** When it began (ms since epoch); stays as it was first saved. */
  readonly begunAt: number;
  readonly content: unknown;
}

/** Tables of versioned rows, each with the column that says when a row began. */
const BEGUN_COLUMNS = { gaps: 'opened_at', corrections: 'opened_at', incidents: 'filed_at' } as const;

/**
 * Saves a row in the place of the version before it.
 * @returns `false` when another version stands there by now; nothing was written then
 */
export function saveVersion(
  database: Database,
  table: keyof typeof BEGUN_COLUMNS,
  { id, version, begunAt, content }: VersionedRow,
): boolean {
  const json = JSON.stringify(content);
  const saved =
    version === 1
      ? database
          .prepare(
            `INSERT INTO ${table} (id, ${BEGUN_COLUMNS[table]}, version, content) VALUES (?, ?, 1, ?)
             ON CONFLICT (id) DO NOTHING`,
          )
          .run(id, begunAt, json)
      : database
          .prepare(`UPDATE ${table} SET version = ?, content = ? WHERE id = ? AND version = ?`)
          .run(version, json, id, version - 1);
  return saved.changes === 1;
}
