import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { sampleIndex, until } from '../builders/product.ts';
import { startProductChild } from '../builders/product-child.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const PSID = '7000000000000001';
const QUESTIONS = ['tien an ban tru bua trua toi da bao nhieu 1 ngay a', 'cảm ơn ạ'];
const folder = mkdtempSync(join(tmpdir(), 'assistant-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Meta's patience: the same delivery again until it is acknowledged. */
async function deliverUntilAcknowledged(url: string, payload: object): Promise<void> {
  await until(async () => {
    const status = await deliverMessengerWebhook(url, payload, MESSENGER.appSecret).catch(() => 0);
    return status === 200;
  }, 60_000);
}

/** One life of the product that ends at a boundary, a second one without a crash; what the citizen got in the end. */
async function liveThroughCrash(crashAt: number): Promise<{
  readonly graph: GraphSimulator;
  readonly crashed: boolean;
  readonly steps: readonly string[];
  readonly dataDir: string;
}> {
  const dataDir = join(folder, `at-${crashAt}`);
  const indexDir = await sampleIndex();
  const graph = await startGraphSimulator({ ...MESSENGER });
  graph.setLastInbound(PSID, Date.now());
  const places = { dataDir, indexDir, graphUrl: graph.url };
  const first = startProductChild({ ...places, crashAt });
  const port = await first.port;
  const url = `http://127.0.0.1:${port}/webhooks/messenger`;
  graph.echoTo(url);
  const second = first.exited.then((signal) => (signal === 'SIGKILL' ? startProductChild({ ...places, port }) : null));
  const at = Date.now();
  const deliveries = QUESTIONS.map((text, index) =>
    deliverUntilAcknowledged(url, messengerText({ mid: `m${index}`, text, at: at + index })),
  );
  await Promise.all(deliveries);
  await until(() => graph.sent.length >= 1 && pendingRows(dataDir) === 0 && done(dataDir), 90_000);
  // The platform delivers everything once more; a duplicate must change nothing.
  for (const [index, text] of QUESTIONS.entries()) {
    await deliverUntilAcknowledged(url, messengerText({ mid: `m${index}`, text, at: at + index }));
  }
  await until(() => pendingRows(dataDir) === 0 && done(dataDir), 60_000);
  const crashed = first.process.exitCode === null && first.process.signalCode === 'SIGKILL';
  const last = crashed ? await second : first;
  last?.process.kill('SIGTERM');
  await last?.exited;
  await graph.stop();
  return { graph, crashed, steps: first.steps, dataDir };
}

function pendingRows(dataDir: string): number {
  return countRows(dataDir, `SELECT COUNT(*) AS n FROM outbox WHERE state IN ('pending', 'sending')`);
}

function done(dataDir: string): boolean {
  return countRows(dataDir, `SELECT COUNT(*) AS n FROM inbox WHERE state = 'done'`) === QUESTIONS.length;
}

function countRows(dataDir: string, query: string): number {
  const database = openDatabase(join(dataDir, 'state.db'));
  const row = database.prepare(query).get() as { n: number };
  database.close();
  return row.n;
}

describe('kill -9 between any two steps', () => {
  it('loses no message and answers none twice', { timeout: 1_800_000 }, async () => {
    const untouched = await liveThroughCrash(0);
    expect(untouched.crashed).toBe(false);
    const steps = untouched.steps.length;
    expect(steps).toBeGreaterThanOrEqual(12);
    const expected = untouched.graph.sent.length;

    const crashedAt: number[] = [];
    for (let crashAt = 1; crashAt <= steps; crashAt += 1) {
      const { graph, crashed, dataDir } = await liveThroughCrash(crashAt);
      if (crashed) crashedAt.push(crashAt);
      const where = `crash at ${crashAt} of ${steps}`;
      const texts = graph.sent.map((message) => message.text);
      expect(new Set(texts).size, `${where}: answered twice`).toBe(texts.length);
      expect(texts.join('\n'), `${where}: the fee answer is missing`).toContain('35.000');
      expect(countRows(dataDir, 'SELECT COUNT(*) AS n FROM turns'), `${where}: turns`).toBe(texts.length);
      expect(texts.length, `${where}: replies`).toBeLessThanOrEqual(expected + 1);
    }
    expect(crashedAt.length).toBeGreaterThanOrEqual(steps - 4);
  });
});
