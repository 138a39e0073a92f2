import { z } from 'zod';
import { INCIDENT_KINDS, type IncidentKind } from '../../../bot/incidents/incident.ts';
import type { Priority } from '../../../bot/topics.ts';
import { VIETNAM_AHEAD_MS } from '../../../knowledge/vietnam-day.ts';
import { readMoment } from '../calendar/calendar-view.ts';
import type { INCIDENTS } from './vietnamese.ts';

/** A clock may run a little ahead of ours. */
const AHEAD_MS = 10 * 60_000;
export const LONGEST = { school: 120, description: 1_000, contact: 200, result: 500 } as const;
export const URGENCIES = ['urgent', 'high', 'normal'] as const satisfies readonly Priority[];

const text = z
  .string()
  .catch('')
  .transform((words) => words.trim());

/** What stands in the form, as it was typed. */
export const writtenIncident = z.object({
  id: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  school: text,
  kind: text,
  urgency: text,
  happened: text,
  description: text,
  contact: text,
});

export type WrittenIncident = z.infer<typeof writtenIncident>;
type Problem = keyof typeof INCIDENTS.problems;

/** What the form says; or everything that is wrong with it, field by field. */
export type ReadIncident =
  | {
      readonly ok: true;
      readonly school: string;
      readonly kind: IncidentKind;
      readonly urgency: Priority;
      readonly happenedAt: number;
      readonly description: string;
      readonly contact: string;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the form of an incident; `now` in ms since epoch. */
export function readIncidentForm(written: WrittenIncident, now: number): ReadIncident {
  const { school, description, contact } = written;
  const kind = INCIDENT_KINDS.find((one) => one === written.kind);
  const urgency = URGENCIES.find((one) => one === written.urgency);
  const happenedAt = readMoment(written.happened);
  const isPast = happenedAt !== null && happenedAt <= now + AHEAD_MS;
  const fits = (words: string, longest: number) => words !== '' && words.length <= longest;
  const problems: readonly Problem[] = [
    ...(fits(school, LONGEST.school) ? [] : ['school' as const]),
    ...(kind === undefined ? ['kind' as const] : []),
    ...(urgency === undefined ? ['urgency' as const] : []),
    ...(isPast ? [] : ['happened' as const]),
    ...(fits(description, LONGEST.description) ? [] : ['description' as const]),
    ...(fits(contact, LONGEST.contact) ? [] : ['contact' as const]),
  ];
  if (problems.length > 0 || kind === undefined || urgency === undefined || happenedAt === null) {
    return { ok: false, problems };
  }
  return { ok: true, school, kind, urgency, happenedAt, description, contact };
}

/** A moment as the browser's field takes it: `2026-02-16T09:30`, in Vietnam. */
export function writtenMoment(at: number): string {
  return new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(0, 16);
}
