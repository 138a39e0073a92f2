import { join } from 'node:path';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';

/** Which rules or steps decided the turns of a data folder, in order. */
export function decisionsOf(dataDir: string): readonly string[] {
  const database = openDatabase(join(dataDir, 'state.db'));
  const rows = database.prepare('SELECT decided_by FROM turns ORDER BY rowid').all() as { decided_by: string }[];
  database.close();
  return rows.map((row) => row.decided_by);
}
