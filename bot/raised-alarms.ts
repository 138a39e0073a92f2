import type { Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import type { CrisisTicketAlarm, KillSwitchAlarm, MailGivenUpAlarm, TestAlarm } from './ports/alarms.ts';
import type { ChannelId } from './ports/channel.ts';

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

/** An alarm that asks for nothing. */
export function testAlarm(at: number): TestAlarm {
  return { kind: 'test', severity: 'warning', key: `test:${at}`, at };
}
