import type { StaffRole } from '../../bot/ports/staff.ts';
import type { Topic } from '../../bot/topics.ts';

const EVERYONE: readonly StaffRole[] = ['agent', 'supervisor', 'editor', 'spokesperson', 'admin'];
/** Editors work on documents; conversations hold personal data that their work does not need. */
const CONVERSATIONS: readonly StaffRole[] = ['agent', 'supervisor', 'spokesperson', 'admin'];
/** Who may silence the bot. */
export const IN_CHARGE: readonly StaffRole[] = ['supervisor', 'admin'];

/** The spokesperson answers the press; who is in charge sees that it is answered. The register holds how to reach them. */
const PRESS_REGISTER: readonly StaffRole[] = ['spokesperson', 'supervisor', 'admin'];
/** Who sees what people are stirred by, and prepares or lifts what the office says to it. */
const STATEMENTS: readonly StaffRole[] = [...IN_CHARGE, 'spokesperson'];
/** Words of the office itself are let out by its spokesperson alone. */
const SPOKESPERSON: readonly StaffRole[] = ['spokesperson'];
const EDITORS: readonly StaffRole[] = ['editor', 'admin'];
const ADMINS: readonly StaffRole[] = ['admin'];
/** Who decides what becomes of a gap or a correction; of words nobody decides who wrote them. */
const GAP_KEEPERS: readonly StaffRole[] = ['editor', 'supervisor', 'admin'];

/** Who may use which address of the console. A route exists only with an entry here; `public` needs no session. */
export const ACCESS = {
  'GET /staff/login': 'public',
  'POST /staff/login': 'public',
  'POST /staff/logout': EVERYONE,
  'POST /staff/preferences': EVERYONE,
  'GET /staff/password': EVERYONE,
  'POST /staff/password': EVERYONE,
  'GET /staff/second-factor': EVERYONE,
  'POST /staff/second-factor': EVERYONE,
  'POST /staff/second-factor/check': EVERYONE,
  'POST /staff/second-factor/codes': EVERYONE,
  'POST /staff/second-factor/remove': EVERYONE,
  'GET /staff/sessions': EVERYONE,
  'POST /staff/sessions/end-others': EVERYONE,
  'POST /staff/sessions/:key/end': EVERYONE,
  'GET /staff/users': ADMINS,
  'POST /staff/users': ADMINS,
  'GET /staff/users/:name': ADMINS,
  'POST /staff/users/:name': ADMINS,
  'POST /staff/users/:name/disable': ADMINS,
  'POST /staff/users/:name/enable': ADMINS,
  'POST /staff/users/:name/password': ADMINS,
  'POST /staff/users/:name/second-factor': ADMINS,
  'POST /staff/users/:name/sessions': ADMINS,
  'GET /staff/audit': IN_CHARGE,
  'GET /staff/audit/export': IN_CHARGE,
  'GET /staff/calendar': IN_CHARGE,
  'POST /staff/calendar/hours': IN_CHARGE,
  'POST /staff/calendar/holidays': IN_CHARGE,
  'POST /staff/calendar/close': IN_CHARGE,
  'POST /staff/calendar/open': IN_CHARGE,
  'POST /staff/calendar/remove': IN_CHARGE,
  'POST /staff/calendar/restore': IN_CHARGE,
  'GET /staff/admission': EDITORS,
  'POST /staff/admission': EDITORS,
  'POST /staff/admission/publish': EDITORS,
  'POST /staff/admission/drop': EDITORS,
  'POST /staff/admission/withdraw': EDITORS,
  'POST /staff/admission/restore': EDITORS,
  'POST /staff/admission/try': EDITORS,
  'GET /staff/admission/template': EDITORS,
  'GET /staff/admission/sample': EDITORS,
  'GET /staff/admission/workbook': EDITORS,
  'GET /staff/press': PRESS_REGISTER,
  'GET /staff/press/export': PRESS_REGISTER,
  'GET /staff/reports': IN_CHARGE,
  'POST /staff/reports': IN_CHARGE,
  'POST /staff/reports/letterhead': IN_CHARGE,
  'GET /staff/reports/:month': IN_CHARGE,
  'GET /staff/reports/:month/rows': IN_CHARGE,
  'GET /staff/reports/:month/docx': IN_CHARGE,
  'GET /staff/reports/:month/xlsx': IN_CHARGE,
  'POST /staff/reports/:month/words': IN_CHARGE,
  'POST /staff/reports/:month/approve': IN_CHARGE,
  'POST /staff/reports/:month/archive': IN_CHARGE,
  'GET /staff/radar': STATEMENTS,
  'GET /staff/radar/rows': STATEMENTS,
  'GET /staff/radar/export': STATEMENTS,
  'GET /staff/radar/rows/export': STATEMENTS,
  'POST /staff/radar/rumours': STATEMENTS,
  'GET /staff/statements': STATEMENTS,
  'GET /staff/statements/new': STATEMENTS,
  'POST /staff/statements/preview': STATEMENTS,
  'POST /staff/statements': STATEMENTS,
  'GET /staff/statements/:id': STATEMENTS,
  'POST /staff/statements/:id/release': SPOKESPERSON,
  'POST /staff/statements/:id/lift': STATEMENTS,
  'POST /staff/statements/:id/farewell': SPOKESPERSON,
  'GET /staff/incidents': CONVERSATIONS,
  'GET /staff/incidents/new': CONVERSATIONS,
  'POST /staff/incidents/new': CONVERSATIONS,
  'GET /staff/incidents/:id': CONVERSATIONS,
  'POST /staff/incidents/:id': IN_CHARGE,
  'GET /staff/health': ADMINS,
  'GET /staff/approval': IN_CHARGE,
  'POST /staff/approval': IN_CHARGE,
  'GET /staff/topics': IN_CHARGE,
  'POST /staff/topics/switch': IN_CHARGE,
  'GET /staff/topics/:reply': IN_CHARGE,
  'POST /staff/topics/:reply': IN_CHARGE,
  'POST /staff/topics/:reply/preview': IN_CHARGE,
  'GET /staff': EVERYONE,
  'GET /staff/tickets': CONVERSATIONS,
  'GET /staff/tickets/:id': CONVERSATIONS,
  'POST /staff/tickets/:id/claim': CONVERSATIONS,
  'POST /staff/tickets/:id/reply': CONVERSATIONS,
  'POST /staff/tickets/:id/approve': CONVERSATIONS,
  'POST /staff/tickets/:id/drop': CONVERSATIONS,
  'POST /staff/tickets/:id/close': CONVERSATIONS,
  'POST /staff/tickets/:id/transfer': CONVERSATIONS,
  'POST /staff/tickets/:id/compose': CONVERSATIONS,
  'POST /staff/tickets/:id/take-back': CONVERSATIONS,
  'POST /staff/tickets/:id/notes': CONVERSATIONS,
  'POST /staff/tickets/:id/tags': CONVERSATIONS,
  'POST /staff/tickets/:id/presence': CONVERSATIONS,
  'POST /staff/tickets/:id/hold': IN_CHARGE,
  'POST /staff/tickets/:id/release': IN_CHARGE,
  'POST /staff/tickets/:id/lift': IN_CHARGE,
  'GET /staff/mentions': CONVERSATIONS,
  'GET /staff/events': CONVERSATIONS,
  'GET /staff/canned-replies': EDITORS,
  'POST /staff/canned-replies': EDITORS,
  'POST /staff/canned-replies/remove': EDITORS,
  'GET /staff/gaps': EVERYONE,
  'GET /staff/gaps/:id': EVERYONE,
  'POST /staff/gaps/:id/own': GAP_KEEPERS,
  'POST /staff/gaps/:id/dismiss': GAP_KEEPERS,
  'POST /staff/gaps/:id/take-up': GAP_KEEPERS,
  'POST /staff/gaps/:id/answer': EDITORS,
  'POST /staff/gaps/:id/drop-draft': EDITORS,
  'POST /staff/gaps/:id/merge': GAP_KEEPERS,
  'POST /staff/gaps/:id/unmerge': GAP_KEEPERS,
  'POST /staff/gaps/:id/split': GAP_KEEPERS,
  'POST /staff/gaps/:id/approve': GAP_KEEPERS,
  'POST /staff/gaps/:id/return': GAP_KEEPERS,
  'POST /staff/gaps/:id/withdraw': GAP_KEEPERS,
  'GET /staff/corrections': EVERYONE,
  'GET /staff/corrections/:id': EVERYONE,
  'POST /staff/corrections/:id/write': EDITORS,
  'POST /staff/corrections/:id/approve': GAP_KEEPERS,
  'POST /staff/corrections/:id/dismiss': GAP_KEEPERS,
  'POST /staff/corrections/:id/take-up': GAP_KEEPERS,
  'GET /staff/switch': IN_CHARGE,
  'POST /staff/switch': IN_CHARGE,
  'GET /staff/documents': EVERYONE,
  'GET /staff/documents/:id': EVERYONE,
  'GET /staff/documents/:id/edit': EDITORS,
  'POST /staff/documents/:id/set': EDITORS,
  'POST /staff/documents/:id/relate': EDITORS,
  'POST /staff/documents/:id/unrelate': EDITORS,
  'POST /staff/documents/:id/confirm': EDITORS,
  'POST /staff/documents/:id/withdraw': EDITORS,
  'POST /staff/documents/:id/restore': EDITORS,
  'POST /staff/documents/:id/undo': EDITORS,
  'POST /staff/documents/:id/reset': EDITORS,
  'GET /staff/uploads': EVERYONE,
  'POST /staff/uploads': EDITORS,
  'POST /staff/uploads/remove': EDITORS,
  'POST /staff/uploads/bring-back': EDITORS,
  'GET /staff/try': EVERYONE,
  'POST /staff/try': EVERYONE,
} as const satisfies Record<string, 'public' | readonly StaffRole[]>;

export type ConsoleRoute = keyof typeof ACCESS;

/** Routes that stay open while a one-time password must be replaced. */
export const OPEN_BEFORE_PASSWORD_CHANGE: readonly ConsoleRoute[] = [
  'GET /staff/password',
  'POST /staff/password',
  'POST /staff/logout',
];

/** The page that an account's work begins on. */
export function homeOf(role: StaffRole): '/staff/tickets' | '/staff/documents' {
  return CONVERSATIONS.includes(role) ? '/staff/tickets' : '/staff/documents';
}

/** Whether an account may change what the assistant answers from. */
export function mayEdit(role: StaffRole): boolean {
  return EDITORS.includes(role);
}
/** All that is open while a log-in waits for a code. */
export const OPEN_BEFORE_CODE: readonly ConsoleRoute[] = [
  'GET /staff/second-factor',
  'POST /staff/second-factor/check',
  'POST /staff/logout',
];

/** All that is open while an account must set up its second factor. */
export const OPEN_BEFORE_ENROLMENT: readonly ConsoleRoute[] = [
  'GET /staff/second-factor',
  'POST /staff/second-factor',
  'POST /staff/logout',
];

/** Who sees matters of the press, in lists, searches and counts, on their pages and in the register alike. */
export function maySeePress(role: StaffRole): boolean {
  return PRESS_REGISTER.includes(role);
}

/** Words to the press are released only by the spokesperson. */
export function mayReply(role: StaffRole, topic: Topic | null): boolean {
  return topic !== 'press' || role === 'spokesperson';
}
