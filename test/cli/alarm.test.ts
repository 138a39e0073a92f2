import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDoctorCommand } from '../../adapters/cli/doctor/doctor.ts';
import { readConfig } from '../../adapters/config.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { startProgram } from '../builders/program.ts';
import { NOW } from '../builders/raised.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';

const DUTY = 'truc@badinh.example.vn';
const GONE = 'nghi-huu@badinh.example.vn';
const LOGIN = { user: 'canh-bao', pass: 'mat-khau' };

let mail: MailServer;
let receiver: WebhookReceiver;
beforeEach(async () => {
  mail = await startMailServer({ login: LOGIN, refuse: (address) => (address === GONE ? 550 : null) });
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  await mail.stop();
  await receiver.stop();
});

const email = (to: string, pass = LOGIN.pass) => ({
  ALARM_SMTP_URL: `smtp://${LOGIN.user}:${pass}@127.0.0.1:${mail.port}`,
  ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
  ALARM_EMAIL_TO: to,
});

describe('alarm test', () => {
  const run = (environment: Record<string, string>) => startProgram(['admin', 'alarm', 'test'], environment).ended;

  it('tells everybody set, and prints what became of each', async () => {
    const { code, out } = await run({ ...email(`${DUTY},${GONE}`), ALARM_WEBHOOK_URL: receiver.url });
    expect(out.trim().split('\n')).toEqual([
      `✔ Thư tới ${DUTY}: máy chủ thư đã nhận; xem hộp thư, cả mục thư rác`,
      expect.stringMatching(new RegExp(`^✘ Thư tới ${GONE}: máy chủ từ chối.*\\(mã 550\\)$`)),
      '✔ Webhook: đã nhận',
    ]);
    expect(code).toBe(0);
    expect(mail.received.map(({ subject }) => subject)).toEqual(['[Cảnh báo] Thử cảnh báo']);
    expect(receiver.received).toHaveLength(1);
  });

  it('fails when nobody was reached, and prints no password', async () => {
    receiver.answers.push(500);
    const { code, out, error } = await run({ ...email(DUTY, 'sai-mat-khau'), ALARM_WEBHOOK_URL: receiver.url });
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      expect.stringMatching(/^✘ Thư tới .*tên hoặc mật khẩu.*\(mã 535\)$/),
      expect.stringMatching(/^✘ Webhook: .*\(mã 500\)$/),
    ]);
    expect(`${out}${error}`).not.toContain('sai-mat-khau');
  });

  it('says which settings are missing, and fails', async () => {
    const { code, out } = await run({});
    expect([code, out]).toEqual([1, expect.stringContaining('ALARM_SMTP_URL và ALARM_EMAIL_TO')]);
  });
});

describe('doctor on alarms', () => {
  /** Lines of the part of the report that looks at alarms. */
  async function doctor(environment: Record<string, string>) {
    const lines: string[] = [];
    let failed = false;
    const admin = new Command();
    addDoctorCommand(admin, {
      config: () => readConfig(environment),
      print: (text) => void lines.push(text.trim()),
      fetch,
      now: () => NOW,
      fail: () => {
        failed = true;
      },
    });
    await admin.parseAsync(['doctor'], { from: 'user' });
    return { lines: lines.slice(lines.indexOf('Cảnh báo người trực') + 1), failed };
  }

  it('names the settings when alarms are off, without failing', async () => {
    const { lines, failed } = await doctor({});
    expect(lines).toEqual([expect.stringMatching(/^– .*ALARM_SMTP_URL và ALARM_EMAIL_TO, hoặc ALARM_WEBHOOK_URL$/)]);
    expect(failed).toBe(false);
  });

  it('logs in to the mail server and knocks at the webhook, and tells nobody', async () => {
    const { lines, failed } = await doctor({ ...email(DUTY), ALARM_WEBHOOK_URL: receiver.url });
    expect(lines).toEqual([
      '✔ Máy chủ thư nhận tên và mật khẩu',
      '✔ Webhook trả lời',
      expect.stringContaining('ALARM_WEBHOOK_SECRET'),
      expect.stringContaining('PUBLIC_URL'),
      expect.stringContaining('npm run admin -- alarm test'),
    ]);
    expect([failed, mail.received, receiver.received.map(({ bytes }) => bytes.length)]).toEqual([false, [], [0]]);
  });

  it('takes a webhook that only knows POST for one that works', async () => {
    receiver.answers.push(405);
    expect((await doctor({ ALARM_WEBHOOK_URL: receiver.url })).failed).toBe(false);
  });

  it.each<[string, () => Record<string, string>, RegExp]>([
    ['a wrong password', () => email(DUTY, 'sai'), /^✘ Máy chủ thư .*kiểm tra ALARM_SMTP_URL \(mã 535\)$/],
    [
      'a mail server that is not there',
      () => ({ ...email(DUTY), ALARM_SMTP_URL: 'smtp://127.0.0.1:1' }),
      /^✘ Máy chủ thư .*không kết nối được/,
    ],
    ['a webhook that is not there', () => ({ ALARM_WEBHOOK_URL: 'http://127.0.0.1:1/' }), /^✘ Webhook .*không kết nối/],
  ])('finds %s, says what to do, and fails', async (_what, environment, advice) => {
    const { lines, failed } = await doctor(environment());
    expect(lines[0]).toMatch(advice);
    expect(failed).toBe(true);
  });
});
