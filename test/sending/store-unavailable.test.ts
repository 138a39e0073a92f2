import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlInbox } from '../../adapters/stores/libsql/inbox.ts';
import { createLibsqlOutbox } from '../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import { StoreUnavailable } from '../../bot/ports/store-health.ts';
import { createSender } from '../../bot/sender.ts';
import { createWorker } from '../../bot/worker.ts';
import { anArrival } from '../builders/arrivals.ts';
import { until } from '../builders/product.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const full = () => new StoreUnavailable('full', new Error('database or disk is full'));
const pace = { turn: () => breathe() };

describe('while nothing can be stored', () => {
  it('mail waits without an attempt being counted, and is worked on afterwards', async () => {
    const database = openDatabase(':memory:');
    const inbox = createLibsqlInbox(database);
    const records = createLibsqlRecords(database, () => 'id');
    await inbox.put([anArrival()], 1_000);
    let refusals = 0;
    const givenUp: string[] = [];
    const attempts: number[] = [];
    const worker = createWorker({
      inbox,
      quietMs: 0,
      pace,
      now: () => 2_000,
      onFault: () => undefined,
      onParked: () => givenUp.push('parked'),
      async giveUp() {
        givenUp.push('staff');
        return 'done';
      },
      async process(_channel, _activity, { conversationId, itemIds, fence }) {
        attempts.push((await inbox.waiting(conversationId))[0]?.attempts ?? -1);
        if (refusals < 2) {
          refusals += 1;
          throw full();
        }
        return (await records.commit(aTurn({ conversationId, itemIds, fence }))).ok ? 'done' : 'stale';
      },
    });
    worker.start();
    await until(async () => (await inbox.depth(2_000)).waiting === 0, 15_000);
    await worker.stop();
    expect(attempts).toEqual([0, 0, 0]);
    expect(givenUp).toEqual([]);
  });

  it('a message that the platform took is not sent again, however long recording it takes', async () => {
    const database = openDatabase(':memory:');
    const outbox = createLibsqlOutbox(database);
    const records = createLibsqlRecords(database, () => 'id');
    await records.commit(aTurn({ at: 1_000, ledger: aLedgerEntry(), outgoing: [outgoing('Dạ, miễn học phí ạ.')] }));
    let clock = 1_000;
    let taken = 0;
    let refusals = 0;
    const sender = createSender({
      outbox: {
        ...outbox,
        async sent(id, providerMessageId, at) {
          // Past every lease: only the lane that is still taken keeps the row from being sent again.
          clock += 600_000;
          if (refusals < 2) {
            refusals += 1;
            throw full();
          }
          await outbox.sent(id, providerMessageId, at);
        },
      },
      channels: new Map([
        [
          'web',
          {
            id: 'web',
            window: () => ({ open: true, until: null, mode: 'response' }),
            async deliver() {
              taken += 1;
              return { status: 'sent', providerMessageId: `m${taken}` };
            },
          },
        ],
      ]),
      live: { publish: () => undefined, subscribe: () => () => undefined },
      pace,
      now: () => clock,
      random: () => 0.5,
      confirmMs: 1_000,
      onDelivery: () => undefined,
      onFault: () => undefined,
    });
    sender.start();
    await until(async () => (await outbox.depth(clock)).pending === 0, 15_000);
    await sender.stop();
    expect([taken, refusals]).toEqual([1, 2]);
  });
});
