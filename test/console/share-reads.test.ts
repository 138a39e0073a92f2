import { describe, expect, it } from 'vitest';
import { shareReads } from '../../adapters/console/inbox/share-reads.ts';

/** Readings that end when they are told to. */
function aSource() {
  const begun: { readonly list: string; end(): void; fail(): void }[] = [];
  const read = shareReads(
    (list: string) =>
      new Promise<string>((resolve, reject) => {
        const number = begun.length + 1;
        begun.push({
          list,
          end: () => resolve(`${list} ${number}`),
          fail: () => reject(new Error(`no ${number}`)),
        });
      }),
    (list) => list,
  );
  return { begun, read };
}

describe('those who ask for the same list at the same time', () => {
  it('share one reading, which began after all of them had asked', async () => {
    const { begun, read } = aSource();
    const first = read('open');
    const later = Array.from({ length: 50 }, () => read('open'));
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    expect(await first).toBe('open 1');
    await Promise.resolve();
    expect(begun).toHaveLength(2);
    const latest = read('open');
    begun[1]?.end();
    expect(new Set(await Promise.all(later))).toEqual(new Set(['open 2']));
    begun[2]?.end();
    expect(await latest).toBe('open 3');
  });

  it('share nothing with those who ask for another', async () => {
    const { begun, read } = aSource();
    const both = [read('open'), read('closed')];
    for (const reading of begun) reading.end();
    expect(await Promise.all(both)).toEqual(['open 1', 'closed 2']);
  });

  it('read again after a failure, which goes to nobody who asked during it', async () => {
    const { begun, read } = aSource();
    const first = read('open');
    const second = read('open');
    begun[0]?.fail();
    await expect(first).rejects.toThrow('no 1');
    begun[1]?.end();
    expect(await second).toBe('open 2');
    const third = read('open');
    begun[2]?.end();
    expect(await third).toBe('open 3');
  });
});
