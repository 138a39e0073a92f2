import {
  ADMISSION_VALUE,
  createAdmissionTables,
  type EditedAdmissionTables,
} from '../bot/admission/published-tables.ts';
import { readYears, type TableYears } from '../bot/admission/table-json.ts';
import {
  APPROVAL_VALUE,
  type ApprovalSettings,
  createApprovalSettings,
  type EditedApprovalSettings,
  readApprovalSettings,
  USUAL_APPROVAL_SETTINGS,
} from '../bot/approval.ts';
import { createKeptVersions, type KeptVersions, type KeptVersionsDependencies } from '../bot/kept-versions.ts';
import { type OfficeCalendar, USUAL_CALENDAR } from '../bot/office-hours/calendar.ts';
import {
  CALENDAR_VALUE,
  createOfficeTime,
  type EditedOfficeTime,
  readCalendar,
} from '../bot/office-hours/kept-calendar.ts';
import {
  createKeptStatements,
  type KeptStatements,
  STATEMENTS,
  STATEMENTS_VALUE,
  type Statement,
} from '../bot/statements/statement.ts';
import {
  createTopicSettings,
  type EditedTopicSettings,
  readTopicSettings,
  TOPICS_VALUE,
  type TopicSettings,
  USUAL_TOPIC_SETTINGS,
} from '../bot/topic-settings.ts';

/** What the office itself edits in the console, as turns read it and as pages change it. */
export interface OfficeSettings {
  readonly office: EditedOfficeTime;
  readonly calendarVersions: KeptVersions<OfficeCalendar>;
  readonly topics: EditedTopicSettings;
  readonly topicVersions: KeptVersions<TopicSettings>;
  readonly approval: EditedApprovalSettings;
  readonly approvalVersions: KeptVersions<ApprovalSettings>;
  readonly admission: EditedAdmissionTables;
  readonly admissionVersions: KeptVersions<TableYears>;
  readonly statements: KeptStatements;
  readonly statementVersions: KeptVersions<readonly Statement[]>;
}

/** The settings among the kept values; `onFault` is told where they cannot be read, and the usual ones hold. */
export function openOfficeSettings(
  surroundings: KeptVersionsDependencies & { readonly onFault: (error: unknown) => void },
): OfficeSettings {
  return {
    office: createOfficeTime(surroundings),
    calendarVersions: createKeptVersions(CALENDAR_VALUE, { parse: readCalendar, usual: USUAL_CALENDAR }, surroundings),
    topics: createTopicSettings(surroundings),
    topicVersions: createKeptVersions(
      TOPICS_VALUE,
      { parse: readTopicSettings, usual: USUAL_TOPIC_SETTINGS },
      surroundings,
    ),
    approval: createApprovalSettings(surroundings),
    approvalVersions: createKeptVersions(
      APPROVAL_VALUE,
      { parse: readApprovalSettings, usual: USUAL_APPROVAL_SETTINGS },
      surroundings,
    ),
    admission: createAdmissionTables(surroundings),
    admissionVersions: createKeptVersions(ADMISSION_VALUE, { parse: readYears, usual: {} }, surroundings),
    statements: createKeptStatements(surroundings),
    statementVersions: createKeptVersions(STATEMENTS_VALUE, STATEMENTS, surroundings),
  };
}
