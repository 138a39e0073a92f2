import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createIntakePace } from '../../adapters/http/intake-pace.ts';
import { createLoop } from '../../bot/loop.ts';

/** A loop with a hundred jobs of as many lanes; each takes a moment. */
function busyLoop(pace: ReturnType<typeof createIntakePace>) {
  const waiting = new Set(Array.from({ length: 100 }, (_, index) => index));
  let running = 0;
  const seen = { most: 0, done: 0 };
  const loop = createLoop<number>({
    find: async (limit) => [...waiting].slice(0, limit),
    lane: String,
    async run(job) {
      running += 1;
      seen.most = Math.max(seen.most, running);
      await wait(20);
      waiting.delete(job);
      running -= 1;
      seen.done += 1;
    },
    onFault(error) {
      throw error;
    },
    lanes: 8,
    tickMs: 1_000,
    pace,
  });
  return { loop, seen };
}

describe('background work', () => {
  it('fills its lanes while few webhooks come', async () => {
    const pace = createIntakePace(performance.now.bind(performance));
    pace.entered();
    const { loop, seen } = busyLoop(pace);
    loop.start();
    while (seen.done < 100) await wait(5);
    await loop.stop();
    expect(seen.most).toBe(8);
  });

  it('rests before every job while webhooks come in a crowd, but never stops', async () => {
    const pace = createIntakePace(performance.now.bind(performance));
    const crowd = () => {
      for (let index = 0; index < 20; index += 1) pace.entered();
      for (let index = 0; index < 20; index += 1) pace.left();
    };
    crowd();
    const crowding = setInterval(crowd, 10);
    const { loop, seen } = busyLoop(pace);
    const startedAt = performance.now();
    loop.start();
    while (seen.done < 5) await wait(5);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
    clearInterval(crowding);
    const leftAt = performance.now();
    while (seen.done < 100) await wait(5);
    expect(performance.now() - leftAt).toBeLessThan(5_000);
    await loop.stop();
  });

  it('lets input and output of the process go first', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    let left = 300;
    const loop = createLoop<number>({
      find: async () => (left > 0 ? [left] : []),
      lane: String,
      // Never waits for anything, as a turn whose question was encoded before.
      async run() {
        const until = performance.now() + 0.5;
        while (performance.now() < until);
        left -= 1;
      },
      onFault(error) {
        throw error;
      },
      lanes: 1,
      tickMs: 1_000,
      pace: createIntakePace(performance.now.bind(performance)),
    });
    loop.start();
    while (left > 0) await wait(5);
    await loop.stop();
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(20);
  });
});
