import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withSignOfLife } from '../../adapters/channels/sign-of-life.ts';
import { until } from '../builders/product.ts';

const noFault = (error: unknown) => {
  throw error;
};

describe('a sign of life', () => {
  it('is shown once to whom waits, and the work goes on', async () => {
    const shown: string[] = [];
    const adapter = { showTyping: async (id: string) => void shown.push(id) };
    let finish = (_: string) => {};
    const work = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const done = withSignOfLife(adapter, '7', () => work, noFault);
    await until(() => shown.length > 0, 5_000);
    finish('answered');
    expect(await done).toBe('answered');
    expect(shown).toEqual(['7']);
  });

  it.each([
    ['is there in a moment', async () => 'answered'],
    ['failed', async () => Promise.reject(new Error('broken'))],
  ])('is left out where the work %s', async (_how, work) => {
    const shown: string[] = [];
    const adapter = { showTyping: async (id: string) => void shown.push(id) };
    await withSignOfLife(adapter, '7', work, noFault).catch(() => {});
    await wait(1_000);
    expect(shown).toEqual([]);
  });

  it('that the platform refuses does not fail the work', async () => {
    const faults: unknown[] = [];
    const adapter = { showTyping: () => Promise.reject(new Error('refused')) };
    const work = () => until(() => faults.length > 0, 5_000).then(() => 'answered');
    expect(await withSignOfLife(adapter, '7', work, (fault) => faults.push(fault))).toBe('answered');
  });
});
