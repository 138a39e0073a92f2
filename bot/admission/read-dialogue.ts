import type { AdmissionSlot, FamilyFacts } from '../../knowledge/admission/decide.ts';
import { wordsOf } from '../../knowledge/admission/names.ts';
import type { PlaceNames } from '../../knowledge/admission/read-address.ts';
import { type FactsRead, mergeFacts, readFacts } from '../../knowledge/admission/read-facts.ts';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { topicsOf } from '../../knowledge/question/topics.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';
import type { ContextLine } from '../conversation.ts';
import { readChoice } from '../typed-choice.ts';
import { ADMISSION_QUESTIONS, PLACEMENT } from './sentences.ts';

/** What was said so far between a family and the helper. */
export interface Dialogue {
  readonly facts: FamilyFacts;
  /** What our last words asked for; `null`: they asked for nothing. */
  readonly asked: AdmissionSlot | null;
  /** What was asked for since the last answer: nothing is asked for twice. */
  readonly askedBefore: ReadonlySet<AdmissionSlot>;
  /** Our last words were an answer, so that a short message may go on about it. */
  readonly wasAnswered: boolean;
}

/** What a message is to the helper. */
export type Said =
  | { readonly kind: 'facts'; readonly read: FactsRead }
  | { readonly kind: 'leaves' | 'does-not-know' | 'elsewhere' }
  /** Not for the helper. */
  | { readonly kind: 'other' };

export const NOTHING_SAID: FamilyFacts = { birth: null, grade: null, address: null, residence: null };

/** Nothing else is read with care, because every message of everybody passes here. */
const MAY_ASK = /\b(?:truong|trg|tr|tuyen|hoc|hok|lop|l[16]|mn|mam non|thcs|tieu hoc|cap)\b/;
const ASKS_SCHOOL =
  /\b(?:(?:truong|mam non|tieu hoc|trung hoc co so|thcs|cap 1|cap 2|tuyen) (?:nao|gi)|hoc o dau|vao lop (?:1|6|mot|sau) o dau|hoc dau|(?:dung|thuoc|phan) tuyen|(?:hoc|vao) lop (?:may|nao))\b/;
/** Without a birth date or an address only words that surely ask for a school of their own begin. */
const ASKS_OWN_SCHOOL = /\b(?:hoc|vao|tuyen|duoc|nhap hoc) (?:vao |o )?truong nao\b|\bthuoc tuyen\b/;
const OWN_CHILD = /\b(?:con|chau|be|nha) (?:em|toi|minh|nha|gai|trai|e|t|m)?\b/;
/** Other matters that speak of a school and a child. */
const OTHER_MATTER =
  /\b(?:chuyen truong|xin chuyen|lop 10|thpt|cap 3|trung hoc pho thong|dai hoc|truong nao (?:tot|gioi|re|day|thu|cung)|quoc te|tu thuc|giao vien)\b/;
const LEAVES = /^(?:da )?(?:thoi|thui|bo qua|dung lai|huy|khong can|ko can|k can|khong tra nua|de sau)(?: .{0,25})?$/;
const DOES_NOT_KNOW = /\b(?:khong|ko|k|chua|chang) (?:nho|biet|ro|chac|thay)\b/;
const LONGEST_REPLY = 160;
const LONGEST_FOLLOW_UP = 80;
/** A longer message without a known place says something else. */
const LONGEST_UNKNOWN_PLACE = 60;

/** Reads what our questions and the citizen's answers have come to; `lines` from old to new. */
export function readDialogue(lines: readonly ContextLine[], names: PlaceNames): Dialogue {
  let facts = NOTHING_SAID;
  let asked: AdmissionSlot | null = null;
  let wasAnswered = false;
  const askedBefore = new Set<AdmissionSlot>();
  lines.forEach((line, index) => {
    if (line.author === 'us') {
      asked = askedIn(line.text);
      wasAnswered = line.text.includes(PLACEMENT.mark);
      if (asked === null) askedBefore.clear();
      else askedBefore.add(asked);
      return;
    }
    const heard = { text: line.text, payload: null, attachmentCount: 0, at: 0 };
    const said = readSaid(readChoice(heard, lines.slice(0, index)).text, { asked, wasAnswered }, names);
    if (said.kind === 'facts') facts = mergeFacts(facts, said.read);
    if (said.kind === 'leaves') facts = NOTHING_SAID;
  });
  return { facts, asked, askedBefore, wasAnswered };
}

/** What a message is after what was asked. */
export function readSaid(
  text: string,
  { asked, wasAnswered }: Pick<Dialogue, 'asked' | 'wasAnswered'>,
  names: PlaceNames,
): Said {
  const folded = wordsOf(text);
  if (asked !== null && LEAVES.test(folded)) return { kind: 'leaves' };
  const read = readFacts(text, names, asked === null ? null : readAs(asked));
  const says = read.birth !== null || read.address !== null || read.residence !== null;
  if (asked === null) {
    const begins = beginsDialogue(text, read);
    const goesOn = wasAnswered && says && text.length <= LONGEST_FOLLOW_UP;
    return begins || goesOn ? { kind: 'facts', read } : { kind: 'other' };
  }
  if (text.length > LONGEST_REPLY) return { kind: 'other' };
  const asksElse = text.includes('?') || topicsOf(text).length > 0;
  if (says || (asked === 'birth' && read.grade !== null && !asksElse)) return { kind: 'facts', read };
  if (DOES_NOT_KNOW.test(folded)) return { kind: 'does-not-know' };
  const mayBePlace = asked === 'address' && text.length <= LONGEST_UNKNOWN_PLACE && !asksElse;
  return read.isElsewhere || mayBePlace ? { kind: 'elsewhere' } : { kind: 'other' };
}

function beginsDialogue(text: string, read: FactsRead): boolean {
  if (!MAY_ASK.test(wordsOf(text))) return false;
  const words = wordsOf(readMessageText(text, restoreDiacritics).text);
  if (OTHER_MATTER.test(words)) return false;
  const isOwn = OWN_CHILD.test(words);
  const isPlace = read.address !== null && (read.address.street !== null || read.address.neighbourhood !== null);
  const says = read.birth !== null || isPlace || (isOwn && (read.address !== null || read.isElsewhere));
  return (ASKS_SCHOOL.test(words) && says) || (ASKS_OWN_SCHOOL.test(words) && isOwn);
}

function readAs(asked: AdmissionSlot): 'birth' | 'number' | 'neighbourhood' | 'other' {
  if (asked === 'birth' || asked === 'birthday') return 'birth';
  return asked === 'number' || asked === 'neighbourhood' ? asked : 'other';
}

function askedIn(text: string): AdmissionSlot | null {
  const slots = Object.keys(ADMISSION_QUESTIONS) as AdmissionSlot[]; // keys of a record by those keys
  return slots.find((slot) => text.includes(ADMISSION_QUESTIONS[slot])) ?? null;
}
