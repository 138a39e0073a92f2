import { z } from 'zod';
import { hasWords, type Incident, wordlessIncident } from '../../../bot/incidents/incident.ts';
import type { Incidents } from '../../../bot/ports/incidents.ts';
import { applyChanges, type Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';

/** Reads what this program wrote itself. */
export const incidentJson = z.string().transform((text) => JSON.parse(text) as Incident);
const texts = z.array(z.string());

/** Steps that store an incident: `incident:<id>`, and `incidents` by the time of filing. */
export function incidentSteps(incident: Incident): readonly Step[] {
  return [
    ['call', 'SET', `incident:${incident.id}`, JSON.stringify(incident)],
    ['call', 'ZADD', 'incidents', String(incident.filedAt), incident.id],
  ];
}

/** Incidents of schools in Redis. */
export function createRedisIncidents(connection: RedisConnection): Incidents {
  return {
    async find(id) {
      const stored = await storedIncident(connection, id);
      return stored === null ? null : incidentJson.parse(stored);
    },

    async save(incident) {
      const stored = await storedIncident(connection, incident.id);
      const version = stored === null ? 0 : incidentJson.parse(stored).version;
      if (version !== incident.version - 1) return false;
      const guard = ['equal', `incident:${incident.id}`, stored] as const;
      return (await applyChanges(connection, [guard], incidentSteps(incident))) === null;
    },

    async filed({ from, until }, limit) {
      const range = ['ZRANGE', `${PREFIX}incidents`, `(${until}`, String(from), 'BYSCORE', 'REV'];
      const ids = texts.parse(await connection.send([...range, 'LIMIT', '0', String(limit)]));
      return readIncidents(connection, ids);
    },
  };
}

/** Takes the words of incidents that were handled before `until`. One that is changed meanwhile waits for the next pass. */
export async function emptyIncidents(connection: RedisConnection, until: number): Promise<void> {
  const range = ['ZRANGE', `${PREFIX}incidents`, '-inf', `(${until}`, 'BYSCORE'];
  const found = await readIncidents(connection, texts.parse(await connection.send(range)));
  const { save } = createRedisIncidents(connection);
  for (const incident of found) {
    const isOver = incident.handledAt !== null && incident.handledAt < until;
    if (isOver && hasWords(incident)) await save(wordlessIncident(incident));
  }
}

async function storedIncident(connection: RedisConnection, id: string): Promise<string | null> {
  return z
    .string()
    .nullable()
    .parse(await connection.send(['GET', `${PREFIX}incident:${id}`]));
}

async function readIncidents(connection: RedisConnection, ids: readonly string[]): Promise<readonly Incident[]> {
  const stored = await Promise.all(ids.map((id) => storedIncident(connection, id)));
  return stored.filter((one) => one !== null).map((one) => incidentJson.parse(one));
}
