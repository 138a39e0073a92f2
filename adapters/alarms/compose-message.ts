import type { Alarm, RepliesOwedAlarm } from '../../bot/ports/alarms.ts';
import { INBOX, TIMES } from '../console/inbox/vietnamese.ts';
import { INCIDENT_KIND_WORDS } from '../console/incidents/vietnamese.ts';
import { VIETNAMESE } from '../console/languages/words.ts';
import { streamInWords } from '../console/radar/stream-words.ts';
import { STATEMENT_KIND_WORDS } from '../console/statements/vietnamese.ts';
import { momentInWords } from '../console/time-words.ts';
import { CHANNELS, NO_TOPIC, PRIORITIES, TICKETS, TOPICS } from '../console/vietnamese.ts';
import {
  ACCOUNT_ALARMS,
  ALARMS,
  type AlarmWords,
  LETTER,
  OTHER_ACCOUNT_ALARM,
  SEVERITIES,
  SWITCH_STATES,
  SWITCHES,
} from './vietnamese.ts';

/** An alarm as people read it. */
export interface AlarmMessage {
  readonly alarm: Alarm;
  readonly subject: string;
  /** What happened, what to do next, and where; plain text. */
  readonly text: string;
  /** The page of the console that shows the matter; `null` without a public address. */
  readonly link: string | null;
}

/**
 * Puts an alarm into Vietnamese words. Only its facts go in, so that nothing a citizen wrote can.
 * @param publicUrl without a trailing slash; `null` when the console has no address of its own
 */
export function composeMessage(alarm: Alarm, publicUrl: string | null): AlarmMessage {
  const words = wordsOf(alarm);
  const facts = factsOf(alarm);
  const link = linkOf(alarm, publicUrl);
  return {
    alarm,
    subject: `[${SEVERITIES[alarm.severity]}] ${fill(words.subject, facts)}`,
    text: [
      fill(words.happened, facts),
      `${LETTER.next}: ${fill(words.next, facts)}`,
      whereOf(alarm, link),
      `${LETTER.at}: ${momentInWords(alarm.at, TIMES)}.`,
      LETTER.privacy,
    ].join('\n\n'),
    link,
  };
}

function wordsOf(alarm: Alarm): AlarmWords {
  if (alarm.kind === 'account-limited') return ACCOUNT_ALARMS[alarm.code] ?? OTHER_ACCOUNT_ALARM;
  if (alarm.kind === 'traffic-surge' && alarm.good) return ALARMS['traffic-surge-good'];
  return alarm.kind === 'zalo-token-ending' && alarm.daysLeft === 0 ? ALARMS['zalo-token-ended'] : ALARMS[alarm.kind];
}

function factsOf(alarm: Alarm): Readonly<Record<string, string>> {
  switch (alarm.kind) {
    case 'replies-due-soon':
    case 'replies-missed':
      return { count: String(alarm.tickets.length), tickets: alarm.tickets.map(ticketInWords).join('\n') };
    case 'nobody-online':
    case 'crisis-ticket':
      return {
        number: String(alarm.ticketNumber),
        topic: alarm.topic === null ? NO_TOPIC : TOPICS[alarm.topic],
        priority: PRIORITIES[alarm.priority],
        channel: CHANNELS[alarm.channel],
      };
    case 'mail-given-up':
      return { channel: CHANNELS[alarm.channel], messages: String(alarm.messages) };
    case 'account-limited':
      return { channel: CHANNELS[alarm.channel], code: alarm.code };
    case 'zalo-token-ending':
      return { days: String(alarm.daysLeft) };
    case 'traffic-surge':
      return {
        stream: streamInWords(alarm.stream, VIETNAMESE),
        people: String(alarm.people),
        expected: String(alarm.expected),
        minutes: String(alarm.minutes),
      };
    case 'school-incident':
      return { incident: INCIDENT_KIND_WORDS[alarm.incident], priority: PRIORITIES[alarm.priority] };
    case 'statement-waits':
      return { statement: STATEMENT_KIND_WORDS[alarm.statement].name.toLowerCase() };
    case 'kill-switch':
      return {
        name: SWITCHES[alarm.name] ?? alarm.name,
        state: alarm.thrown ? SWITCH_STATES.thrown : SWITCH_STATES.released,
      };
    case 'codes-guessed':
      return { wrong: String(alarm.wrong) };
    case 'test':
      return {};
  }
}

function linkOf(alarm: Alarm, publicUrl: string | null): string | null {
  if (publicUrl === null) return null;
  if (alarm.kind === 'traffic-surge') return `${publicUrl}/staff/radar`;
  if (alarm.kind === 'school-incident') return `${publicUrl}/staff/incidents/${alarm.incidentId}`;
  if (alarm.kind === 'statement-waits') return `${publicUrl}/staff/statements/${alarm.statementId}`;
  const ticketId = ticketOf(alarm);
  return `${publicUrl}/staff/tickets${ticketId === null ? '' : `/${ticketId}`}`;
}

function whereOf(alarm: Alarm, link: string | null): string {
  if (link === null) return LETTER.noLink;
  if (alarm.kind === 'school-incident') return `${LETTER.incident}: ${link}`;
  if (alarm.kind === 'statement-waits') return `${LETTER.statement}: ${link}`;
  return `${ticketOf(alarm) === null ? LETTER.tickets : LETTER.ticket}: ${link}`;
}

/** The one ticket that an alarm is about. */
function ticketOf(alarm: Alarm): string | null {
  if ('ticketId' in alarm) return alarm.ticketId;
  const [first, second] = 'tickets' in alarm ? alarm.tickets : [];
  return second === undefined ? (first?.id ?? null) : null;
}

function ticketInWords({ number, assignee }: RepliesOwedAlarm['tickets'][number]): string {
  return `• ${TICKETS.number(number)}: ${assignee === null ? TICKETS.nobody : INBOX.assignee(assignee)}`;
}

function fill(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
}
