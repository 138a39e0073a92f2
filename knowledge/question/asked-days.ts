import { fold } from '../text/normalise.ts';

/** Words that ask for a day of the calendar or an hour, over text without diacritics and in lower case. */
const DAY = /\b(?:hom nao|thang may|lich (?:thi|nghi|hoc|hop|tiep dan)|(?<!(?:tinh|ke) tu )ngay (?:may|nao))\b/;
const HOUR = /\bmay gio\b/;
/** «Khi nào» alone may ask for a condition; of something that takes place this year it asks for the day. */
const WHEN = /\b(?:khi nao|bao gio|luc nao)\b/;
const THIS_TIME = /\b(?:(?:hom|toi|tuan|thang|nam|dot|ky|lan) nay|sap toi|(?:nam )?20\d\d)\b/;
const LIMIT = /\b(?:truoc ngay|cham nhat|muon nhat|han)\b/;

const TOLD_DAY = /\b\d{1,2}\/\d{1,2}\b|\bngay \d|\bthang \d|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)\b/;
const TOLD_HOUR = /\b\d{1,2} ?(?:gio|h)\b|\b\d{1,2}[:h]\d{2}\b|\b\d+ phut\b/;
const TOLD_SPAN = /\b\d+ (?:\([^)]{0,30}\) ?)?(?:ngay|tuan|thang)\b/;

/**
 * Whether a question (diacritics restored) asks on which day or at what hour something is, and none of the texts tells
 * any: they are about the matter and do not answer.
 */
export function missesAskedDay(question: string, texts: readonly string[]): boolean {
  const asked = fold(question);
  const asksDay = DAY.test(asked) || (WHEN.test(asked) && THIS_TIME.test(asked));
  const forms = [...(HOUR.test(asked) ? [TOLD_HOUR] : []), ...(asksDay ? [TOLD_DAY] : [])];
  if (forms.length === 0) return false;
  const told = LIMIT.test(asked) ? [...forms, TOLD_SPAN] : forms;
  return !texts.map(fold).some((text) => told.some((form) => form.test(text)));
}
