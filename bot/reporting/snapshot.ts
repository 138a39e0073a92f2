import { z } from 'zod';
import { TICKET_OUTCOMES } from '../conversation.ts';
import { INCIDENT_KINDS } from '../incidents/incident.ts';
import { ALL_TOPICS } from '../topics.ts';

const number = z.number();
const count = z.object({ turns: number, people: number });
const counts = z.record(z.string(), count);
const topic = z.enum(ALL_TOPICS).nullable();
const channel = z.enum(['messenger', 'zalo', 'web']);
const state = z.enum(['new', 'claimed', 'waiting', 'closed']);

const caseRow = z.object({
  ticketId: z.string(),
  number,
  heat: z.enum(['crisis', 'hot']),
  channel,
  topic,
  openedAt: number,
  repliedAt: number.nullable(),
  state,
  outcome: z.enum(TICKET_OUTCOMES).nullable(),
  closedAs: z.enum(['done', 'quiet', 'cancelled']).nullable(),
  punctuality: z.enum(['kept', 'missed', 'running', 'void']),
});
const pressRow = z.object({
  ticketId: z.string(),
  number,
  openedAt: number,
  outlet: z.string().nullable(),
  deadline: z.string().nullable(),
  state,
  /** How many messages the spokesperson released. */
  released: number,
});
/** Something grave that happened at a school; the result is masked. */
const incidentRow = z.object({
  incidentId: z.string(),
  school: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  urgency: z.enum(['urgent', 'high']),
  happenedAt: number,
  state: z.enum(['open', 'handled']),
  result: z.string().nullable(),
});
/** A claim that went round and of which the office told what it found. */
const finding = z.object({
  statementId: z.string(),
  /** `null`, as the claim: the statement is no longer kept. */
  kind: z.enum(['refuted', 'confirmed']).nullable(),
  /** What it is about, masked. */
  claim: z.string().nullable(),
});
const matter = z.object({
  matter: z.string(),
  /** Typical words, masked; `null` where none stand for enough people. */
  typical: z.string().nullable(),
});

const snapshot = z.object({
  month: z.string(),
  /** Ms since epoch. */
  takenAt: number,
  counts,
  /** The month before and the same month a year ago; `null`: nothing is known of it. */
  before: counts.nullable(),
  yearAgo: counts.nullable(),
  /** Months whose kept report could not be read, so that nothing is compared with them. */
  uncompared: z.array(z.string()).default([]),
  /** What people asked most about, the most asked first. */
  matters: z.array(matter),
  unanswered: z.array(matter),
  tickets: z.record(z.string(), number),
  /** Half of the first replies came faster than this (ms); `null` without any. */
  medianReplyMs: number.nullable(),
  cases: z.array(caseRow),
  press: z.array(pressRow),
  /** Snapshots from before this was kept have none. */
  incidents: z.array(incidentRow).default([]),
  /** Findings that were told, the most told first; snapshots from before this was kept have none. */
  findings: z.array(finding).default([]),
  /** Needs that no document answers, by `GAP_FIGURES`; `null` in snapshots from before this was kept. */
  gaps: z.record(z.string(), number).nullable().default(null),
  /** Turns of whole months up to this one, oldest first, from the first month that has any. */
  history: z.array(z.object({ month: z.string(), turns: number })),
});

/** All that a report of a month says in figures, as things stood when it was taken. Nobody can be told from it. */
export type ReportSnapshot = Readonly<z.infer<typeof snapshot>>;
export type CaseRow = ReportSnapshot['cases'][number];
export type IncidentRow = ReportSnapshot['incidents'][number];
export type PressRow = ReportSnapshot['press'][number];

/** Reads a snapshot that was kept. @throws ZodError */
export const snapshotSchema: z.ZodType<ReportSnapshot> = snapshot;
