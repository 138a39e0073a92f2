import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { Database } from './database.ts';

/** Named values in the state file. */
export function createKeptValues(database: Database): KeptValues {
  async function get(name: string): Promise<string | null> {
    const row = database.prepare('SELECT value FROM kept_values WHERE name = ?').get(name) as
      | { value: string }
      | undefined;
    return row?.value ?? null;
  }

  return {
    get,
    async set(name, value) {
      keepValue(database, name, value);
    },
    async getOrMake(name, make) {
      database
        .prepare('INSERT INTO kept_values (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING')
        .run(name, make());
      return (await get(name)) ?? '';
    },
    async names() {
      const rows = database.prepare('SELECT name FROM kept_values').all() as { name: string }[]; // columns of the table
      return rows.map(({ name }) => name);
    },
  };
}

/** Keeps a value, within the caller's transaction where there is one. */
export function keepValue(database: Database, name: string, value: string): void {
  database
    .prepare(
      'INSERT INTO kept_values (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}
