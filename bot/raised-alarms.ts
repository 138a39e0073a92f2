import type { Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import type { Incident } from './incidents/incident.ts';
import type {
  CodesGuessedAlarm,
  CrisisTicketAlarm,
  KillSwitchAlarm,
  MailGivenUpAlarm,
  NobodyOnlineAlarm,
  RepliesOwedAlarm,
  SchoolIncidentAlarm,
  StatementWaitsAlarm,
  TestAlarm,
  TrafficSurgeAlarm,
} from './ports/alarms.ts';
import type { ChannelId } from './ports/channel.ts';
import type { Surge } from './radar/detect-surges.ts';
import { THANKS } from './radar/streams.ts';
import type { Statement } from './statements/statement.ts';
import { isForPeople, owedAt } from './ticket-facts.ts';

/**
 * The alarm of a ticket; `null` for one that can wait for working hours. The same ticket always has the same key,
 * however often it is raised. `at` is when the danger was seen (ms since epoch).
 */
export function crisisAlarm(ticket: Ticket, at: number): CrisisTicketAlarm | null {
  const { id, number, topic, priority, channel } = ticket;
  if (!isDanger(ticket)) return null;
  return {
    kind: 'crisis-ticket',
    severity: 'urgent',
    key: `crisis-ticket:${id}`,
    at,
    ticketId: id,
    ticketNumber: number,
    topic,
    priority,
    channel,
  };
}

/** Mail of one channel that was given up: one matter a channel, because one fault hits many messages. */
export function mailGivenUpAlarm(channel: ChannelId, messages: number, at: number): MailGivenUpAlarm {
  return { kind: 'mail-given-up', severity: 'urgent', key: `mail-given-up:${channel}`, at, channel, messages };
}

/** Every use of a switch is a matter of its own. */
export function killSwitchAlarm(name: string, thrown: boolean, at: number): KillSwitchAlarm {
  return {
    kind: 'kill-switch',
    severity: thrown ? 'urgent' : 'warning',
    key: `kill-switch:${name}:${thrown ? 'off' : 'on'}:${at}`,
    at,
    name,
    thrown,
  };
}

/**
 * Replies that are due soon or were missed, all of one look in one alarm. A missed one wakes somebody at night only
 * where people alone decide the matter, or where it ranks high.
 * @param nameOf gives the display name of a log-in name
 */
export function repliesOwedAlarm(
  kind: RepliesOwedAlarm['kind'],
  tickets: readonly Ticket[],
  nameOf: (staffName: string) => string,
  at: number,
): RepliesOwedAlarm {
  const presses = (ticket: Ticket) => isForPeople(ticket) || ticket.priority !== 'normal';
  return {
    kind,
    severity: kind === 'replies-missed' && tickets.some(presses) ? 'urgent' : 'warning',
    key: `${kind}:${tickets.map((ticket) => `${ticket.number}@${owedAt(ticket)}`).join(',')}`,
    at,
    tickets: tickets.map(({ id, number, assignee }) => {
      return { id, number, assignee: assignee === null ? null : nameOf(assignee) };
    }),
  };
}

/** A matter of high priority that found nobody of staff at work. */
export function nobodyOnlineAlarm(ticket: Ticket, at: number): NobodyOnlineAlarm {
  const { id: ticketId, number: ticketNumber, topic, priority, channel } = ticket;
  const key = `nobody-online:${ticketId}`;
  return { kind: 'nobody-online', severity: 'urgent', key, at, ticketId, ticketNumber, topic, priority, channel };
}

/** Something happened at a school that cannot wait; an urgent one wakes people at night too. */
export function schoolIncidentAlarm({ id, kind, urgency, filedAt }: Incident): SchoolIncidentAlarm {
  return {
    kind: 'school-incident',
    severity: urgency === 'urgent' ? 'urgent' : 'warning',
    key: `school-incident:${id}`,
    at: filedAt,
    incidentId: id,
    incident: kind,
    priority: urgency,
  };
}

/** A statement that waits for release; while a holding one waits, the documents go on answering what is in doubt. */
export function statementWaitsAlarm({ id, kind, written }: Statement): StatementWaitsAlarm {
  return {
    kind: 'statement-waits',
    severity: kind === 'holding' ? 'urgent' : 'warning',
    key: `statement-waits:${id}`,
    at: written.at,
    statementId: id,
    statement: kind,
  };
}

/** Wrong codes of all conversations are one matter. */
export function codesGuessedAlarm(wrong: number, at: number): CodesGuessedAlarm {
  return { kind: 'codes-guessed', severity: 'warning', key: 'codes-guessed', at, wrong };
}

/** An alarm that asks for nothing. */
export function testAlarm(at: number): TestAlarm {
  return { kind: 'test', severity: 'warning', key: `test:${at}`, at };
}

/** Many more people than usual in one stream; a child in danger cannot wait for the office to open. */
export function trafficSurgeAlarm({ stream, people, expected, from, seenAt }: Surge): TrafficSurgeAlarm {
  return {
    kind: 'traffic-surge',
    severity: stream === 'topic:child_safety' ? 'urgent' : 'warning',
    key: `traffic-surge:${stream}:${seenAt}`,
    at: seenAt,
    stream,
    people,
    expected: Math.round(expected),
    minutes: Math.round((seenAt - from) / 60_000),
    good: stream === THANKS,
  };
}
