import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLoop } from '../../bot/loop.ts';
import { StoreUnavailable } from '../../bot/ports/store-health.ts';
import { until } from '../builders/product.ts';

const pace = { turn: () => wait(0) };

describe('a loop whose store is away', () => {
  it('looks for work now and then, not at every tick, however often it is woken', async () => {
    let looks = 0;
    let isAway = true;
    const faults: unknown[] = [];
    const loop = createLoop<string>({
      async find() {
        looks += 1;
        if (isAway) throw new StoreUnavailable('unreachable', new Error('no answer'));
        return [];
      },
      lane: (job) => job,
      run: async () => {},
      onFault: (error) => void faults.push(error),
      lanes: 4,
      tickMs: 10,
      pace,
    });
    loop.start();
    for (let woken = 0; woken < 50; woken += 1) {
      loop.wake();
      await wait(10);
    }
    expect([looks, faults.length]).toEqual([1, 1]);
    isAway = false;
    await until(() => looks > 3);
    await loop.stop();
  });

  it('stops at once while it rests', async () => {
    let looks = 0;
    const loop = createLoop<string>({
      async find() {
        looks += 1;
        throw new StoreUnavailable('unreachable', new Error('no answer'));
      },
      lane: (job) => job,
      run: async () => {},
      onFault: () => {},
      lanes: 4,
      tickMs: 10,
      pace,
    });
    loop.start();
    await until(() => looks === 1);
    await loop.stop();
    await wait(2_200);
    expect(looks).toBe(1);
  });
});

describe('a job that is found although its lane is taken', () => {
  it('is handed back, so that nobody waits for it', async () => {
    const dismissed: string[] = [];
    let finish = () => {};
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const loop = createLoop<string>({
      find: async () => ['an'],
      lane: (job) => job,
      run: () => running,
      dismiss: (job) => void dismissed.push(job),
      onFault(error) {
        throw error;
      },
      lanes: 4,
      tickMs: 10,
      pace,
    });
    loop.start();
    await until(() => dismissed.length > 0);
    const stopped = loop.stop();
    finish();
    await stopped;
    expect(new Set(dismissed)).toEqual(new Set(['an']));
  });
});
