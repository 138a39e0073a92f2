import { READING_WORDS } from '../../../ingest/admission/sheets.ts';
import { TABLE_PROBLEMS } from '../../admission/table-problem-words.ts';
import { DOCUMENT_WORDS, VALUE_PROBLEMS } from '../../corrections/vietnamese.ts';
import { VALIDITY_WORDS } from '../../http/validity-words.ts';
import { UNREADABLE_VALUES } from '../../kept/unreadable-words.ts';
import {
  OUTCOME_WORDS,
  PUNCTUALITY_WORDS,
  RATING_WORDS,
  REPORT_PARTS,
  RESULT_WORDS,
  STATEMENT_FIGURES,
} from '../../reporting/report-words.ts';
import { ADMISSION } from '../admission/vietnamese.ts';
import { APPROVAL_PAGE } from '../approval/vietnamese.ts';
import { ACTION_GROUPS, ACTIONS, AUDIT_LOG, FACTS } from '../audit-log/vietnamese.ts';
import {
  CALENDAR,
  PROBLEMS as CALENDAR_PROBLEMS,
  HOLIDAY_TITLES,
  REASONS,
  WEEKDAY_TITLES,
} from '../calendar/vietnamese.ts';
import {
  CORRECTION_CAUSES_IN_WORDS,
  CORRECTION_PROBLEMS,
  CORRECTION_STATES,
  CORRECTIONS,
  PERSON_STANDINGS,
} from '../corrections/vietnamese.ts';
import { ABUSE } from '../desk/abuse-words.ts';
import { HOLD } from '../desk/hold-words.ts';
import { LINKED } from '../desk/linked-words.ts';
import {
  ATTACHMENT,
  CANNED,
  CLOSING,
  HISTORY,
  NOTES,
  PRESENCE,
  REPLY,
  REPLY_PROBLEMS,
  TAGS,
  TICKET_OUTCOME_WORDS,
  TRANSCRIPT,
  UNDO,
  VARIABLE_MEANINGS,
  WINDOW_UNITS,
} from '../desk/vietnamese.ts';
import { GAP_ANSWER_STATES, GAP_PROBLEMS, GAP_STATUSES, GAPS } from '../gaps/vietnamese.ts';
import { FAULT_CAUSES, FAULTS, HEALTH, RESTS, WINDOWS } from '../health/vietnamese.ts';
import { INBOX, PREFERENCES, SHORTCUTS, TIMES } from '../inbox/vietnamese.ts';
import { INCIDENT_KIND_WORDS, INCIDENTS, URGENCY_WORDS } from '../incidents/vietnamese.ts';
import { PAGE_WAYS, UPLOAD_RESULTS, UPLOADS } from '../knowledge/upload-words.ts';
import {
  DOCUMENT_PAGE,
  EDIT_PAGE,
  FIGURE,
  KNOWLEDGE,
  KNOWLEDGE_NOTICES,
  KNOWLEDGE_REFUSALS,
  LIST,
  OUTCOMES,
  STATE_FILTERS,
  TRIAL,
  UNCLEAR,
  UNKNOWN_REASONS,
} from '../knowledge/vietnamese.ts';
import { OWN_SESSIONS } from '../own-sessions/vietnamese.ts';
import { PRESS_REGISTER } from '../press-register/vietnamese.ts';
import { NEXT_WEEK } from '../radar/next-week-words.ts';
import { MATTERS, RADAR, RUMOUR_STATUS_WORDS } from '../radar/vietnamese.ts';
import { REPORTS } from '../reports/vietnamese.ts';
import { FACTOR } from '../second-factor/vietnamese.ts';
import { STATEMENT_KIND_WORDS, STATEMENT_PROBLEMS, STATEMENT_STATES, STATEMENTS } from '../statements/vietnamese.ts';
import { REPLY_PROBLEMS as FIXED_REPLY_PROBLEMS, REPLY_TITLES, TOPIC_PAGES } from '../topics/vietnamese.ts';
import { ENDINGS, LIFE, TRANSFER } from '../transfer-words.ts';
import { USERS } from '../users/vietnamese.ts';
import { VERSION_HISTORY } from '../version-words.ts';
import {
  ADMIN_PAGES,
  CHANNELS,
  CONSOLE,
  CONSOLE_ERRORS,
  DELIVERIES,
  DUE,
  FOLLOW_PAGES,
  LOGIN,
  NO_TOPIC,
  NUMBERS,
  PARTS,
  PASSWORD,
  PRIORITIES,
  REFUSALS,
  ROLES,
  STATES,
  SWITCH,
  TICKET,
  TICKETS,
  TOPICS,
} from '../vietnamese.ts';
import { AS_SAID } from './said.ts';
import type { Translated } from './translated.ts';

/** Words of the pages that speak more than one language, in Vietnamese, the language of every other page. */
export const VIETNAMESE = {
  shell: CONSOLE,
  parts: PARTS,
  followPages: FOLLOW_PAGES,
  adminPages: ADMIN_PAGES,
  roles: ROLES,
  topics: TOPICS,
  noTopic: NO_TOPIC,
  priorities: PRIORITIES,
  channels: CHANNELS,
  due: DUE,
  inbox: INBOX,
  shortcuts: SHORTCUTS,
  preferences: PREFERENCES,
  times: TIMES,
  tickets: TICKETS,
  ticketPage: TICKET,
  states: STATES,
  deliveries: DELIVERIES,
  transfer: TRANSFER,
  life: LIFE,
  endings: ENDINGS,
  reply: REPLY,
  canned: CANNED,
  variables: VARIABLE_MEANINGS,
  replyProblems: REPLY_PROBLEMS,
  ticketOutcomes: TICKET_OUTCOME_WORDS,
  closing: CLOSING,
  tags: TAGS,
  notes: NOTES,
  history: HISTORY,
  hold: HOLD,
  linked: LINKED,
  abuse: ABUSE,
  attachment: ATTACHMENT,
  presence: PRESENCE,
  undo: UNDO,
  transcript: TRANSCRIPT,
  windowUnits: WINDOW_UNITS,
  password: PASSWORD,
  factor: FACTOR,
  ownSessions: OWN_SESSIONS,
  users: USERS,
  gaps: GAPS,
  gapStatuses: GAP_STATUSES,
  gapAnswerStates: GAP_ANSWER_STATES,
  gapProblems: GAP_PROBLEMS,
  login: LOGIN,
  refusals: REFUSALS,
  errors: CONSOLE_ERRORS,
  numbers: NUMBERS,
  auditLog: AUDIT_LOG,
  auditGroups: ACTION_GROUPS,
  auditActions: ACTIONS,
  auditFacts: FACTS,
  health: HEALTH,
  healthRests: RESTS,
  healthWindows: WINDOWS,
  storeFaults: FAULTS,
  faultCauses: FAULT_CAUSES,
  corrections: CORRECTIONS,
  correctionStates: CORRECTION_STATES,
  correctionCauses: CORRECTION_CAUSES_IN_WORDS,
  correctionProblems: CORRECTION_PROBLEMS,
  personStandings: PERSON_STANDINGS,
  statements: STATEMENTS,
  statementKinds: STATEMENT_KIND_WORDS,
  statementStates: STATEMENT_STATES,
  statementProblems: STATEMENT_PROBLEMS,
  incidents: INCIDENTS,
  incidentKinds: INCIDENT_KIND_WORDS,
  incidentUrgencies: URGENCY_WORDS,
  pressRegister: PRESS_REGISTER,
  radar: RADAR,
  nextWeek: NEXT_WEEK,
  rumourStatuses: RUMOUR_STATUS_WORDS,
  matters: MATTERS,
  reports: REPORTS,
  report: REPORT_PARTS,
  outcomes: OUTCOME_WORDS,
  punctuality: PUNCTUALITY_WORDS,
  ratings: RATING_WORDS,
  results: RESULT_WORDS,
  statementFigures: STATEMENT_FIGURES,
  admission: ADMISSION,
  tableProblems: TABLE_PROBLEMS,
  workbookProblems: READING_WORDS,
  documents: DOCUMENT_WORDS,
  valueProblems: VALUE_PROBLEMS,
  validity: VALIDITY_WORDS,
  figure: FIGURE,
  knowledge: KNOWLEDGE,
  knowledgeNotices: KNOWLEDGE_NOTICES,
  knowledgeRefusals: KNOWLEDGE_REFUSALS,
  stateFilters: STATE_FILTERS,
  documentList: LIST,
  documentPage: DOCUMENT_PAGE,
  documentEdit: EDIT_PAGE,
  uploads: UPLOADS,
  uploadResults: UPLOAD_RESULTS,
  said: AS_SAID,
  pageWays: PAGE_WAYS,
  trial: TRIAL,
  trialOutcomes: OUTCOMES,
  unknownReasons: UNKNOWN_REASONS,
  unclear: UNCLEAR,
  topicPages: TOPIC_PAGES,
  fixedReplies: REPLY_TITLES,
  fixedReplyProblems: FIXED_REPLY_PROBLEMS,
  approval: APPROVAL_PAGE,
  botSwitch: SWITCH,
  calendar: CALENDAR,
  calendarProblems: CALENDAR_PROBLEMS,
  weekdays: WEEKDAY_TITLES,
  holidays: HOLIDAY_TITLES,
  daysOff: REASONS,
  versionHistory: VERSION_HISTORY,
  unreadable: UNREADABLE_VALUES,
};

/** A language in which a word is missing does not compile. */
export type ConsoleWords = Translated<typeof VIETNAMESE>;
