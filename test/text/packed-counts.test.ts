import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCounts, unpackCounts } from '../../knowledge/text/restore/packed-counts.ts';

describe('packed counts', () => {
  it('come back within nine per cent, and what was not packed as nothing', () => {
    const names = ['học', 'phí', 'ạ', '#', '|'];
    const count = fc.integer({ min: 1, max: 1_000_000 });
    const pair = fc.record({ first: fc.constantFrom(...names), second: fc.constantFrom(...names), count });
    const pairs = fc.uniqueArray(pair, { selector: ({ first, second }) => `${first} ${second}` });
    fc.assert(
      fc.property(fc.array(count, { minLength: 5, maxLength: 5 }), pairs, (singles, packedPairs) => {
        const words = names.map((word, index) => ({ word, count: singles[index] ?? 1 }));
        const counts = unpackCounts(packCounts(words, packedPairs));
        for (const { word, count: single } of words) near(counts.single(counts.idOf(word)), single);
        for (const first of names)
          for (const second of names) {
            const packed = packedPairs.find((entry) => entry.first === first && entry.second === second);
            near(counts.pair(counts.idOf(first), counts.idOf(second)), packed?.count ?? 0);
          }
        expect(counts.pair(counts.idOf('học'), counts.idOf('vắng'))).toBe(0);
      }),
    );
  });
});

function near(found: number, meant: number): void {
  expect(Math.abs(found - meant)).toBeLessThanOrEqual(meant * 0.091);
}
