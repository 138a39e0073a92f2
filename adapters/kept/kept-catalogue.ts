import { draftName } from '../../bot/admission/publish-table.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import { readTable, readYears } from '../../bot/admission/table-json.ts';
import { APPROVAL_VALUE, readApprovalSettings } from '../../bot/approval.ts';
import { readSwitch, SWITCH_VALUE } from '../../bot/bot-switch.ts';
import { readWaiting, WAITING_VALUE } from '../../bot/gaps/reply-drafts.ts';
import { historyName, readHistory } from '../../bot/kept-versions.ts';
import { CALENDAR_VALUE, readCalendar } from '../../bot/office-hours/kept-calendar.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { RADAR_VALUE, readRadar } from '../../bot/radar/radar-state.ts';
import { readWeekCounts, WEEK_COUNTS_VALUE } from '../../bot/radar/week-counts.ts';
import {
  LETTERHEAD_VALUE,
  REPORT_VALUES,
  readLetterhead,
  readReport,
  readReportFiles,
} from '../../bot/reporting/reports.ts';
import { readStatements, STATEMENTS_VALUE } from '../../bot/statements/statement.ts';
import { readTopicSettings, TOPICS_VALUE } from '../../bot/topic-settings.ts';
import { readTrace, TRACE_PREFIX } from '../channels/channel-traces.ts';
import { DELETION_PREFIX, readDeletion } from '../channels/messenger/deletion-requests.tsx';
import { PAID_QUOTA_VALUE, readPaidQuota } from '../channels/zalo/last-quota.ts';
import { readZaloTokens, ZALO_TOKENS_VALUE } from '../channels/zalo/stored-tokens.ts';
import { CANNED_VALUE, readCannedReplies } from '../console/desk/canned-replies.ts';
import { KEPT_KEYS, readKey } from '../sealing/kept-key.ts';
import type { UNREADABLE_VALUES } from './unreadable-words.ts';

/** What a kept value is of, which decides what holds while it cannot be read and who mends it. */
export type KeptKind = keyof typeof UNREADABLE_VALUES;

/** How one kind of kept value is known and read. */
interface Entry {
  readonly kind: KeptKind;
  readonly isNamed: (name: string) => boolean;
  /** @throws where it is none of these */
  readonly read: (value: string) => unknown;
}

const named = (wanted: string) => (name: string) => name === wanted;
const beginning = (prefix: string) => (name: string) => name.startsWith(prefix);
const VERSIONED = [CALENDAR_VALUE, TOPICS_VALUE, APPROVAL_VALUE, ADMISSION_VALUE, STATEMENTS_VALUE];

/** Every kind of kept value that can be unreadable; what is not here is a mark without contents. */
const CATALOGUE: readonly Entry[] = [
  { kind: 'switch', isNamed: named(SWITCH_VALUE), read: readSwitch },
  { kind: 'calendar', isNamed: named(CALENDAR_VALUE), read: readCalendar },
  { kind: 'topics', isNamed: named(TOPICS_VALUE), read: readTopicSettings },
  { kind: 'approval', isNamed: named(APPROVAL_VALUE), read: readApprovalSettings },
  { kind: 'statements', isNamed: named(STATEMENTS_VALUE), read: readStatements },
  { kind: 'admission', isNamed: named(ADMISSION_VALUE), read: readYears },
  { kind: 'admissionTable', isNamed: beginning(tableName('')), read: readTable },
  { kind: 'admissionDraft', isNamed: beginning(draftName('')), read: (value) => value !== '' && readTable(value) },
  {
    kind: 'history',
    isNamed: (name) => VERSIONED.some((one) => historyName(one) === name),
    read: readHistory,
  },
  { kind: 'canned', isNamed: named(CANNED_VALUE), read: readCannedReplies },
  { kind: 'replyDrafts', isNamed: named(WAITING_VALUE), read: readWaiting },
  { kind: 'weeks', isNamed: named(WEEK_COUNTS_VALUE), read: readWeekCounts },
  { kind: 'radar', isNamed: named(RADAR_VALUE), read: readRadar },
  { kind: 'report', isNamed: beginning(REPORT_VALUES.report), read: readReport },
  { kind: 'reportFiles', isNamed: beginning(REPORT_VALUES.files), read: readReportFiles },
  { kind: 'letterhead', isNamed: named(LETTERHEAD_VALUE), read: readLetterhead },
  { kind: 'trace', isNamed: beginning(TRACE_PREFIX), read: readTrace },
  { kind: 'zaloTokens', isNamed: named(ZALO_TOKENS_VALUE), read: readZaloTokens },
  { kind: 'paidQuota', isNamed: named(PAID_QUOTA_VALUE), read: readPaidQuota },
  { kind: 'deletion', isNamed: beginning(DELETION_PREFIX), read: readDeletion },
  { kind: 'key', isNamed: (name) => Object.values(KEPT_KEYS).some((key) => key === name), read: readKey },
];

/** A kept value that cannot be read. */
export interface UnreadableValue {
  readonly name: string;
  readonly kind: KeptKind;
}

/** What a kept value is of, by its name; `null`: a mark without contents, or what was put aside. */
export function kindOfKept(name: string): KeptKind | null {
  return entryOf(name)?.kind ?? null;
}

/** Reads every kept value and gives those that cannot be read, by name. */
export async function findUnreadable(kept: Pick<KeptValues, 'names' | 'get'>): Promise<readonly UnreadableValue[]> {
  const found: UnreadableValue[] = [];
  for (const name of (await kept.names()).toSorted()) {
    const entry = entryOf(name);
    const value = entry === null ? null : await kept.get(name);
    if (entry !== null && value !== null && !isReadable(value, entry)) found.push({ name, kind: entry.kind });
  }
  return found;
}

function entryOf(name: string): Entry | null {
  return CATALOGUE.find(({ isNamed }) => isNamed(name)) ?? null;
}

function isReadable(value: string, { read }: Entry): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}
