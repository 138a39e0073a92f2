import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountAlarm, zaloTokenAlarm } from '../../adapters/alarms/channel-alarms.ts';
import { killSwitchAlarm, mailGivenUpAlarm } from '../../bot/raised-alarms.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { alarmsWith, danger, NOW } from '../builders/raised.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.stop());

const webhook = () => ({ ALARM_WEBHOOK_URL: receiver.url });

describe('an alarm that is raised again', () => {
  it('is not told again within its quiet time, and is after it', async () => {
    const alarms = alarmsWith(webhook());
    await alarms.raise(danger());
    alarms.clock.now += 9 * MINUTE;
    expect(await alarms.raise(danger())).toEqual({ delivered: [], suppressed: [{ way: 'webhook' }], failed: [] });
    alarms.clock.now += MINUTE;
    expect((await alarms.raise(danger())).delivered).toHaveLength(1);
    expect(receiver.received).toHaveLength(2);
  });

  it('never silences another ticket', async () => {
    const alarms = alarmsWith(webhook());
    for (const id of ['a', 'b', 'c']) await alarms.raise(danger({ id }));
    expect(receiver.received).toHaveLength(3);
  });

  it('is told when nobody was reached the first time', async () => {
    receiver.answers.push(400);
    const alarms = alarmsWith(webhook());
    expect((await alarms.raise(danger())).delivered).toEqual([]);
    expect((await alarms.raise(danger())).delivered).toHaveLength(1);
  });

  it('is told only to those whom it did not reach', async () => {
    const mail: MailServer = await startMailServer();
    receiver.answers.push(400);
    const alarms = alarmsWith({
      ...webhook(),
      ALARM_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
      ALARM_EMAIL_TO: 'truc@badinh.example.vn',
    });
    const first = await alarms.raise(danger());
    const second = await alarms.raise(danger());
    await mail.stop();
    expect(first).toMatchObject({ delivered: [{ way: 'email' }], failed: [{ to: { way: 'webhook' } }] });
    expect(second).toMatchObject({ delivered: [{ way: 'webhook' }], suppressed: [{ way: 'email' }], failed: [] });
    expect(mail.received).toHaveLength(1);
  });

  it('shares the outcome of the one that is under way', async () => {
    const alarms = alarmsWith(webhook());
    const [first, second] = await Promise.all([alarms.raise(danger()), alarms.raise(danger())]);
    expect(second).toEqual(first);
    expect(receiver.received).toHaveLength(1);
  });

  it('is quiet for as long as its kind asks', async () => {
    const alarms = alarmsWith(webhook());
    const raised = [
      [mailGivenUpAlarm('zalo', 1, NOW), 1],
      [accountAlarm('messenger', 'MESSENGER_TOKEN_INVALID', NOW), 6],
      [accountAlarm('messenger', 'MESSENGER_APP_NOT_APPROVED', NOW), 24],
      [zaloTokenAlarm(0, NOW), 6],
      [zaloTokenAlarm(3, NOW), 24],
    ] as const;
    for (const [alarm, hours] of raised) {
      alarms.clock.now = NOW;
      await alarms.raise(alarm);
      alarms.clock.now += hours * HOUR - 1;
      expect((await alarms.raise(alarm)).suppressed, alarm.key).toHaveLength(1);
      alarms.clock.now += 1;
      expect((await alarms.raise(alarm)).delivered, alarm.key).toHaveLength(1);
    }
  });

  it('tells of each use of a switch, and of each day that a token has left', async () => {
    const alarms = alarmsWith(webhook());
    await alarms.raise(killSwitchAlarm('channel.zalo', true, NOW));
    await alarms.raise(killSwitchAlarm('channel.zalo', false, NOW + 1));
    await alarms.raise(zaloTokenAlarm(3, NOW));
    await alarms.raise(zaloTokenAlarm(2, NOW));
    expect(receiver.received).toHaveLength(4);
  });
});

describe('what a platform announces', () => {
  it('is told each time: blocked, free, and blocked again a minute later', async () => {
    const alarms = alarmsWith(webhook());
    const announced = ['BLOCK', 'UNBLOCK', 'BLOCK'].map((what, minutes) =>
      accountAlarm('messenger', `MESSENGER_POLICY_${what}`, NOW + minutes * MINUTE),
    );
    for (const alarm of announced) expect((await alarms.raise(alarm)).delivered).toHaveLength(1);
  });
});

describe('a stop', () => {
  it('ends an alarm that cannot get through, which then counts as one to raise again', async () => {
    receiver.answers.push(503, 503, 503);
    const alarms = alarmsWith(webhook(), { onPause: () => wait(1_500) });
    const raised = alarms.raise(danger());
    await alarms.stop();
    expect((await raised).failed).toEqual([
      { to: { way: 'webhook' }, reason: 'stopped', status: null, retryable: true },
    ]);
  });

  it('lets an alarm get through that is under way', async () => {
    const alarms = alarmsWith(webhook());
    const raised = alarms.raise(danger());
    await alarms.stop();
    expect((await raised).delivered).toHaveLength(1);
  });
});
