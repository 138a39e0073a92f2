import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSENGER, messengerSettings, messengerText } from '../builders/accounts.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { sampleIndex, until } from '../builders/product.ts';
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

async function startChild(crashAt: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'product-child.ts'), await sampleIndex(), String(crashAt)],
    {
      env: {
        PATH: '/usr/bin:/bin',
        PORT: '0',
        DATA_DIR: folder,
        BURST_MS: '0',
        ALARM_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
        ALARM_EMAIL_TO: 'truc@badinh.example.vn',
        ...messengerSettings(graph.url),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('LISTENING')) resolve(Number(line.split(' ')[1]));
    });
    child.once('exit', () => reject(new Error('The product ended before it listened.')));
  });
  return { child, port, exited };
}

describe('kill -9 between the ticket of a child in danger and its alarm', () => {
  it('wakes the duty officer after the restart, once', { timeout: 180_000 }, async () => {
    const first = await startChild(AFTER_COMMIT);
    const url = `http://127.0.0.1:${first.port}/webhooks/messenger`;
    await deliverMessengerWebhook(url, messengerText({ mid: 'm1', text: DANGER }), MESSENGER.appSecret);
    expect(await first.exited).toBe('SIGKILL');
    expect(mail.received).toEqual([]);

    const second = await startChild(0);
    try {
      await until(() => mail.received.length > 0, LIMIT_MS);
      // Two more looks into the store.
      await new Promise((resolve) => setTimeout(resolve, 4_500));
      expect(mail.received.map(({ subject }) => subject)).toEqual([
        '[KHẨN CẤP] Phiếu 1: có thể có trẻ em đang gặp nguy hiểm',
      ]);
    } finally {
      second.child.kill('SIGTERM');
      await second.exited;
    }
  });
});
