import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { BotSwitch } from '../bot-switch.ts';
import type { Channel, ChannelId } from '../ports/channel.ts';
import type { LiveEvents } from '../ports/live-events.ts';
import type { TurnRecords } from '../ports/records.ts';
import type { Reminders } from '../ports/reminders.ts';
import { type RepeatedWork, repeatWork } from '../repeated-work.ts';
import { dateOf } from './find-date.ts';
import type { ReminderManner } from './guide-reminders.ts';
import type { DatesRead } from './published-dates.ts';
import { type Reminder, type ReminderList, withReminder } from './reminder.ts';
import { daysDue, endOfReminder, isAwake, isDue, planned } from './reminder-times.ts';
import { goneWords, movedWords, remindingWords } from './reminder-words.ts';

const EVERY_MS = 20_000;

export interface ReminderWorkDependencies extends ReminderManner {
  readonly reminders: Reminders;
  readonly records: Pick<TurnRecords, 'conversation'>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly botSwitch: Pick<BotSwitch, 'state'>;
  /** See `published-dates.ts`. */
  readonly dates: () => Promise<DatesRead>;
  readonly live: LiveEvents;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  /** Tells the sender that words wait. */
  readonly wakeSender: () => void;
}

/** What a reminder has to say now, and what it is afterwards; `null` takes it out. */
interface Saying {
  readonly text: string;
  readonly after: Reminder | null;
}

/**
 * Looks after reminders, in one process at a time: sends those that are due as soon as the citizen can be written to,
 * sets open ones right when a newly published table moves their date and says so once, and forgets those whose date is
 * over. A person who speaks with the citizen is not interrupted, and nobody is written to at night.
 */
export function startReminderWork(dependencies: ReminderWorkDependencies): RepeatedWork {
  const { reminders, records, channels, botSwitch, days, calendarLink, live, now, onFault, wakeSender } = dependencies;
  /** The publication by which all reminders were set right; none is after a start, when the days before may be others. */
  let setRightBy: string | null = null;

  async function look(): Promise<void> {
    const dates = await dependencies.dates();
    if (dates.publication !== setRightBy && (await setRight(dates)) && dates.whole) setRightBy = dates.publication;
    const due = await reminders.due(now());
    const { off } = due.length === 0 ? { off: true } : await botSwitch.state();
    for (const list of due) await attend(list, dates, off).catch(onFault);
  }

  /** `false`: a citizen was faster somewhere, and it must be done again. */
  async function setRight(dates: DatesRead): Promise<boolean> {
    let whole = true;
    for (const list of await reminders.due(Number.MAX_SAFE_INTEGER)) {
      const changed = list.reminders.map((reminder) => planned(moved(reminder, dates), days));
      if (JSON.stringify(changed) === JSON.stringify(list.reminders)) continue;
      whole = (await reminders.save({ ...list, version: list.version + 1, reminders: changed })) && whole;
    }
    return whole;
  }

  /** The reminder with the days of the table that holds now; as it was where none has them. */
  function moved(reminder: Reminder, dates: DatesRead): Reminder {
    const today = dayInVietnam(now());
    const rows = dates.on(today);
    const kept = rows.find(({ id, last }) => id === reminder.dateId && last === reminder.last);
    const date = kept ?? dateOf(rows, reminder.dateId, today);
    if (date === null) return reminder;
    const { first, last, source } = date;
    const told = reminder.movedFrom ?? reminder.last;
    return {
      ...reminder,
      ...{ first, last, document: source.document, article: source.article },
      movedFrom: last === told ? null : told,
      remindedDays: last === reminder.last ? reminder.remindedDays : daysDue(last, days, now()),
    };
  }

  async function attend(list: ReminderList, dates: DatesRead, off: boolean): Promise<void> {
    const at = now();
    let current = list;
    for (const reminder of list.reminders) {
      if (at < endOfReminder(reminder)) continue;
      current = withReminder(current, reminder.dateId, null);
    }
    if (current !== list) current = { ...current, version: list.version + 1 };
    if (current !== list && !(await reminders.save(current))) return;
    if (!off) await sayDue(current, dates, at);
  }

  async function sayDue(list: ReminderList, dates: DatesRead, at: number): Promise<void> {
    const conversation = list.reminders.length === 0 ? null : await records.conversation(list.conversationId);
    if (conversation === null || conversation.owner !== 'bot') return;
    const { id, channel, lastInboundAt } = conversation;
    if (!isAwake(at, lastInboundAt) || channels.get(channel)?.window('bot', lastInboundAt, at).open !== true) return;
    let current = list;
    for (const reminder of list.reminders) {
      const saying = sayingOf(reminder, dates, at);
      if (saying === null) continue;
      const after = saying.after === null ? null : planned(saying.after, days);
      const next = withReminder(current, reminder.dateId, after);
      const key = `${next.version}:${reminder.consentedAt}`;
      if (!(await reminders.tell({ list: next, key, text: saying.text, at }))) return;
      current = next;
      live.publish({ kind: 'transcript', conversationId: id });
      wakeSender();
    }
  }

  function sayingOf(reminder: Reminder, dates: DatesRead, at: number): Saying | null {
    const link = calendarLink(reminder.dateId);
    const today = dayInVietnam(at);
    if (reminder.movedFrom !== null) {
      return { text: movedWords(reminder, link), after: { ...reminder, movedFrom: null } };
    }
    if (!isDue(reminder, days, at)) return null;
    // What nobody can read is not gone: it is said once it can be.
    if (!dates.knows(reminder.schoolYear)) return null;
    const isKept = dates.on(today).some(({ id, last }) => id === reminder.dateId && last === reminder.last);
    if (!isKept) return { text: goneWords(reminder), after: null };
    const after = { ...reminder, remindedDays: daysDue(reminder.last, days, at) };
    return { text: remindingWords(reminder, today, link), after };
  }

  return repeatWork(look, EVERY_MS, onFault);
}
