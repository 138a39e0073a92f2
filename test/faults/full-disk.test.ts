import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { sampleIndex, until } from '../builders/product.ts';
import { type ProductChild, startProductChild } from '../builders/product-child.ts';
import { mountSmallDisk, type SmallDisk } from '../builders/small-disk.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const CITIZENS = Array.from({ length: 24 }, (_, index) => String(7_000_000_000_000_100 + index));
const QUESTION = 'tien an ban tru bua trua toi da bao nhieu 1 ngay a';

let disk: SmallDisk | null;
let graph: GraphSimulator;
let child: ProductChild | null = null;
beforeEach(async () => {
  disk = mountSmallDisk(8);
  graph = await startGraphSimulator({ ...MESSENGER });
  for (const citizen of CITIZENS) graph.setLastInbound(citizen, Date.now());
});
afterEach(async () => {
  child?.process.kill('SIGKILL');
  await child?.exited;
  await graph.stop();
  disk?.unmount();
});

const aMessage = (citizen: string) => messengerText({ mid: `m-${citizen}`, text: QUESTION, psid: citizen });

describe('a disk that runs full under load', () => {
  it('makes webhooks fail until there is room again; then each message is answered once', {
    timeout: 240_000,
  }, async ({ skip }) => {
    if (disk === null) return skip();
    const room = disk;
    child = startProductChild({ dataDir: room.folder, indexDir: await sampleIndex(), graphUrl: graph.url });
    const product = `http://127.0.0.1:${await child.port}`;
    const webhook = `${product}/webhooks/messenger`;
    graph.echoTo(webhook);
    const refused = new Set<string>();

    async function deliver(citizen: string): Promise<void> {
      await until(async () => {
        const status = await deliverMessengerWebhook(webhook, aMessage(citizen), MESSENGER.appSecret);
        expect([200, 500]).toContain(status);
        if (status === 500) refused.add(citizen);
        return status === 200;
      }, 120_000);
    }

    const early = CITIZENS.slice(0, 8).map(deliver);
    await Promise.all(early.slice(0, 4));
    room.fill();
    const late = CITIZENS.slice(8).map(deliver);
    await until(() => refused.size > 0, 60_000);
    const notReady = await until(async () => {
      const response = await fetch(`${product}/readyz`);
      return response.status === 503 ? response.json() : null;
    }, 30_000);
    expect(notReady).toMatchObject({ problems: [{ code: 'STORE_FULL' }] });
    expect((await fetch(`${product}/healthz`)).status).toBe(200);
    // Long enough for attempts at mail to be counted, were a full disk taken for a fault of the mail.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    expect(child.process.exitCode).toBeNull();

    room.free();
    await Promise.all([...early, ...late]);
    await until(() => new Set(graph.sent.map((message) => message.recipientId)).size === CITIZENS.length, 120_000);
    await until(async () => (await fetch(`${product}/readyz`)).status === 200, 30_000);
    await until(() => openRows(room.folder) === 0, 60_000);
    const answers = CITIZENS.map((citizen) => graph.sent.filter((message) => message.recipientId === citizen).length);
    expect(answers).toEqual(CITIZENS.map(() => answers[0]));
    expect(new Set(graph.sent.map(({ recipientId, text }) => `${recipientId} ${text}`)).size).toBe(graph.sent.length);
    expect(rows(room.folder, 'SELECT COUNT(*) AS n FROM turns')).toBe(CITIZENS.length);
    expect(rows(room.folder, `SELECT COUNT(*) AS n FROM inbox WHERE state = 'parked'`)).toBe(0);
  });
});

describe('a slow disk', () => {
  it('makes webhooks wait until their event is stored, and holds up nothing else', { timeout: 120_000 }, async () => {
    const dataDir = disk?.folder ?? (await sampleIndex());
    child = startProductChild({ dataDir, indexDir: await sampleIndex(), graphUrl: graph.url, slowMs: 1_500 });
    const product = `http://127.0.0.1:${await child.port}`;
    const citizens = CITIZENS.slice(0, 6);
    let acknowledged = 0;
    const deliveries = citizens.map(async (citizen) => {
      const status = await deliverMessengerWebhook(
        `${product}/webhooks/messenger`,
        aMessage(citizen),
        MESSENGER.appSecret,
      );
      acknowledged += 1;
      expect(status).toBe(200);
      expect(rows(dataDir, `SELECT COUNT(*) AS n FROM inbox WHERE key LIKE '%m-${citizen}%'`)).toBe(1);
    });
    await until(() => child?.steps.includes('before inbox.put'));
    expect((await fetch(`${product}/healthz`)).status).toBe(200);
    expect(acknowledged).toBe(0);
    await Promise.all(deliveries);
    await until(() => openRows(dataDir) === 0 && graph.sent.length >= citizens.length, 60_000);
    expect(new Set(graph.sent.map(({ recipientId, text }) => `${recipientId} ${text}`)).size).toBe(graph.sent.length);
    expect(new Set(graph.sent.map((message) => message.recipientId))).toEqual(new Set(citizens));
  });
});

function openRows(dataDir: string): number {
  return rows(
    dataDir,
    `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')
       + (SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')) AS n`,
  );
}

function rows(dataDir: string, query: string): number {
  const database = openDatabase(`${dataDir}/state.db`);
  const row = database.prepare(query).get() as { n: number };
  database.close();
  return row.n;
}
