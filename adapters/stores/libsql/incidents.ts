import { z } from 'zod';
import type { Incident } from '../../../bot/incidents/incident.ts';
import type { Incidents } from '../../../bot/ports/incidents.ts';
import type { Database } from './database.ts';

/** The file is trusted as the program's own memory is. */
const incidentRow = z.object({ content: z.string() }).transform(({ content }) => JSON.parse(content) as Incident);

/** Incidents of schools in the state file. */
export function createLibsqlIncidents(database: Database): Incidents {
  return {
    async find(id) {
      const row = database.prepare('SELECT content FROM incidents WHERE id = ?').get(id);
      return row === undefined ? null : incidentRow.parse(row);
    },

    async save(incident) {
      const { id, filedAt, version } = incident;
      const content = JSON.stringify(incident);
      const saved =
        version === 1
          ? database
              .prepare(
                'INSERT INTO incidents (id, filed_at, version, content) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING',
              )
              .run(id, filedAt, content)
          : database
              .prepare('UPDATE incidents SET version = ?, content = ? WHERE id = ? AND version = ?')
              .run(version, content, id, version - 1);
      return saved.changes === 1;
    },

    async filed({ from, until }, limit) {
      return database
        .prepare(
          'SELECT content FROM incidents WHERE filed_at >= ? AND filed_at < ? ORDER BY filed_at DESC, id DESC LIMIT ?',
        )
        .all(from, until, limit)
        .map((row) => incidentRow.parse(row));
    },
  };
}
