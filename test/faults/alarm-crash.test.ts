import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { sampleIndex, until } from '../builders/product.ts';
import { startProductChild } from '../builders/product-child.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const DANGER = 'con em bị bạn đánh chảy máu ở trường, cứu con em với';
/** Of the boundaries that the child counts: put before and after, commit before and after. */
const AFTER_COMMIT = 4;
const LIMIT_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'assistant-alarm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let graph: GraphSimulator;
let mail: MailServer;
beforeEach(async () => {
  graph = await startGraphSimulator({ ...MESSENGER });
  mail = await startMailServer();
});
afterEach(async () => {
  await graph.stop();
  await mail.stop();
});

async function startChild() {
  return startProductChild({
    dataDir: folder,
    indexDir: await sampleIndex(),
    graphUrl: graph.url,
    environment: {
      ALARM_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
      ALARM_EMAIL_TO: 'truc@badinh.example.vn',
    },
  });
}

describe('kill -9 between the ticket of a child in danger and its alarm', () => {
  it('wakes the duty officer after the restart, once', { timeout: 180_000 }, async () => {
    const first = await startChild();
    const url = `http://127.0.0.1:${await first.port}/webhooks/messenger`;
    await first.crashAt(AFTER_COMMIT);
    await deliverMessengerWebhook(url, messengerText({ mid: 'm1', text: DANGER }), MESSENGER.appSecret);
    expect(await first.exited).toBe('SIGKILL');
    expect(mail.received).toEqual([]);

    const second = await startChild();
    await second.port;
    try {
      await until(() => mail.received.length > 0, LIMIT_MS);
      // Two more looks into the store.
      await new Promise((resolve) => setTimeout(resolve, 4_500));
      expect(mail.received.map(({ subject }) => subject)).toEqual([
        '[KHẨN CẤP] Phiếu 1: có thể có trẻ em đang gặp nguy hiểm',
      ]);
    } finally {
      second.process.kill('SIGTERM');
      await second.exited;
    }
  });
});
