import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Overrides } from '../../adapters/compose.ts';
import { LAGGING_MS } from '../../adapters/http/readiness.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { anArrival } from '../builders/arrivals.ts';
import { type RunningProduct, runProduct, until } from '../builders/product.ts';

const EMPTY_RECORD = {
  readerVersion: '',
  encoder: null,
  lookedAt: 0,
  paths: [],
  urls: [],
  files: [],
  vectorKeys: [],
};

let running: RunningProduct | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

/** Starts the product and gives what asks it. */
async function start(overrides: Overrides = {}, indexDir: string | null = null) {
  const product = await runProduct({}, overrides, indexDir);
  running = product;
  return async () => {
    const response = await fetch(`${product.url}/readyz`);
    return { status: response.status, body: await response.json() };
  };
}

const inboxThat = (depth: Stores['inbox']['depth']) => (stores: Stores) => ({
  ...stores,
  inbox: { ...stores.inbox, depth },
});

describe('readiness', () => {
  it('is given with these fields and no others', async () => {
    const { status, body } = await (await start())();
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'ready',
      problems: [],
      lagging: false,
      passages: expect.any(Number),
      inboxWaiting: 0,
      inboxOldestMs: 0,
    });
    expect(body.passages).toBeGreaterThan(0);
  });

  it('is refused without an index to answer from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-empty-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const nothing = { builtAt: '2026-11-24T00:00:00.000Z', documents: [], passages: [], vectors: null };
    writeSnapshot(folder, nothing, EMPTY_RECORD);
    const { status, body } = await (await start({}, folder))();
    expect([status, body.status, body.passages]).toEqual([503, 'not-ready', 0]);
    expect(body.problems).toEqual([{ code: 'INDEX_MISSING', message: expect.stringContaining('npm run ingest') }]);
  });

  it('is refused while the store fails, and given again when it answers', async () => {
    let broken = true;
    const ask = await start({
      stores: (stores) => inboxThat((now) => (broken ? Promise.reject(new Error()) : stores.inbox.depth(now)))(stores),
    });
    const { status, body } = await ask();
    expect([status, body.problems[0].code, body.inboxWaiting, body.inboxOldestMs, body.lagging]).toEqual([
      503,
      'STORE_UNREACHABLE',
      null,
      null,
      false,
    ]);
    broken = false;
    expect((await ask()).status).toBe(200);
  });

  it('is refused when the store does not answer at all', async () => {
    const { status, body } = await (await start({ stores: inboxThat(() => new Promise(() => undefined)) }))();
    expect([status, body.problems[0].code]).toEqual([503, 'STORE_UNREACHABLE']);
  });

  it.each([
    [LAGGING_MS, false],
    [LAGGING_MS + 1, true],
  ])('stays when the oldest mail has waited %i ms, and says lagging: %s', async (ms, lagging) => {
    const now = Date.now();
    const idle = (stores: Stores) => ({ ...stores, inbox: { ...stores.inbox, claim: async () => [] } });
    let inbox: Stores['inbox'] | null = null;
    const ask = await start({
      now: () => now,
      stores(stores) {
        inbox = stores.inbox;
        return idle(stores);
      },
    });
    await until(() => inbox?.put([anArrival()], now - ms));
    const { status, body } = await ask();
    expect([status, body.lagging, body.inboxOldestMs, body.inboxWaiting]).toEqual([200, lagging, ms, 1]);
  });

  it('is refused while the product stops, to whoever still is connected', async () => {
    await start();
    const product = running;
    if (product === null) throw new Error('Nothing runs.');
    const socket = connect(Number(new URL(product.url).port), '127.0.0.1');
    await once(socket, 'connect');
    // A request whose headers are half sent when the stop begins.
    socket.write('GET /readyz HTTP/1.1\r\nHost: local\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = product.product.stop();
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.write('Connection: close\r\n\r\n');
    await once(socket, 'close');
    await stopped;
    running = null;
    expect(answer).toContain('503 Service Unavailable');
    expect(answer).toContain('"code":"DRAINING"');
  });

  it('has every problem’s code in the README', () => {
    const source = readFileSync(join(import.meta.dirname, '../../adapters/http/readiness.ts'), 'utf8');
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const codes = [...source.matchAll(/^ {2}([A-Z_]+): '/gm)].map((match) => match[1] ?? '');
    expect(codes).toEqual(['DRAINING', 'INDEX_MISSING', 'STORE_UNREACHABLE', 'STORE_FULL', 'STORE_FAULTY']);
    for (const code of codes) expect(readme).toContain(`| \`${code}\` |`);
  });
});
