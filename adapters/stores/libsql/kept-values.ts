import type { Database } from './database.ts';

/** Small named values that must survive a restart: generated keys, channel tokens. */
export interface KeptValues {
  get(name: string): string | null;
  set(name: string, value: string): void;
  /** The kept value, or the one `make` gives, kept from now on. */
  getOrMake(name: string, make: () => string): string;
}

export function createKeptValues(database: Database): KeptValues {
  function get(name: string): string | null {
    const row = database.prepare('SELECT value FROM kept_values WHERE name = ?').get(name) as
      | { value: string }
      | undefined;
    return row?.value ?? null;
  }

  return {
    get,
    set(name, value) {
      database
        .prepare(
          'INSERT INTO kept_values (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        )
        .run(name, value);
    },
    getOrMake(name, make) {
      database
        .prepare('INSERT INTO kept_values (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING')
        .run(name, make());
      return get(name) ?? '';
    },
  };
}
