import { type Incident, newIncident } from '../../bot/incidents/incident.ts';

/** Children who fell ill after lunch, just filed; state only what differs. */
export function anIncident(fields: Partial<Incident> = {}): Incident {
  return {
    ...newIncident({
      id: 'i1',
      school: 'Trường Tiểu học Mẫu A',
      kind: 'food',
      urgency: 'urgent',
      happenedAt: 900,
      filedAt: 1_000,
      filedBy: 'lan',
      description: '12 học sinh đau bụng sau bữa trưa, đã đưa đi khám.',
      contact: 'Phó hiệu trưởng, máy lẻ 12',
    }),
    ...fields,
  };
}
