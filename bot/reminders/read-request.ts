import { wordsOf } from '../../knowledge/admission/names.ts';
import type { AdmissionLevel } from '../../knowledge/admission/table.ts';
import { type Level, readEntities } from '../../knowledge/question/entities.ts';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';

/** A wish to be reminded of a deadline. */
export interface ReminderRequest {
  /** `null`: none is named; `other`: one that no admission table speaks of. */
  readonly level: AdmissionLevel | 'other' | null;
  /** What else than enrolment the deadline is of, folded («hoc phi»); `null`: of nothing else. */
  readonly otherMatter: string | null;
  /** Folded words of the message. */
  readonly words: readonly string[];
}

/** Nothing else is read with care, because every message of everybody passes here. */
const MAY_ASK = /\bnha[ck]\b/;
const REMIND = 'nha[ck](?: nho)?';
/** Whom, and with what courtesy. */
const WHOM =
  '(?: (?:giup|gium|dum|ho|lai|cho|voi|toi|tui|to|em|e|minh|mk|m|t|me|bo|ba|ong|anh|chi|a|c|con|be|gia dinh|nha|ca nha|phu huynh))';
const WHEN = '(?: (?:ve|truoc|khi|den|gan|sap|luc|toi|vao|cai|nhung|cac|cai|may|\\d+|ngay|hom|bi|het|la|trong|mot))';
const DEADLINE =
  '(?:han|deadline|dl|lich|thoi han|thoi gian|ngay (?:nop|dang ky|nhap hoc|cuoi|het)|ky han|dot|nop|dang ky|dk|nhap hoc|tuyen sinh|ho so|hs)';
const ASKS = [
  new RegExp(`\\b${REMIND}${WHOM}{1,6}${WHEN}{0,6} ${DEADLINE}\\b`),
  new RegExp(
    `\\b(?:dat|hen|cai|tao|bat|dang ky|dk|muon|can|xin|duoc|nho|hay|co)(?: (?:lich|gio|loi))? ${REMIND}${WHEN}{0,6} ${DEADLINE}\\b`,
  ),
  new RegExp(`^(?:da |alo |ad |ad oi |em oi |page oi |oi )?${REMIND}${WHEN}{0,6} ${DEADLINE}\\b`),
  new RegExp(
    `\\b${DEADLINE}\\b.{0,60} (?:thi|xin|nho|hay|roi|vui long|lam on|ad|ban|page|em|co the)?(?: \\w+)? ?${REMIND}${WHOM}{1,4}\\b`,
  ),
];
/** Somebody else did or did not remind, or something is only mentioned again. */
const NOT_ASKED =
  /\b(?:khong|ko|k|kh|chua|chang|cha|sao|quen|ai|co giao|co|thay|truong|giao vien|gv|gvcn|nha truong|lop|to truong|phuong|hieu truong)(?: (?:ai|co|da|duoc|thay|he|tung|khong|ko|cung|lai|khi nao|bao gio|luc nao|toan|cu|hay|moi|giao|chu nhiem|van)){0,3} nha[ck]\b|\bnha[ck] (?:nho hoc sinh|ten|toi viec|den viec|con lam bai)\b/;
/** «cô» and «thầy» as an address: «cô ơi nhắc em». */
const ADDRESSED = /\b(?:co|thay)(?: oi| a)?,? nha[ck] (?:giup |gium |ho )?(?:em|e|toi|minh|me|bo)\b/;
const WITHDRAWS = new RegExp(
  `\\b(?:bo|thoi|dung|ngung|huy|tat|xoa|khoi|khong can|ko can|k can|khong muon|ko muon|khong|ko|k|dung co)(?: (?:loi|viec|lich|cai|duoc|bi|phai|gui|can|tin|hen))* ${REMIND}\\b`,
);
const LONGEST_WITHDRAWAL = 12;
/** «không nhắc» within a question or a complaint withdraws nothing. */
const NO_WITHDRAWAL = /\b(?:sao|tai sao|vi sao|ai|co giao|nha truong|giao vien|truong|lop|quen|khong ai)\b|\?/;
const OTHER_MATTER =
  /\b(?:hoc phi|dong tien|nop tien|tien|khoan thu|hoc bong|bao hiem|bhyt|kiem tra|(?:ky|lich|ngay|du) thi|thi (?:vao|tuyen|hoc|cuoi|giua|thu)|nghi (?:he|tet|le|hoc)|khai giang|hop phu huynh|hop|tiem|vac xin|lop 10|chuyen truong|tot nghiep)\b/;

const LEVELS: Partial<Record<Level, AdmissionLevel>> = {
  'mầm non': 'mầm non',
  'tiểu học': 'tiểu học',
  'trung học cơ sở': 'THCS',
};

/** Reads a wish to be reminded of a deadline, however it is typed; `null` where a message is none. */
export function readReminderRequest(text: string): ReminderRequest | null {
  if (!MAY_ASK.test(wordsOf(text))) return null;
  const meant = readMessageText(text, restoreDiacritics).text;
  // What is typed and what it stands for may each be the plainer one.
  const readings = [wordsOf(text), wordsOf(meant)];
  if (readings.some((words) => NOT_ASKED.test(words) && !ADDRESSED.test(words))) return null;
  if (!readings.some((words) => ASKS.some((pattern) => pattern.test(words)))) return null;
  const { levels, grades } = readEntities(meant);
  const [level] = levels;
  const isFirstYear = grades.length === 0 || grades.some((grade) => grade === 1 || grade === 6);
  return {
    level: level === undefined ? null : isFirstYear ? (LEVELS[level] ?? 'other') : 'other',
    otherMatter: readings.map((words) => OTHER_MATTER.exec(words)?.[0]).find((found) => found !== undefined) ?? null,
    words: [...new Set(readings.flatMap((words) => words.split(' ')))],
  };
}

/** Whether a message, and nothing else in it, wants reminders to end. */
export function withdrawsReminders(text: string): boolean {
  const words = wordsOf(text);
  if (!MAY_ASK.test(words) || words.split(' ').length > LONGEST_WITHDRAWAL) return false;
  return WITHDRAWS.test(words) && !NO_WITHDRAWAL.test(words) && !text.includes('?');
}
