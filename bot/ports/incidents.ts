import type { Incident } from '../incidents/incident.ts';
import type { Period } from './report-rows.ts';

/** What happened at schools, as it was filed. Retention takes the words of handled ones. */
export interface Incidents {
  find(id: string): Promise<Incident | null>;
  /** Stores an incident in the place of its version before; `false`, and nothing is written, when another stands there. */
  save(incident: Incident): Promise<boolean>;
  /** Those filed in a period, the newest first; the newest `limit` of them when there are more. */
  filed(period: Period, limit: number): Promise<readonly Incident[]>;
}
