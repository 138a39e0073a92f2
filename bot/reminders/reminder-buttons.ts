import type { AdmissionDate } from '../../knowledge/admission/dates.ts';
import type { Day } from '../../knowledge/document.ts';
import { fold } from '../../knowledge/text/normalise.ts';
import type { ContextLine, QuickReply } from '../conversation.ts';
import { REMINDER_TITLES } from './reminder-words.ts';

const PAYLOAD = 'REMIND:';
/** Followed by a date's id. */
export const CHOOSE_DATE = `${PAYLOAD}which:`;
const YES = `${PAYLOAD}yes:`;
const NO = `${PAYLOAD}no`;
const READ_YES = new RegExp(`^${YES}(\\d{4}-\\d{2}-\\d{2}):(.+)$`, 'u');

/** What a button under words about a reminder says. */
export type ReminderButton =
  /** Consent to be reminded of a date as it was stated. */
  | { readonly kind: 'yes'; readonly dateId: string; readonly last: Day }
  | { readonly kind: 'which'; readonly dateId: string }
  | { readonly kind: 'no' };

/** Yes and no under the question for consent. */
export function consentButtons({ id, last }: Pick<AdmissionDate, 'id' | 'last'>): readonly QuickReply[] {
  return [
    { title: REMINDER_TITLES.yes, payload: `${YES}${last}:${id}` },
    { title: REMINDER_TITLES.no, payload: NO },
  ];
}

/** What a payload says of a reminder; `null` for any other payload. */
export function readReminderButton(payload: string): ReminderButton | null {
  if (payload === NO) return { kind: 'no' };
  if (payload.startsWith(CHOOSE_DATE)) return { kind: 'which', dateId: payload.slice(CHOOSE_DATE.length) };
  const [, last, dateId] = READ_YES.exec(payload) ?? [];
  return last === undefined || dateId === undefined ? null : { kind: 'yes', dateId, last };
}

/** Whole messages, folded, that agree or refuse when they follow our question. */
const AGREES =
  /^(?:dong y|ok|oke|oki|okela|vang|u|uh|uhm|um|co|duoc|dc|dk|yes|y|nhac di|nhac giup(?: em| toi| minh)?)(?: nhac| luon| nhe| duoc)?$/;
const REFUSES =
  /^(?:khong|ko|k|thoi|khoi|khong can|ko can|k can|khong dong y|ko dong y|thoi khoi|no)(?: nhac)?(?: dau)?$/;
const COURTESIES =
  /^(?:da|vang|oi|em|toi|minh|anh|chi|a|c|e) (?=\S)|(?: (?:a|ah|ak|nhe|nha|nhá|em|e|ban|ad|shop|page))+$/g;

/** The button that typed words stand for when they answer our question for consent just before them; else `null`. */
export function typedConsent(text: string, context: readonly ContextLine[]): string | null {
  const last = context.at(-1);
  const offered = last?.author === 'us' ? last.quickReplies : [];
  const yes = offered.find(({ payload }) => payload.startsWith(YES))?.payload;
  if (yes === undefined) return null;
  const words = fold(text.replace(/[^\p{L}\p{M}\s]/gu, ' '))
    .replace(COURTESIES, '')
    .trim();
  if (AGREES.test(words)) return yes;
  return REFUSES.test(words) ? NO : null;
}
