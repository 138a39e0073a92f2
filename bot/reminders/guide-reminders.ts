import { type AdmissionDate, datesInForce } from '../../knowledge/admission/dates.ts';
import type { Day } from '../../knowledge/document.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { citeRow, dateRowInWords } from '../admission/placement-words.ts';
import type { PublishedTable } from '../admission/published-tables.ts';
import type { ChannelId } from '../ports/channel.ts';
import { ASK_STAFF, sayFor } from '../quick-replies.ts';
import { chat, SILENT, type TurnDecision } from '../turn-decision.ts';
import type { HeardMessage } from '../turn-input.ts';
import { dateOf, findDate } from './find-date.ts';
import { readReminderRequest, withdrawsReminders } from './read-request.ts';
import { CHOOSE_DATE, consentButtons, readReminderButton } from './reminder-buttons.ts';
import { daysDue, daysToCome, planned, reminderMoment } from './reminder-times.ts';
import {
  agreedWords,
  CHOICE_TITLE,
  CONSENT_WORDS,
  calendarLine,
  choiceLine,
  consentWords,
  LEVEL_CHOICES,
  overWords,
  REMINDER_WORDS,
  statedDate,
} from './reminder-words.ts';

/** Decides what citizens say of reminders; `null` = it is not about them. */
export interface ReminderGuide {
  /** On a tapped button, or words that stand for one. */
  readonly tapped: (payload: string, at: number) => TurnDecision | null;
  /** On words of their own. */
  readonly said: (heard: HeardMessage) => TurnDecision | null;
}

export const NO_REMINDERS: ReminderGuide = { tapped: () => null, said: () => null };

/** How the office reminds. */
export interface ReminderManner {
  /** How many days before a deadline; none: nobody is reminded. */
  readonly days: readonly number[];
  /** Where a date can be had as a calendar, by its id; `null` when the product has no public address. */
  readonly calendarLink: (dateId: string) => string | null;
}

const MOST_CHOICES = 6;

/**
 * Reminders of deadlines in a conversation: states the date with its row, asks for consent, and keeps nothing before it
 * is given. Dates come from the published table alone; what it does not hold is said to be unknown.
 * @param published `null`: no table is published
 */
export function createReminderGuide(
  published: PublishedTable | null,
  channel: ChannelId,
  { days, calendarLink }: ReminderManner,
): ReminderGuide {
  function offer(date: AdmissionDate, at: number): TurnDecision {
    const link = calendarLink(date.id);
    const stated = [statedDate(date), ...(link === null ? [] : [calendarLine(link)])].join('\n');
    const remindOn = remindedOn(date.last, days, at);
    if (remindOn.length === 0) {
      return cited(
        chat('reminder:stated', `${stated}\n\n${days.length === 0 ? REMINDER_WORDS.never : REMINDER_WORDS.tooLate}`),
        date,
      );
    }
    const asked = `${stated}\n\n${consentWords(date.last, remindOn, channel, link !== null)}`;
    return cited(chat('reminder:asks-consent', asked, consentButtons(date)), date);
  }

  function agree(date: AdmissionDate, at: number): TurnDecision {
    const { id: dateId, schoolYear, level, step, first, last, source } = date;
    const { document, article } = source;
    const reminder = {
      ...{ dateId, schoolYear, level, step, first, last, document, article, consentedAt: at, consent: CONSENT_WORDS },
      remindedDays: daysDue(last, days, at),
      movedFrom: null,
      nextAt: 0,
    };
    const decision = chat('reminder:agreed', agreedWords(date, remindedOn(last, days, at)));
    return cited({ ...decision, reminder: { kind: 'agreed', reminder: planned(reminder, days) } }, date);
  }

  /** Table and row behind a decision. */
  function cited(decision: TurnDecision, date: AdmissionDate): TurnDecision {
    const citations =
      published === null ? [] : [citeRow(published.table, published.digest, date.source, dateRowInWords(date))];
    return { ...decision, topic: null, citations };
  }

  function choose(dates: readonly AdmissionDate[]): TurnDecision {
    const shown = dates.slice(0, MOST_CHOICES);
    const lines = shown.map((date, index) => choiceLine(date, index + 1));
    const buttons = shown.map(({ id }, index) => ({
      title: CHOICE_TITLE(index + 1),
      payload: `${CHOOSE_DATE}${id}`,
    }));
    return { ...chat('reminder:asks-which', [REMINDER_WORDS.askWhich, ...lines].join('\n'), buttons), topic: null };
  }

  return {
    tapped(payload, at) {
      const button = readReminderButton(payload);
      if (button === null) return null;
      if (button.kind === 'no') return { ...chat('reminder:declined', REMINDER_WORDS.declined), topic: null };
      const day = dayInVietnam(at);
      const date = published === null ? null : dateOf(datesInForce(published.table, day), button.dateId, day);
      if (date === null) return unknown();
      if (date.last < day) return cited(chat('reminder:over', overWords(date)), date);
      // Consent is for the date that was stated; another one is stated first.
      const isMeant = button.kind === 'yes' && button.last === date.last;
      return isMeant && remindedOn(date.last, days, at).length > 0 ? agree(date, at) : offer(date, at);
    },
    said({ text, at }) {
      if (withdrawsReminders(text)) {
        const decision = chat('reminder:withdrawn', REMINDER_WORDS.withdrawn);
        return { ...decision, topic: null, reminder: { kind: 'withdrawn' } };
      }
      const request = readReminderRequest(text);
      if (request === null) return null;
      const day = dayInVietnam(at);
      const found = published === null ? null : findDate(published.table, request, day);
      switch (found?.kind) {
        case 'date':
          return offer(found.date, at);
        case 'several':
          return choose(found.dates);
        case 'over':
          return cited(chat('reminder:over', overWords(found.date)), found.date);
        case 'needs-level': {
          const choices = LEVEL_CHOICES.filter(({ level }) => found.levels.includes(level));
          const buttons = choices.map(({ title, words }) => sayFor(title, words));
          return { ...chat('reminder:asks-level', REMINDER_WORDS.askLevel, buttons), topic: null };
        }
        default:
          return unknown();
      }
    },
  };
}

/** No table in force holds such a date: said plainly, and staff are offered. */
function unknown(): TurnDecision {
  return {
    ...SILENT,
    outcome: 'abstained',
    topic: null,
    priority: null,
    decidedBy: 'reminder:no-date',
    reply: REMINDER_WORDS.none,
    quickReplies: [ASK_STAFF],
    ticket: null,
    owner: 'bot',
  };
}

/** The days on which somebody who agrees now is reminded. */
function remindedOn(last: Day, days: readonly number[], at: number): readonly Day[] {
  return daysToCome(last, days, at).map((each) => dayInVietnam(reminderMoment(last, each)));
}
