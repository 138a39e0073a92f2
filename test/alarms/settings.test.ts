import { describe, expect, it } from 'vitest';
import { ConfigInvalid, readConfig } from '../../adapters/config.ts';

const EMAIL = {
  ALARM_SMTP_URL: 'smtp://canh-bao%40a.vn:m%2Fk@mail.a.vn:2525',
  ALARM_EMAIL_TO: 'a@a.vn,b@a.vn, a@a.vn',
};

function problems(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
  return [];
}

describe('settings of alarms', () => {
  it('need nothing', () => {
    expect(readConfig({}).alarms).toEqual({ email: null, webhook: null });
  });

  it('read name, password and port from the address, and the sender from the name', () => {
    const { email } = readConfig(EMAIL).alarms;
    expect(email).toMatchObject({
      server: { host: 'mail.a.vn', port: 2525, secure: false, login: { user: 'canh-bao@a.vn', pass: 'm/k' } },
      from: 'canh-bao@a.vn',
      to: ['a@a.vn', 'b@a.vn'],
    });
    expect(readConfig({ ...EMAIL, ALARM_SMTP_URL: 'smtps://x%40a.vn:k@mail.a.vn' }).alarms.email?.server).toMatchObject(
      {
        port: 465,
        secure: true,
      },
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a server without a recipient', { ALARM_SMTP_URL: EMAIL.ALARM_SMTP_URL }, 'ALARM_EMAIL_TO'],
    ['a recipient without a server', { ALARM_EMAIL_TO: 'a@a.vn' }, 'ALARM_SMTP_URL'],
    ['a sender alone', { ALARM_EMAIL_FROM: 'a@a.vn' }, 'ALARM_SMTP_URL'],
    ['no sender', { ...EMAIL, ALARM_SMTP_URL: 'smtp://relay.a.vn' }, 'ALARM_EMAIL_FROM'],
    ['a secret without an address', { ALARM_WEBHOOK_SECRET: 'khoa-ky-cua-canh-bao' }, 'ALARM_WEBHOOK_URL'],
    ['a webhook without https', { ALARM_WEBHOOK_URL: 'http://sms.a.vn/' }, 'ALARM_WEBHOOK_URL'],
    ['a webhook with a password', { ALARM_WEBHOOK_URL: 'https://a:b@sms.a.vn/' }, 'ALARM_WEBHOOK_URL'],
    ['another protocol', { ...EMAIL, ALARM_SMTP_URL: 'https://mail.a.vn' }, 'ALARM_SMTP_URL'],
    ['a name without a password', { ...EMAIL, ALARM_SMTP_URL: 'smtp://x%40a.vn@mail.a.vn' }, 'ALARM_SMTP_URL'],
    ['a stray percent sign', { ...EMAIL, ALARM_SMTP_URL: 'smtp://x%40a.vn:100%@mail.a.vn' }, 'ALARM_SMTP_URL'],
    ['a recipient that is no address', { ...EMAIL, ALARM_EMAIL_TO: 'a@a.vn, cô Lan' }, 'ALARM_EMAIL_TO'],
  ])('refuse %s', (_what, environment, name) => {
    const found = problems(environment);
    expect(found[0]).toMatch(new RegExp(`^${name}\\b`));
  });

  it('take plain HTTP on the own machine', () => {
    for (const url of ['http://127.0.0.1:9000/x', 'http://localhost/x', 'http://[::1]:9000/']) {
      expect(problems({ ALARM_WEBHOOK_URL: url })).toEqual([]);
    }
    expect(problems({ ALARM_WEBHOOK_URL: 'http://127.0.0.1.evil.example/' })).toHaveLength(1);
  });

  it('report everything at once, beside problems of other settings, and print no value', () => {
    const found = problems({
      PORT: 'seventy',
      ALARM_SMTP_URL: 'smtp://hunter2@mail.a.vn',
      ALARM_WEBHOOK_SECRET: 'khoa-ky-cua-canh-bao',
      ALARM_EMAIL_FROM: 'hunter3',
    });
    expect(found.map((problem) => problem.split(/[:.]/)[0]).sort()).toEqual([
      'ALARM_EMAIL_FROM',
      'ALARM_EMAIL_TO',
      'ALARM_SMTP_URL',
      'ALARM_WEBHOOK_URL',
      'PORT',
    ]);
    expect(found.join('\n')).not.toMatch(/hunter|khoa-ky|mail\.a\.vn/);
  });
});
