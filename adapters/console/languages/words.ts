import { ABUSE } from '../desk/abuse-words.ts';
import { HOLD } from '../desk/hold-words.ts';
import {
  ATTACHMENT,
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
  WINDOW_UNITS,
} from '../desk/vietnamese.ts';
import { GAP_ANSWER_STATES, GAP_PROBLEMS, GAP_STATUSES, GAPS } from '../gaps/vietnamese.ts';
import { INBOX, PREFERENCES, SHORTCUTS, TIMES } from '../inbox/vietnamese.ts';
import { OWN_SESSIONS } from '../own-sessions/vietnamese.ts';
import { FACTOR } from '../second-factor/vietnamese.ts';
import { ENDINGS, LIFE, TRANSFER } from '../transfer-words.ts';
import { USERS } from '../users/vietnamese.ts';
import {
  ADMIN_PAGES,
  CHANNELS,
  CONSOLE,
  DELIVERIES,
  DUE,
  NO_TOPIC,
  PARTS,
  PASSWORD,
  PRIORITIES,
  ROLES,
  STATES,
  TICKET,
  TICKETS,
  TOPICS,
} from '../vietnamese.ts';

/** The same words in another language: every text another text, every sentence with the same blanks. */
type Translated<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { readonly [Name in keyof T]: Translated<T[Name]> };

/** Words of the pages that speak more than one language, in Vietnamese, the language of every other page. */
export const VIETNAMESE = {
  shell: CONSOLE,
  parts: PARTS,
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
  replyProblems: REPLY_PROBLEMS,
  ticketOutcomes: TICKET_OUTCOME_WORDS,
  closing: CLOSING,
  tags: TAGS,
  notes: NOTES,
  history: HISTORY,
  hold: HOLD,
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
};

/** A language in which a word is missing does not compile. */
export type ConsoleWords = Translated<typeof VIETNAMESE>;
