import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createSmtpWay } from '../../adapters/alarms/smtp-way.ts';
import { readConfig } from '../../adapters/config.ts';
import { makeCertificate } from '../builders/certificate.ts';
import { type MailServer, type MailServerBehaviour, startMailServer } from '../builders/mail-server.ts';
import { startProgram } from '../builders/program.ts';
import { alarmsWith, danger } from '../builders/raised.ts';

const DUTY = 'truc@badinh.example.vn';
const LOGIN = { user: 'canh-bao@badinh.example.vn', pass: 'mat-khau' };
const certificate = makeCertificate();
afterAll(() => certificate?.remove());

let server: MailServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function settingsFor(behaviour: MailServerBehaviour): Promise<Record<string, string>> {
  server = await startMailServer(behaviour);
  return {
    ALARM_SMTP_URL: `smtp://${encodeURIComponent(LOGIN.user)}:${LOGIN.pass}@127.0.0.1:${server.port}`,
    ALARM_EMAIL_TO: DUTY,
  };
}

describe('the connection to the mail server', () => {
  it.skipIf(certificate === null)('is encrypted before the password goes out', async () => {
    const { key = '', cert = '', file = '' } = certificate ?? {};
    const settings = await settingsFor({ certificate: { key, cert }, login: LOGIN });
    const { ended } = startProgram(['admin', 'alarm', 'test'], { ...settings, NODE_EXTRA_CA_CERTS: file });
    const { code, out } = await ended;
    expect([code, out]).toEqual([0, expect.stringContaining(`✔ Thư tới ${DUTY}`)]);
    expect(server?.received).toMatchObject([{ encrypted: true, user: LOGIN.user }]);
  });

  it.skipIf(certificate === null)('is given up at once when the certificate is not trusted', async () => {
    const { key = '', cert = '' } = certificate ?? {};
    const alarms = alarmsWith(await settingsFor({ certificate: { key, cert }, login: LOGIN }));
    expect((await alarms.raise(danger())).failed).toMatchObject([{ reason: 'encryption', retryable: false }]);
    expect(server?.connections()).toBe(1);
  });

  it('carries no password unencrypted to another machine', async () => {
    const { email } = readConfig(await settingsFor({ login: LOGIN })).alarms;
    if (email === null) throw new Error('The settings turn no e-mail on.');
    // What the settings would say of a server that is elsewhere.
    const way = createSmtpWay({ ...email, server: { ...email.server, loopback: false } });
    expect(await way.probe()).toMatchObject({ reason: 'encryption' });
  });
});
