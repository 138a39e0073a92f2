import { z } from 'zod';
import type { Incident } from '../../../bot/incidents/incident.ts';
import type { Incidents } from '../../../bot/ports/incidents.ts';
import type { Database } from './database.ts';
import { saveVersion } from './versioned-rows.ts';

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
      return saveVersion(database, 'incidents', { ...incident, begunAt: incident.filedAt, content: incident });
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
