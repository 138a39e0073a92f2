import {
  ADMISSION_VALUE,
  createAdmissionTables,
  type EditedAdmissionTables,
  NO_TABLES,
} from '../bot/admission/published-tables.ts';
import {
  APPROVAL_VALUE,
  createApprovalSettings,
  type EditedApprovalSettings,
  USUAL_APPROVAL_SETTINGS,
} from '../bot/approval.ts';
import { createKeptVersions, type KeptVersions, type KeptVersionsDependencies } from '../bot/kept-versions.ts';
import { USUAL_CALENDAR } from '../bot/office-hours/calendar.ts';
import { CALENDAR_VALUE, createOfficeTime, type EditedOfficeTime } from '../bot/office-hours/kept-calendar.ts';
import {
  createKeptStatements,
  type KeptStatements,
  NO_STATEMENTS,
  STATEMENTS_VALUE,
} from '../bot/statements/statement.ts';
import {
  createTopicSettings,
  type EditedTopicSettings,
  TOPICS_VALUE,
  USUAL_TOPIC_SETTINGS,
} from '../bot/topic-settings.ts';

/** What the office itself edits in the console, as turns read it and as pages change it. */
export interface OfficeSettings {
  readonly office: EditedOfficeTime;
  readonly calendarVersions: KeptVersions;
  readonly topics: EditedTopicSettings;
  readonly topicVersions: KeptVersions;
  readonly approval: EditedApprovalSettings;
  readonly approvalVersions: KeptVersions;
  readonly admission: EditedAdmissionTables;
  readonly admissionVersions: KeptVersions;
  readonly statements: KeptStatements;
  readonly statementVersions: KeptVersions;
}

/** The settings among the kept values; `onFault` is told where they cannot be read, and the usual ones hold. */
export function openOfficeSettings(
  surroundings: KeptVersionsDependencies & { readonly onFault: (error: unknown) => void },
): OfficeSettings {
  return {
    office: createOfficeTime(surroundings),
    calendarVersions: createKeptVersions(CALENDAR_VALUE, JSON.stringify(USUAL_CALENDAR), surroundings),
    topics: createTopicSettings(surroundings),
    topicVersions: createKeptVersions(TOPICS_VALUE, JSON.stringify(USUAL_TOPIC_SETTINGS), surroundings),
    approval: createApprovalSettings(surroundings),
    approvalVersions: createKeptVersions(APPROVAL_VALUE, JSON.stringify(USUAL_APPROVAL_SETTINGS), surroundings),
    admission: createAdmissionTables(surroundings),
    admissionVersions: createKeptVersions(ADMISSION_VALUE, NO_TABLES, surroundings),
    statements: createKeptStatements(surroundings),
    statementVersions: createKeptVersions(STATEMENTS_VALUE, NO_STATEMENTS, surroundings),
  };
}
