import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overrides } from '../../adapters/compose.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { MESSENGER, messengerItem, messengerSettings, messengerText, zaloSettings } from '../builders/accounts.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { type RunningProduct, runProduct, until } from '../builders/product.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const PSID = '7000000000000001';
const UNLUCKY = 'Con em bị đánh mà câu này làm hỏng chương trình';
const ADDRESS = 'https://hoidap.example.vn';
/** An alarm comes at once; a crowded machine may still be slow. */
const LIMIT_MS = 30_000;

let graph: GraphSimulator;
let mail: MailServer;
let receiver: WebhookReceiver;
let running: RunningProduct | null = null;
beforeEach(async () => {
  graph = await startGraphSimulator(MESSENGER);
  mail = await startMailServer();
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  await running?.stop();
  running = null;
  await graph.stop();
  await mail.stop();
  await receiver.stop();
});

async function start(environment: Record<string, string> = {}, overrides: Overrides = {}): Promise<RunningProduct> {
  running = await runProduct({ ...messengerSettings(graph.url), PUBLIC_URL: ADDRESS, ...environment }, overrides);
  return running;
}

const bothWays = () => ({
  ALARM_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
  ALARM_EMAIL_TO: 'truc@badinh.example.vn',
  ALARM_WEBHOOK_URL: receiver.url,
});

const deliver = ({ url }: RunningProduct, webhook: object) =>
  deliverMessengerWebhook(`${url}/webhooks/messenger`, webhook, MESSENGER.appSecret);
const policy = (action: 'block' | 'unblock') =>
  messengerItem({ recipient: { id: MESSENGER.pageId }, timestamp: Date.now(), policy_enforcement: { action } });

/** Stores in which no turn on the unlucky question can be written. */
function failing(stores: Stores): Stores {
  const { records } = stores;
  return {
    ...stores,
    records: {
      ...records,
      async commit(turn) {
        if (turn.ledger?.question === UNLUCKY) throw new Error('no such column');
        return records.commit(turn);
      },
    },
  };
}

describe('the duty officer', () => {
  it('is told on every way when a platform blocks the account, and when it lets it send again', async () => {
    const product = await start(bothWays());
    expect(product.product.summary).toContain('on   alarms: e-mail to 1, webhook');
    await deliver(product, policy('block'));
    await until(() => mail.received.length === 1 && receiver.received.length === 1, LIMIT_MS);
    await deliver(product, policy('unblock'));
    await until(async () => {
      const metrics = await (await fetch(`${product.url}/metrics`)).text();
      return /assistant_alarms_total\{kind="account-limited",result="delivered"\} 4/.test(metrics);
    }, LIMIT_MS);
    expect(mail.received.map(({ subject }) => subject)).toEqual([
      '[KHẨN CẤP] Trang Facebook bị chặn gửi tin',
      '[Cảnh báo] Trang Facebook gửi được tin trở lại',
    ]);
    expect(mail.received[0]?.text).toContain(`${ADDRESS}/staff/tickets`);
    expect(receiver.received).toHaveLength(2);
  });

  it('is woken for mail that was given up, by an alarm and log lines without a word of the citizen', async () => {
    let offset = 0;
    const product = await start(bothWays(), { now: () => Date.now() + offset, stores: failing });
    await deliver(product, messengerText({ mid: 'm1', text: UNLUCKY }));
    const line = await until(() => {
      offset += 5_000;
      return product.logged.find((one) => one.includes('mail-given-up'));
    }, LIMIT_MS);
    expect(mail.received[0]?.subject).toBe('[KHẨN CẤP] Kênh Facebook: có tin nhắn trợ lý không xử lý được');
    const told = [
      ...mail.received.map((one) => JSON.stringify(one)),
      ...receiver.received.map(({ bytes }) => `${bytes}`),
    ];
    for (const text of told) expect(text).not.toMatch(new RegExp(`${UNLUCKY}|${PSID}`));
    expect(told).toHaveLength(2);
    expect(product.logged.join('\n')).not.toContain(UNLUCKY);
    expect(line).not.toMatch(new RegExp(`${PSID}|badinh\\.example`));
  });

  it('is woken when only consent lets the Zalo account send', async () => {
    await start({ ...bothWays(), ...zaloSettings('http://127.0.0.1:1'), ZALO_REFRESH_TOKEN: '' });
    await until(() => mail.received.length === 1, LIMIT_MS);
    expect(mail.received[0]?.subject).toBe('[KHẨN CẤP] Zalo: cần cấp quyền lại ngay');
  });

  it('finds the alarm in the log where nobody is set, and the summary says what to set', async () => {
    const product = await start();
    expect(product.product.summary).toContain(
      'off  alarms: set ALARM_SMTP_URL and ALARM_EMAIL_TO, or ALARM_WEBHOOK_URL',
    );
    await deliver(product, policy('block'));
    const line = await until(() => product.logged.find((one) => one.includes('nobody is told')), LIMIT_MS);
    expect(JSON.parse(line)).toMatchObject({
      kind: 'account-limited',
      severity: 'urgent',
      key: expect.stringMatching(/^account-limited:messenger:MESSENGER_POLICY_BLOCK:\d+$/),
    });
  });

  it('is not waited for when the product stops while the mail server is down', async () => {
    const product = await start({ ...bothWays(), ALARM_SMTP_URL: 'smtp://127.0.0.1:1', ALARM_WEBHOOK_URL: '' });
    await deliver(product, policy('block'));
    await until(() => product.logged.some((line) => line.includes('the platform limits the account')), LIMIT_MS);
    await product.stop();
    running = null;
    const line = product.logged.find((one) => one.includes('somebody could not be told')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ failures: [{ way: 'email', reason: 'stopped', retryable: true }] });
  });
});
