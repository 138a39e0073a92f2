import type { AlarmConfig } from './alarm-settings.ts';
import type { AlarmWay } from './alarm-way.ts';
import { createSmtpWay } from './smtp-way.ts';
import { createWebhookWay } from './webhook-way.ts';

/** The ways that the settings turn on; none: alarms are only logged. Connects to nothing yet. */
export function openAlarmWays({ email, webhook }: AlarmConfig, request: typeof fetch): readonly AlarmWay[] {
  return [
    ...(email === null ? [] : [createSmtpWay(email)]),
    ...(webhook === null ? [] : [createWebhookWay(webhook, request)]),
  ];
}
