import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlOutbox } from '../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import type { Loop } from '../../bot/loop.ts';
import type { Channel, ChannelId, Delivery } from '../../bot/ports/channel.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import { createSender } from '../../bot/sender.ts';
import { until } from '../builders/product.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const SENT: Delivery = { status: 'sent', providerMessageId: 'm1' };
const BUSY: Delivery = { status: 'retry', afterMs: 10_000, reason: 'Nền tảng tạm thời gặp lỗi.' };
const LIMITED: Delivery = { status: 'retry', afterMs: 60_000, reason: 'Giới hạn tốc độ.', cause: 'rate-limit' };
const LOST: Delivery = { status: 'unknown', reason: 'Mất kết nối.' };
const BLOCKED: Delivery = { status: 'failed', code: 'BLOCKED', reason: 'Người dân đã chặn trang.' };
const HOUR = 3_600_000;

let clock: number;
let tried: string[];
let answers: Delivery[];
let records: TurnRecords;
let sender: Loop;
let turns: number;
let told: (readonly [status: string, cause: string | null, waitedMs: number | null])[];

/** A platform that gives the next of `answers`, then takes everything. */
function channel(id: ChannelId, answer = () => answers.shift() ?? SENT): Channel {
  return {
    id,
    window: () => ({ open: true, until: null, mode: 'response' }),
    async deliver(_reference, activity) {
      tried.push(activity.text ?? '');
      return answer();
    },
  };
}

beforeEach(() => {
  clock = 1_000_000;
  tried = [];
  answers = [];
  turns = 0;
  told = [];
  const database = openDatabase(':memory:');
  records = createLibsqlRecords(database, () => `id-${Math.random()}`);
  sender = createSender({
    outbox: createLibsqlOutbox(database),
    channels: new Map<ChannelId, Channel>([
      ['web', channel('web')],
      ['zalo', channel('zalo', () => SENT)],
    ]),
    live: { publish: () => undefined, subscribe: () => () => undefined },
    pace: { turn: () => breathe() },
    now: () => clock,
    random: () => 0.5,
    confirmMs: 15_000,
    onDelivery: (_channel, status, { cause, waitedMs }) => void told.push([status, cause, waitedMs]),
    onFault(error) {
      throw error;
    },
  });
  sender.start();
});
afterEach(() => sender.stop());

async function say(text: string, citizen = 'an', via: ChannelId = 'web'): Promise<void> {
  turns += 1;
  const ledger = aLedgerEntry({ turnId: `turn-${turns}` });
  const conversationId = `${via}:${via}:${citizen}`;
  await records.commit(
    aTurn({ conversationId, channel: via, at: clock, receivedAt: clock - 700, ledger, outgoing: [outgoing(text)] }),
  );
  sender.wake();
}

/** Lets time pass, and the sender do whatever is due then. */
async function later(ms: number): Promise<void> {
  clock += ms;
  sender.wake();
  await new Promise((resolve) => setTimeout(resolve, 60));
}

const delivery = async (citizen = 'an') => {
  const [line] = await records.transcript(`web:web:${citizen}`, 0, 10);
  return [line?.delivery, line?.deliveryReason];
};

describe('the sender', () => {
  it('tries again after a fault, later each time', async () => {
    answers = [BUSY, BUSY, BUSY, BUSY, BUSY, BUSY];
    await say('một');
    const pauses: number[] = [];
    let since = clock;
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      while (tried.length < attempt) await later(2_000);
      pauses.push(clock - since);
      since = clock;
    }
    expect(await delivery()).toEqual(['sent', null]);
    expect(pauses.slice(1, 4)).toEqual([12_000, 12_000, 12_000]);
    expect(pauses[6]).toBeGreaterThan(30_000);
  });

  it('tells the cause of every attempt that did not send, and of one that did how long the citizen waited', async () => {
    answers = [BUSY, SENT, LIMITED, SENT, LOST, SENT, BLOCKED];
    for (const citizen of ['an', 'binh', 'chi', 'dung']) {
      const before = tried.length;
      await say('một', citizen);
      await until(() => tried.length > before);
      await later(0);
      while (tried.length < before + 2 && citizen !== 'dung') await later(70_000);
    }
    await until(() => told.length === 7);
    expect(told.map(([status, cause]) => [status, cause])).toEqual([
      ['retry', 'temporary'],
      ['sent', null],
      ['retry', 'rate-limit'],
      ['sent', null],
      ['unknown', 'no-answer'],
      ['sent', null],
      ['failed', 'BLOCKED'],
    ]);
    const waits = told.map(([, , waitedMs]) => waitedMs);
    expect([waits[1], waits[0], waits[6]]).toEqual([70_700, null, null]);
  });

  it('never lets a later message overtake an earlier one that waits', async () => {
    answers = [BUSY];
    await say('một');
    await say('hai');
    await later(0);
    await later(5_000);
    expect(tried).toEqual(['một']);
    await later(10_000);
    await until(() => tried.length === 3);
    expect(tried).toEqual(['một', 'một', 'hai']);
  });

  it('shows staff why the platform refused for good, and goes on with what follows', async () => {
    answers = [BLOCKED];
    await say('một');
    await say('hai');
    await until(() => tried.length === 2);
    expect(await delivery()).toEqual(['failed', 'Người dân đã chặn trang.']);
  });

  it('leaves the whole channel alone when the account is limited, and other channels not', async () => {
    answers = [LIMITED];
    await say('một');
    await until(() => tried.length === 1);
    await say('hai', 'binh');
    await say('ba', 'chi', 'zalo');
    await later(50_000);
    expect(tried).toEqual(['một', 'ba']);
    await later(20_000);
    await until(() => tried.length === 4);
    expect(tried.slice(2).sort()).toEqual(['hai', 'một']);
  });

  it('asks a platform that failed five times in a row once a while, until it answers', async () => {
    answers = [LOST, LOST, LOST, LOST, LOST, LOST];
    for (let index = 0; index < 20; index += 1) await say(`tin ${index}`, `citizen-${index}`);
    await later(0);
    const before = tried.length;
    await later(5_000);
    expect(tried.length).toBe(before);
    while (answers.length > 0) await later(16_000);
    await later(16_000);
    await until(async () => {
      await later(16_000);
      return new Set(tried).size === 20 && (await delivery('citizen-0'))[0] === 'sent';
    });
  });

  it('repeats a message whose answer was lost only after the time for its echo', async () => {
    answers = [LOST];
    await say('một');
    await later(0);
    await later(14_000);
    expect(tried).toEqual(['một']);
    await later(2_000);
    await until(() => tried.length === 2);
    expect(tried).toEqual(['một', 'một']);
  });

  it('gives up a message that could not be handed over for six hours, with a reason for staff', async () => {
    answers = [BUSY, BUSY];
    await say('một');
    await later(0);
    await later(6 * HOUR + 1);
    await until(async () => (await delivery())[0] === 'failed');
    expect((await delivery())[1]).toMatch(/nhiều lần.*Nền tảng tạm thời gặp lỗi/);
  });

  it('keeps the words of a channel that is off until it is on again', async () => {
    await say('một', 'an', 'messenger');
    await later(HOUR);
    expect(tried).toEqual([]);
    const [line] = await records.transcript('messenger:messenger:an', 0, 10);
    expect(line?.delivery).toBe('pending');
  });
});
