import { afterEach, describe, expect, it } from 'vitest';
import { type MailServer, type MailServerBehaviour, startMailServer } from '../builders/mail-server.ts';
import { alarmsWith, CITIZEN, danger } from '../builders/raised.ts';

const DUTY = 'truc@badinh.example.vn';
const CHIEF = 'lanhdao@badinh.example.vn';
const LOGIN = { user: 'canh-bao@badinh.example.vn', pass: 'mat@khau/bi:mat' };

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(behaviour: MailServerBehaviour = {}): Promise<MailServer> {
  const server = await startMailServer(behaviour);
  servers.push(server);
  return server;
}

const to = (port: number, more: Readonly<Record<string, string>> = {}) => ({
  ALARM_SMTP_URL: `smtp://127.0.0.1:${port}`,
  ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
  ALARM_EMAIL_TO: `${DUTY}, ${CHIEF}`,
  ...more,
});
const withLogin = (port: number, { user, pass } = LOGIN) => ({
  ALARM_SMTP_URL: `smtp://${encodeURIComponent(user)}:${encodeURIComponent(pass)}@127.0.0.1:${port}`,
  ALARM_EMAIL_TO: DUTY,
});

describe('an alarm by e-mail', () => {
  it('says in the subject that it is urgent and what it is, and in the text what to do and where', async () => {
    const server = await start();
    const alarm = danger();
    const { delivered, failed } = await alarmsWith(
      to(server.port, { PUBLIC_URL: 'https://hoidap.example.vn', OFFICE_NAME: 'Giáo dục Ba Đình' }),
    ).raise(alarm);
    expect([delivered.length, failed]).toEqual([2, []]);
    const [mail] = server.received;
    expect(mail?.to).toEqual([DUTY, CHIEF]);
    expect(mail?.from).toBe('Giáo dục Ba Đình <tro-ly@badinh.example.vn>');
    expect(mail?.subject).toBe('[KHẨN CẤP] Phiếu 12: có thể có trẻ em đang gặp nguy hiểm');
    expect(mail?.text).toContain('Việc cần làm: Mở phiếu ngay');
    expect(mail?.text).toContain(
      'Mở phiếu: https://hoidap.example.vn/staff/tickets/3f0c7f4e-2f0b-4a57-9f3b-0f6b8d6f5a11',
    );
    expect(mail?.headers).toMatch(/^X-Priority: 1/m);
  });

  it('holds neither what the citizen wrote nor who they are', async () => {
    const server = await start();
    await alarmsWith(to(server.port)).raise(danger());
    const mail = JSON.stringify(server.received);
    expect(mail).toContain('Phiếu 12');
    for (const secret of Object.values(CITIZEN)) expect(mail).not.toContain(secret);
  });

  it('logs in with the name and password of the address, signs and all, and sends from that name', async () => {
    const server = await start({ login: LOGIN });
    const { delivered } = await alarmsWith(withLogin(server.port)).raise(danger());
    expect(delivered).toEqual([{ way: 'email', address: DUTY }]);
    expect(server.received[0]).toMatchObject({ user: LOGIN.user, from: expect.stringContaining(LOGIN.user) });
  });

  it('does not try a wrong password again', async () => {
    const server = await start({ login: LOGIN });
    const alarms = alarmsWith(withLogin(server.port, { ...LOGIN, pass: 'sai' }));
    const { failed } = await alarms.raise(danger());
    expect(failed).toEqual([
      { to: { way: 'email', address: DUTY }, reason: 'authentication', status: 535, retryable: false },
    ]);
    expect(server.connections()).toBe(1);
  });

  it('reaches the others when the server refuses one recipient, whom it does not try again', async () => {
    const server = await start({ refuse: (address) => (address === CHIEF ? 550 : null) });
    const { delivered, failed } = await alarmsWith(to(server.port)).raise(danger());
    expect(delivered).toEqual([{ way: 'email', address: DUTY }]);
    expect(failed).toEqual([
      { to: { way: 'email', address: CHIEF }, reason: 'refused', status: 550, retryable: false },
    ]);
    expect(server.received.map((mail) => mail.to)).toEqual([[DUTY]]);
  });

  it('tries a recipient again whom the server puts off, and only that one', async () => {
    let asked = 0;
    const putOffOnce = (address: string) => (address === CHIEF && asked++ === 0 ? 450 : null);
    const server = await start({ refuse: putOffOnce });
    const { delivered, failed } = await alarmsWith(to(server.port)).raise(danger());
    expect([delivered.length, failed]).toEqual([2, []]);
    expect(server.received.map((mail) => mail.to)).toEqual([[DUTY], [CHIEF]]);
  });

  it('gets through to a server that was down, waiting longer each time', async () => {
    const { port, stop } = await startMailServer();
    await stop();
    let back: MailServer | null = null;
    const alarms = alarmsWith(to(port), {
      async onPause(ms) {
        if (ms === 18_000) back = await start({ port });
      },
    });
    const { delivered } = await alarms.raise(danger());
    expect(delivered).toHaveLength(2);
    expect(alarms.pauses).toEqual([2_000, 6_000, 18_000]);
    expect(back).not.toBeNull();
  });

  it('gives up after six attempts within four minutes, and says that it may work later', async () => {
    const { port, stop } = await startMailServer();
    await stop();
    const alarms = alarmsWith(to(port));
    const { delivered, failed } = await alarms.raise(danger());
    expect(delivered).toEqual([]);
    expect(failed.map(({ reason, retryable }) => [reason, retryable])).toEqual([
      ['unreachable', true],
      ['unreachable', true],
    ]);
    expect(alarms.pauses).toEqual([2_000, 6_000, 18_000, 54_000, 120_000]);
  });

  it('carries the same id when a message is sent again whose acknowledgement went wrong', async () => {
    const server = await start({ messageReplies: [451] });
    const alarms = alarmsWith(to(server.port));
    await alarms.raise(danger());
    const again = alarmsWith(to(server.port));
    await again.raise(danger());
    expect(server.connections()).toBe(3);
    expect(new Set(server.received.map((mail) => mail.messageId)).size).toBe(1);
  });

  it('does not wait for a server that takes the message and says nothing', async () => {
    const server = await start({ stalls: true });
    const { failed } = await alarmsWith(to(server.port, { ALARM_EMAIL_TO: DUTY }), { limitMs: 300 }).raise(danger());
    expect(failed).toMatchObject([{ reason: 'timeout', retryable: true }]);
    expect(server.connections()).toBe(6);
  });
});
