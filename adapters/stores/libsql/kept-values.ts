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
