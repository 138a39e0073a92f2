import type { Priority } from '../topics.ts';

/** What happens at schools that the office must hear of at once. */
export const INCIDENT_KINDS = [
  'violence',
  'accident',
  'food',
  'disease',
  'missing',
  'fire',
  'weather',
  'security',
  'rumour',
  'other',
] as const;

export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Something that happened at a school, as a person of it or of the office filed it. */
export interface Incident {
  readonly id: string;
  /** 1 for a new one, one more with every change. */
  readonly version: number;
  readonly school: string;
  readonly kind: IncidentKind;
  readonly urgency: Priority;
  /** When it happened, and when it was filed (ms since epoch). */
  readonly happenedAt: number;
  readonly filedAt: number;
  /** Log-in name. */
  readonly filedBy: string;
  /** Without personal data; empty once it was kept long enough. */
  readonly description: string;
  /** Who can be called at the school; empty once it was kept long enough. */
  readonly contact: string;
  readonly state: 'open' | 'handled';
  /** What came of it; `null` while it is open. */
  readonly result: string | null;
  readonly handledBy: string | null;
  readonly handledAt: number | null;
}

/** An incident as it is filed. */
export function newIncident(
  filed: Omit<Incident, 'version' | 'state' | 'result' | 'handledBy' | 'handledAt'>,
): Incident {
  return { ...filed, version: 1, state: 'open', result: null, handledBy: null, handledAt: null };
}

/** The incident with what came of it; may be said anew. */
export function handledIncident(incident: Incident, by: string, result: string, at: number): Incident {
  return { ...incident, version: incident.version + 1, state: 'handled', result, handledBy: by, handledAt: at };
}

/** The incident open again, because it was not over. */
export function reopenedIncident(incident: Incident): Incident {
  return { ...incident, version: incident.version + 1, state: 'open', handledBy: null, handledAt: null };
}

/** The incident without its words, once they were kept long enough; school, kind and times stay for the statistics. */
export function wordlessIncident(incident: Incident): Incident {
  const result = incident.result === null ? null : '';
  return { ...incident, version: incident.version + 1, description: '', contact: '', result };
}

/** Whether words of it are left. */
export function hasWords({ description, contact, result }: Incident): boolean {
  return description !== '' || contact !== '' || (result ?? '') !== '';
}
