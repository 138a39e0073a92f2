import { createAlarms } from '../../adapters/alarms/create-alarms.ts';
import { openAlarmWays } from '../../adapters/alarms/open-ways.ts';
import { createSmtpWay } from '../../adapters/alarms/smtp-way.ts';
import { createWebhookWay } from '../../adapters/alarms/webhook-way.ts';
import { readConfig } from '../../adapters/config.ts';
import { FRESH_TICKET, type Ticket } from '../../bot/conversation.ts';
import type { Alarm, AlarmOutcome } from '../../bot/ports/alarms.ts';
import { crisisAlarm } from '../../bot/raised-alarms.ts';

export const NOW = 1_795_392_000_000;
/** What a citizen wrote, and who they are, in a ticket of a child in danger. */
export const CITIZEN = { words: 'con em bị đánh ở trường', id: '7000000000000042' } as const;

export function dangerTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    ...FRESH_TICKET,
    id: '3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
    number: 12,
    conversationId: `messenger:1:${CITIZEN.id}`,
    channel: 'messenger',
    epoch: 1,
    topic: 'child_safety',
    priority: 'urgent',
    state: 'new',
    question: CITIZEN.words,
    assignee: null,
    openedAt: NOW,
    updatedAt: NOW,
    closedAt: null,
    closingNote: null,
    outcome: null,
    tags: [],
    dueAt: NOW + 5 * 60_000,
    repliedAt: null,
    alarmedAt: null,
    queuedAt: NOW,
    ...fields,
  };
}

/** The alarm of a ticket that is a crisis. */
export function danger(fields: Partial<Ticket> = {}): Alarm {
  const alarm = crisisAlarm(dangerTicket(fields), NOW);
  if (alarm === null) throw new Error('The ticket is no crisis.');
  return alarm;
}

/** Alarms as settings make them, on a clock of the test's own, with pauses that take no time but are kept. */
export function alarmsWith(
  environment: Readonly<Record<string, string>>,
  options: {
    /** Called in place of each pause. */
    readonly onPause?: (ms: number) => Promise<unknown> | unknown;
    /** How long a server may take to answer (ms). */
    readonly limitMs?: number;
  } = {},
) {
  const { alarms: config } = readConfig(environment);
  const clock = { now: NOW };
  const pauses: number[] = [];
  const outcomes: AlarmOutcome[] = [];
  const { email, webhook } = config;
  const { limitMs } = options;
  const ways =
    limitMs === undefined
      ? openAlarmWays(config, fetch)
      : [
          ...(email === null ? [] : [createSmtpWay(email, limitMs)]),
          ...(webhook === null ? [] : [createWebhookWay(webhook, fetch, limitMs)]),
        ];
  const alarms = createAlarms({
    ways,
    publicUrl: environment['PUBLIC_URL'] ?? null,
    now: () => clock.now,
    random: () => 0,
    async wait(ms) {
      pauses.push(ms);
      await options.onPause?.(ms);
    },
    onOutcome: (_alarm, outcome) => void outcomes.push(outcome),
  });
  return { ...alarms, clock, pauses, outcomes };
}
