import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';
import type { Loop } from '../../bot/loop.ts';
import { createSender } from '../../bot/sender.ts';
import { until } from '../builders/product.ts';
import { aTurn } from '../builders/turns.ts';

const AN = 'web:web:an';

let folder: string;
let clock: number;
let delivered: string[];
let running: { readonly engine: StateEngine; readonly sender: Loop } | null;

function failOnFault(error: unknown): void {
  throw error;
}

/** A process on the state file, with a sender of its own. */
function startProcess(): StateEngine {
  const file = join(folder, 'state.db');
  const engine = createLibsqlEngine(openDatabase(file), file, { onFault: failOnFault });
  const sender = createSender({
    ...engine,
    channels: new Map([
      [
        'web',
        {
          id: 'web',
          window: () => ({ open: true, until: null, mode: 'response' }),
          async deliver(_reference, { text = '' }) {
            delivered.push(text);
            return { status: 'sent', providerMessageId: `m${delivered.length}` };
          },
        },
      ],
    ]),
    pace: { turn: () => breathe() },
    now: () => clock,
    random: () => 0.5,
    confirmMs: 15_000,
    onDelivery: () => {},
    onFault: failOnFault,
  });
  sender.start();
  running = { engine, sender };
  return engine;
}

async function stopProcess(): Promise<void> {
  await running?.sender.stop();
  await running?.engine.close();
  running = null;
}

/** Lets the sender look whether anything is due now. */
async function look(): Promise<void> {
  running?.sender.wake();
  await wait(60);
}

async function aHeldReply({ records }: StateEngine, text: string): Promise<string> {
  const ticket = { kind: 'open', topic: null, priority: 'normal', question: 'Học phí?' } as const;
  const turn = await records.commit(aTurn({ ticket, owner: 'queue', at: clock }));
  if (!turn.ok || turn.ticket === null) throw new Error('no ticket');
  const sending = { staffName: 'lan', authorName: 'Cô Lan', text, replyKey: `key-${text}`, at: clock };
  await records.reply(turn.ticket.id, { ...sending, sendAt: clock + 5_000 });
  return turn.ticket.id;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-held-'));
  clock = 1_000_000;
  delivered = [];
});
afterEach(async () => {
  await stopProcess();
  rmSync(folder, { recursive: true, force: true });
});

it('a reply that waits is sent by the next process when this one ends before its time, and once', async () => {
  await aHeldReply(startProcess(), 'Chào chị');
  await look();
  expect(delivered).toEqual([]);
  await stopProcess();
  const { outbox, records } = startProcess();
  await outbox.recover(clock + 15_000);
  await look();
  expect(delivered).toEqual([]);
  clock += 5_000;
  await until(async () => (await records.transcript(AN, 0, 10)).at(-1)?.delivery === 'sent');
  clock += 60_000;
  await look();
  expect(delivered).toEqual(['Chào chị']);
});

it('a reply that was taken back before the process ended is not sent by the next one', async () => {
  const engine = startProcess();
  const { records } = engine;
  const id = await aHeldReply(engine, 'Nhầm');
  const messageId = (await records.transcript(AN, 0, 10)).at(-1)?.id ?? 0;
  expect(await records.takeBack(id, { staffName: 'lan', messageId, reason: 'x', at: clock })).toMatchObject({
    ok: true,
  });
  await stopProcess();
  startProcess();
  clock += 60_000;
  await look();
  expect(delivered).toEqual([]);
});
