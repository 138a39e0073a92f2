import type { UNREADABLE_VALUES } from '../../adapters/kept/unreadable-words.ts';
import { draftName } from '../../bot/admission/publish-table.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import { APPROVAL_VALUE } from '../../bot/approval.ts';
import { SWITCH_VALUE } from '../../bot/bot-switch.ts';
import { WAITING_VALUE } from '../../bot/gaps/reply-drafts.ts';
import { historyName } from '../../bot/kept-versions.ts';
import { CALENDAR_VALUE } from '../../bot/office-hours/kept-calendar.ts';
import { RADAR_VALUE } from '../../bot/radar/radar-state.ts';
import { WEEK_COUNTS_VALUE } from '../../bot/radar/week-counts.ts';
import { LETTERHEAD_VALUE } from '../../bot/reporting/reports.ts';
import { STATEMENTS_VALUE } from '../../bot/statements/statement.ts';
import { TOPICS_VALUE } from '../../bot/topic-settings.ts';

/** The digest of a published table that somebody spoils. */
export const SPOILED_TABLE = '0123456789abcdef';
/** The month of a report that somebody spoils. */
export const SPOILED_MONTH = '2026-01';

/** A kept value of each kind that people may spoil while the product runs, and the page that needs it, if one does. */
export const SPOILABLE: readonly {
  readonly kind: keyof typeof UNREADABLE_VALUES;
  readonly name: string;
  readonly page: string | null;
}[] = [
  { kind: 'switch', name: SWITCH_VALUE, page: '/staff/switch' },
  { kind: 'calendar', name: CALENDAR_VALUE, page: '/staff/calendar' },
  { kind: 'history', name: historyName(CALENDAR_VALUE), page: '/staff/calendar' },
  { kind: 'topics', name: TOPICS_VALUE, page: '/staff/topics' },
  { kind: 'history', name: historyName(TOPICS_VALUE), page: '/staff/topics/complaint' },
  { kind: 'approval', name: APPROVAL_VALUE, page: '/staff/approval' },
  { kind: 'history', name: historyName(APPROVAL_VALUE), page: '/staff/approval' },
  { kind: 'statements', name: STATEMENTS_VALUE, page: '/staff/statements' },
  { kind: 'history', name: historyName(STATEMENTS_VALUE), page: '/staff/statements' },
  { kind: 'admission', name: ADMISSION_VALUE, page: '/staff/admission' },
  { kind: 'history', name: historyName(ADMISSION_VALUE), page: '/staff/admission' },
  { kind: 'admissionTable', name: tableName(SPOILED_TABLE), page: '/staff/admission' },
  { kind: 'admissionDraft', name: draftName('lan'), page: '/staff/admission' },
  { kind: 'canned', name: 'canned-replies', page: '/staff/canned-replies' },
  { kind: 'replyDrafts', name: WAITING_VALUE, page: null },
  { kind: 'weeks', name: WEEK_COUNTS_VALUE, page: '/staff/radar' },
  { kind: 'radar', name: RADAR_VALUE, page: '/staff/radar' },
  { kind: 'report', name: `report:${SPOILED_MONTH}`, page: '/staff/reports' },
  { kind: 'reportFiles', name: 'report-files:2025-12', page: '/staff/reports/2025-12' },
  { kind: 'letterhead', name: LETTERHEAD_VALUE, page: '/staff/reports' },
  { kind: 'trace', name: 'trace-out:zalo', page: null },
  { kind: 'trace', name: 'trace-in:web', page: null },
  { kind: 'zaloTokens', name: 'zalo-tokens', page: null },
  { kind: 'paidQuota', name: 'zalo-last-quota', page: null },
  { kind: 'deletion', name: 'messenger-deletion:abc', page: null },
];

/** What somebody may leave behind who edits a value by hand: cut off, of another shape, emptied. */
export const SPOILED = ['{"cut": ', '[{"of": "another shape"}]', '7', 'null'] as const;
