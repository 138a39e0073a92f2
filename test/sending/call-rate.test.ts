import { describe, expect, it } from 'vitest';
import { createRatedCalls, NotSpared } from '../../adapters/channels/call-rate.ts';

describe('calls within a rate', () => {
  it('never has more calls in any window than allowed, drops none and keeps their order', async () => {
    const rate = { calls: 30, periodMs: 150 };
    const at: number[] = [];
    const order: number[] = [];
    const call = createRatedCalls(rate, performance.now.bind(performance)).inTurn(async (index: number) => {
      at.push(performance.now());
      order.push(index);
    });
    await Promise.all(Array.from({ length: 100 }, (_, index) => call(index)));
    expect(order).toEqual(Array.from({ length: 100 }, (_, index) => index));
    const most = Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + 150).length));
    expect(most).toBeLessThanOrEqual(30);
  });

  it('lets a call through at once after a silence', async () => {
    let now = 0;
    const call = createRatedCalls({ calls: 10, periodMs: 1_000 }, () => now).inTurn(async () => now);
    expect([await call(), await call()]).toEqual([0, 0]);
    now = 10_000;
    expect(await call()).toBe(10_000);
  });

  it('goes on after a call that failed', async () => {
    const call = createRatedCalls({ calls: 10, periodMs: 1_000 }, () => 0).inTurn(async (fails: boolean) => {
      if (fails) throw new Error('unreachable');
      return 'ok';
    });
    await expect(call(true)).rejects.toThrow('unreachable');
    expect(await call(false)).toBe('ok');
  });

  it('leaves calls out that may be left out, so that the others need not wait for them', async () => {
    const rated = createRatedCalls({ calls: 40, periodMs: 1_000 }, () => 0);
    const sparing = rated.ifSpare(async () => 'called');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => sparing()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(NotSpared) });
    const call = rated.inTurn(async () => 'called');
    expect(await Promise.all([call(), call(), call(), call()])).toHaveLength(4);
  });
});
