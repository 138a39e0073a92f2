import type { Ticket } from '../../../bot/conversation.ts';
import { ticketOrder } from '../../../bot/handover.ts';
import { firstMoment, type Reminder } from '../../../bot/reminders/reminder.ts';
import type { Json, Kind, StateRecord } from './kinds.ts';
import { isOfTheFile } from './kinds.ts';

/** How a kind of record lies in the state file. Column `closed_at` is field `closedAt`, for every column there is. */
export interface FileTable {
  readonly name: string;
  /** Which rows, in SQL. */
  readonly where?: string;
  /** Columns that hold JSON. */
  readonly json?: readonly string[];
  /** Columns that hold 0 or 1 for `false` or `true`. */
  readonly flags?: readonly string[];
  /** Columns that only the file has, with their value for a record that comes from elsewhere. */
  readonly made?: Readonly<Record<string, (record: StateRecord, now: number) => Json>>;
}

/** Kinds that are rows of one table. A new column needs no word here, unless it is JSON, a flag or the file's own. */
export const FILE_TABLES: Partial<Record<Kind, FileTable>> = {
  mail: { name: 'inbox', where: `state <> 'done'`, made: { not_before: () => 0 } },
  conversations: {
    name: 'conversations',
    json: ['reference', 'told_at', 'abuse'],
    made: { created_at: ({ disclosedAt, lastInboundAt }, now) => disclosedAt ?? lastInboundAt ?? now },
  },
  lines: { name: 'messages', json: ['quick_replies', 'citations'] },
  outbox: { name: 'outbox', flags: ['over_staff'] },
  // Both engines know the same tickets, and a record has all their fields.
  tickets: {
    name: 'tickets',
    json: ['tags', 'proposal', 'rating'],
    made: { list_order: (ticket) => ticketOrder(ticket as unknown as Ticket) },
  },
  notes: { name: 'notes', json: ['mentions', 'unread'] },
  turns: { name: 'turns', json: ['item_ids', 'citations', 'trace'] },
  gapQuestions: { name: 'gap_questions' },
  gaps: { name: 'gaps', json: ['content'] },
  ratings: { name: 'ratings' },
  reminders: {
    name: 'reminders',
    json: ['content'],
    made: { next_at: ({ content }) => firstMoment({ reminders: content as unknown as readonly Reminder[] }) },
  },
  links: { name: 'links', flags: ['is_told'] },
  partings: { name: 'link_partings', json: ['channels'] },
  incidents: { name: 'incidents', json: ['content'] },
  corrections: { name: 'corrections', json: ['content'] },
  tellings: { name: 'correction_tellings' },
  staff: { name: 'staff', flags: ['must_change_password', 'disabled'] },
  kept: { name: 'kept_values' },
  erasures: { name: 'erasures', json: ['counts'] },
  holds: { name: 'holds' },
  audit: { name: 'audit', json: ['facts'] },
};

/** Whether a record is one of the state, not of the file that keeps it. */
export function isOfTheState(kind: Kind, { name }: StateRecord): boolean {
  return kind !== 'kept' || !isOfTheFile(String(name));
}

/** Counters by the table whose row ids they are. */
export const COUNTER_TABLES = { inbox: 'item', messages: 'line', tickets: 'ticket', notes: 'note' } as const;

/** `closed_at` → `closedAt`. */
export function fieldOf(column: string): string {
  return column.replace(/_(.)/g, (_whole, letter: string) => letter.toUpperCase());
}
