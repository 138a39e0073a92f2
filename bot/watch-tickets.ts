import type { BotSwitch } from './bot-switch.ts';
import type { Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import { apologyWords, quietWords, unattendedWords } from './lapse-words.ts';
import { isQuiet, isUnattended, mayApologise } from './lapses.ts';
import type { OfficeCalendar } from './office-hours/calendar.ts';
import type { OfficeTime } from './office-hours/kept-calendar.ts';
import { closingAfterDays, isOpen, workingTimeBetween } from './office-hours/working-time.ts';
import type { Alarms, RepliesOwedAlarm } from './ports/alarms.ts';
import type { Channel, ChannelId } from './ports/channel.ts';
import type { Inbox } from './ports/inbox.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { Lapse, TurnRecords } from './ports/records.ts';
import { repliesOwedAlarm } from './raised-alarms.ts';
import { type RepeatedWork, repeatWork } from './repeated-work.ts';
import { isForPeople, owedAt } from './ticket-facts.ts';

const EVERY_MS = 15_000;
/** Open tickets that one look takes up, the pressing ones first. */
const MOST_TICKETS = 5_000;

/** How long things may take before something is done about them. */
export interface TicketPatience {
  /** Staff are reminded of a reply that is due within this working time (ms); 0 = never. */
  readonly remindBeforeMs: number;
  /** A matter that nobody took goes back to the bot after these working days; 0 = never. */
  readonly unattendedDays: number;
  /** Words of staff that the citizen leaves unanswered for so long end the matter (ms); 0 = never. */
  readonly quietMs: number;
}

export interface TicketWatchDependencies {
  readonly records: Pick<TurnRecords, 'tickets' | 'conversation' | 'lapse'>;
  readonly botSwitch: Pick<BotSwitch, 'state'>;
  readonly inbox: Pick<Inbox, 'waiting'>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly alarms: Alarms;
  readonly office: OfficeTime;
  readonly patience: TicketPatience;
  /** Display name of a log-in name. */
  readonly nameOf: (staffName: string) => Promise<string>;
  /** Finds somebody for each new ticket. */
  readonly route: (open: readonly Ticket[]) => Promise<void>;
  readonly live: LiveEvents;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  /** Tells the sender that words wait. */
  readonly wakeSender: () => void;
}

/**
 * Looks after open tickets, in one process at a time: has new ones routed, reminds of replies that are due soon,
 * escalates missed ones and tells the citizen so, gives citizens whom nobody took or who stayed silent back to the bot.
 * What was done stands in the ticket, together with the words for the citizen, so that neither a crash nor another
 * process does it twice. An alarm is noted when somebody was told or nobody is set; a crash between the two tells twice.
 */
export function startTicketWatch(dependencies: TicketWatchDependencies): RepeatedWork {
  const { records, alarms, office, patience, live, now, onFault, wakeSender } = dependencies;
  const telling = new Map<RepliesOwedAlarm['kind'], Promise<void>>();

  async function look(): Promise<void> {
    const open = await records.tickets('open', '', MOST_TICKETS);
    if (open.length === 0) return;
    const calendar = await office.calendar();
    const at = now();
    await dependencies.route(open).catch(onFault);
    for (const ticket of open) await passTime(ticket, at, calendar).catch(onFault);
    const owing = open.filter((ticket) => owedAt(ticket) !== null);
    const missed = owing.filter((ticket) => ticket.escalatedAt === null && at >= (owedAt(ticket) ?? at + 1));
    const soon = owing.filter((ticket) => isDueSoon(ticket, at, calendar, patience));
    tell('replies-missed', missed);
    tell('replies-due-soon', soon);
  }

  /** Mails may take minutes, and nothing else waits for them; the next look tells what came up meanwhile. */
  function tell(kind: RepliesOwedAlarm['kind'], tickets: readonly Ticket[]): void {
    if (tickets.length === 0 || telling.has(kind)) return;
    const told = raise(kind, tickets)
      .catch(onFault)
      .finally(() => telling.delete(kind));
    telling.set(kind, told);
  }

  async function raise(kind: RepliesOwedAlarm['kind'], tickets: readonly Ticket[]): Promise<void> {
    const names = [...new Set(tickets.flatMap(({ assignee }) => assignee ?? []))];
    const known = new Map(
      await Promise.all(names.map(async (name) => [name, await dependencies.nameOf(name)] as const)),
    );
    const alarm = repliesOwedAlarm(kind, tickets, (name) => known.get(name) ?? name, now());
    const { delivered, suppressed, failed } = await alarms.raise(alarm);
    if (delivered.length + suppressed.length === 0 && failed.length > 0) return;
    const mark = kind === 'replies-missed' ? 'escalated' : 'reminded';
    for (const ticket of tickets) await lapse(ticket, { kind: mark, at: alarm.at, dueAt: owedAt(ticket) ?? 0 }, null);
  }

  async function passTime(ticket: Ticket, at: number, calendar: OfficeCalendar): Promise<void> {
    const owed = owedAt(ticket);
    const late = owed !== null && at >= owed && ticket.apologisedAt === null;
    const { unattendedDays, quietMs } = patience;
    const untaken = ticket.state === 'new' && ticket.unattendedAt === null && !isForPeople(ticket);
    const left = untaken && unattendedDays > 0 && at >= closingAfterDays(ticket.queuedAt, unattendedDays, calendar);
    const silent = quietMs > 0 && ticket.repliedAt !== null && at - ticket.repliedAt >= quietMs;
    const { proposal } = ticket;
    const leaves = proposal !== null && proposal.sendsAt !== null && at >= proposal.sendsAt;
    if (!late && !left && !silent && !leaves) return;
    const conversation = await records.conversation(ticket.conversationId);
    if (conversation === null) return;
    const { lastInboundAt, lastStaffAt } = conversation;
    const mayWrite = dependencies.channels.get(ticket.channel)?.window('bot', lastInboundAt, at).open === true;
    if (leaves && mayWrite && conversation.owner === 'queue' && !(await dependencies.botSwitch.state()).off) {
      return lapse(ticket, { kind: 'approved', at, askedAt: proposal.askedAt, by: null }, proposal.text);
    }
    if (left && isUnattended(conversation, ticket)) {
      const words = mayWrite ? unattendedWords(ticket, at) : null;
      return lapse(ticket, { kind: 'unattended', at, queuedAt: ticket.queuedAt }, words);
    }
    if (silent && lastStaffAt !== null && at - lastStaffAt >= quietMs && isQuiet(conversation, ticket)) {
      // Mail that waits breaks the silence.
      if ((await dependencies.inbox.waiting(conversation.id)).length > 0) return;
      return lapse(ticket, { kind: 'quiet', at, lastStaffAt }, mayWrite ? quietWords(ticket) : null);
    }
    if (late && mayWrite && mayApologise(conversation, ticket)) {
      return lapse(ticket, { kind: 'apologised', at, dueAt: owed }, apologyWords(ticket, owed, at));
    }
  }

  async function lapse(ticket: Ticket, what: Lapse, words: string | null): Promise<void> {
    const result = await records.lapse(ticket.id, what, words);
    if (!result.ok) return;
    live.publish({ kind: 'tickets', ticketId: ticket.id });
    if (words === null) return;
    live.publish({ kind: 'transcript', conversationId: ticket.conversationId });
    wakeSender();
  }

  const work = repeatWork(look, EVERY_MS, onFault);
  return {
    wake: work.wake,
    async stop() {
      await work.stop();
      await Promise.all(telling.values());
    },
  };
}

/** Nobody is reminded at night, and the duty officer is awake for a child in danger already. */
function isDueSoon(ticket: Ticket, at: number, calendar: OfficeCalendar, { remindBeforeMs }: TicketPatience): boolean {
  const owed = owedAt(ticket);
  if (remindBeforeMs === 0 || owed === null || ticket.remindedAt !== null || at >= owed || isDanger(ticket))
    return false;
  return isOpen(at, calendar) && workingTimeBetween(at, owed, calendar) <= remindBeforeMs;
}
