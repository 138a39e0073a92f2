import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { conversationId } from '../../bot/conversation.ts';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { indexByWords, until } from '../builders/product.ts';
import { type ProductChild, startProductChild } from '../builders/product-child.ts';
import { freePort } from '../builders/redis-server.ts';
import { deliverMessengerWebhook, startGraphSimulator } from '../simulators/graph.ts';

const QUESTIONS = ['tien an ban tru bua trua toi da bao nhieu 1 ngay a', 'cảm ơn ạ'];
const TRIES = 3;
const folder = mkdtempSync(join(tmpdir(), 'assistant-crash-'));
const children: ProductChild[] = [];
let isOver = false;
afterAll(async () => {
  isOver = true;
  for (const child of children) child.process.kill('SIGKILL');
  await Promise.all(children.map((child) => child.exited));
  rmSync(folder, { recursive: true, force: true });
});

/** Meta's patience: the same delivery again until it is acknowledged. */
async function deliverUntilAcknowledged(url: string, payload: object): Promise<void> {
  await until(async () => {
    const status = await deliverMessengerWebhook(url, payload, MESSENGER.appSecret).catch(() => 0);
    return status === 200;
  }, 240_000);
}

/** Everybody's messages are worked on, and everything of ours is sent. */
function isSettled(citizens: number): boolean {
  const pending = countRows(`SELECT COUNT(*) AS n FROM outbox WHERE state IN ('pending', 'sending')`);
  return pending === 0 && countRows(`SELECT COUNT(*) AS n FROM inbox WHERE state = 'done'`) === citizens * 2;
}

/** The message is no longer waited for: its turn is stored. */
function isOutOfInbox(messageId: string): boolean {
  return countRows(`SELECT COUNT(*) AS n FROM inbox WHERE key LIKE '%' || ? AND state = 'done'`, messageId) === 1;
}

function countRows(query: string, ...parameters: string[]): number {
  const database = openDatabase(join(folder, 'state.db'));
  const row = database.prepare(query).get(...parameters) as { n: number };
  database.close();
  return row.n;
}

/**
 * The product in one process after the other, all on one state file and port. The next one is loaded while the present
 * one lives and takes its place when that ends, because loading takes longer than anything else here.
 */
async function startLives(graphUrl: string) {
  const port = await freePort();
  const places = { dataDir: folder, indexDir: await indexByWords(), graphUrl, port, waits: true };
  const load = () => {
    const child = startProductChild(places);
    children.push(child);
    return child;
  };
  let spare = load();
  let present = openSpare();
  function openSpare(): ProductChild {
    const child = spare;
    child.open();
    spare = load();
    void child.exited.then(() => {
      if (!isOver) present = openSpare();
    });
    return child;
  }
  return { webhook: `http://127.0.0.1:${port}/webhooks/messenger`, present: () => present };
}

describe('kill -9 between any two steps', () => {
  it('loses no message and answers none twice', { timeout: 1_800_000 }, async () => {
    const graph = await startGraphSimulator({ ...MESSENGER, echoAttempts: 3_000 });
    const lives = await startLives(graph.url);
    graph.echoTo(lives.webhook);
    let citizens = 0;

    /** Another citizen writes while the product crashes at a step and starts again; what that citizen got in the end. */
    async function writeThroughCrash(step: number) {
      const psid = String(7_000_000_000_000_001 + citizens);
      citizens += 1;
      graph.setLastInbound(psid, Date.now());
      const child = lives.present();
      await child.port;
      await child.crashAt(step);
      let crashed = false;
      void child.exited.then(() => {
        crashed = true;
      });
      const at = Date.now();
      const payloads = QUESTIONS.map((text, index) =>
        messengerText({ mid: `m${index}-${psid}`, text, psid, at: at + index }),
      );
      // One after the other: messages that wait together become one turn, of fewer steps.
      for (const payload of payloads) {
        await deliverUntilAcknowledged(lives.webhook, payload);
        await until(() => crashed || isOutOfInbox(`m0-${psid}`), 240_000);
      }
      await until(() => isSettled(citizens), 240_000);
      // The platform delivers everything once more; a duplicate must change nothing.
      for (const payload of payloads) await deliverUntilAcknowledged(lives.webhook, payload);
      await until(() => isSettled(citizens), 240_000);
      const conversation = conversationId('messenger', MESSENGER.pageId, psid);
      return {
        crashed,
        steps: child.steps.length,
        texts: graph.sent.filter(({ recipientId }) => recipientId === psid).map(({ text }) => text),
        turns: countRows('SELECT COUNT(*) AS n FROM turns WHERE conversation_id = ?', conversation),
      };
    }

    const untouched = await writeThroughCrash(0);
    expect(untouched.crashed).toBe(false);
    const { steps } = untouched;
    expect(steps).toBeGreaterThanOrEqual(12);

    const crashedAt = new Set<number>();
    // What goes on beside each other comes in another order each time: a step that was not reached is tried again.
    const tries = Array.from({ length: steps * TRIES }, (_, index) => 1 + (index % steps));
    for (const [index, step] of tries.entries()) {
      if (crashedAt.has(step) || (index >= steps && crashedAt.size >= steps - 4)) continue;
      const { crashed, texts, turns } = await writeThroughCrash(step);
      if (crashed) crashedAt.add(step);
      const where = `crash at ${step} of ${steps}`;
      expect(new Set(texts).size, `${where}: answered twice`).toBe(texts.length);
      expect(texts.join('\n'), `${where}: the fee answer is missing`).toContain('35.000');
      expect(turns, `${where}: turns`).toBe(texts.length);
      expect(texts.length, `${where}: replies`).toBeLessThanOrEqual(untouched.texts.length + 1);
    }
    expect(crashedAt.size).toBeGreaterThanOrEqual(steps - 4);
    await graph.stop();
  });
});
