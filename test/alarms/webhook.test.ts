import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmsWith, CITIZEN, danger, NOW } from '../builders/raised.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';
import { type PlatformServer, startPlatformServer } from '../simulators/platform-server.ts';

const SECRET = 'khoa-ky-cua-canh-bao';
let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
const doors: PlatformServer[] = [];
afterEach(async () => {
  await receiver.stop();
  for (const door of doors.splice(0)) await door.stop();
});

/** A gateway that answers as told. */
async function startDoor(answer: (response: ServerResponse) => void): Promise<string> {
  const door = await startPlatformServer(async (_request, response) => answer(response));
  doors.push(door);
  return door.url;
}

const settings = (more: Readonly<Record<string, string>> = {}) => ({
  ALARM_WEBHOOK_URL: receiver.url,
  ALARM_WEBHOOK_SECRET: SECRET,
  ...more,
});

describe('an alarm by webhook', () => {
  it('is signed over its raw bytes', async () => {
    await alarmsWith(settings()).raise(danger());
    const [posted] = receiver.received;
    const mac = createHmac('sha256', SECRET)
      .update(posted?.bytes ?? '')
      .digest('hex');
    expect(posted?.headers['x-assistant-signature']).toBe(`sha256=${mac}`);
  });

  it('holds the facts, the words and the link, and nothing of the citizen', async () => {
    await alarmsWith(settings({ PUBLIC_URL: 'https://hoidap.example.vn' })).raise(danger());
    const body = receiver.received[0]?.bytes.toString('utf8') ?? '';
    expect(JSON.parse(body)).toEqual({
      kind: 'crisis-ticket',
      severity: 'urgent',
      key: 'crisis-ticket:3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
      at: new Date(NOW).toISOString(),
      ticketId: '3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
      ticketNumber: 12,
      topic: 'child_safety',
      priority: 'urgent',
      channel: 'messenger',
      subject: '[KHẨN CẤP] Phiếu 12: có thể có trẻ em đang gặp nguy hiểm',
      text: expect.stringContaining('Việc cần làm: Mở phiếu ngay'),
      link: 'https://hoidap.example.vn/staff/tickets/3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
    });
    for (const secret of Object.values(CITIZEN)) expect(body).not.toContain(secret);
  });

  it('goes without a signature where no secret is set', async () => {
    await alarmsWith({ ALARM_WEBHOOK_URL: receiver.url }).raise(danger());
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-assistant-signature');
  });

  it('is tried again when the gateway is down or busy', async () => {
    receiver.answers.push(500, 429);
    const alarms = alarmsWith(settings());
    const { delivered } = await alarms.raise(danger());
    expect(delivered).toEqual([{ way: 'webhook' }]);
    expect(alarms.pauses).toEqual([2_000, 6_000]);
  });

  it.each([
    [400, 'refused'],
    [401, 'refused'],
    [302, 'redirected'],
  ] as const)('is not tried again when the gateway answers %i', async (status, reason) => {
    receiver.answers.push(status);
    const { failed } = await alarmsWith(settings()).raise(danger());
    expect(failed).toEqual([{ to: { way: 'webhook' }, reason, status, retryable: false }]);
    expect(receiver.received).toHaveLength(1);
  });

  it('does not follow a redirect to somewhere else', async () => {
    const url = await startDoor((response) => response.writeHead(307, { location: receiver.url }).end());
    await alarmsWith(settings({ ALARM_WEBHOOK_URL: url })).raise(danger());
    expect(receiver.received).toEqual([]);
  });

  it('waits as long as the gateway asks, but no longer than two minutes', async () => {
    const waits = ['30', '86400'];
    const url = await startDoor((response) => {
      const wait = waits.shift();
      response.writeHead(wait === undefined ? 200 : 503, wait === undefined ? {} : { 'retry-after': wait }).end();
    });
    const alarms = alarmsWith(settings({ ALARM_WEBHOOK_URL: url }));
    await alarms.raise(danger());
    expect(alarms.pauses).toEqual([30_000, 120_000]);
  });

  it('does not wait for a gateway that never answers', async () => {
    const url = await startDoor(() => undefined);
    const { failed } = await alarmsWith(settings({ ALARM_WEBHOOK_URL: url }), { limitMs: 50 }).raise(danger());
    expect(failed).toEqual([{ to: { way: 'webhook' }, reason: 'timeout', status: null, retryable: true }]);
  });
});
