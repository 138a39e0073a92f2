import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseRanks } from './reciprocal-ranks.ts';

describe('fusion by reciprocal ranks', () => {
  it('puts what both rankings hold above what only one puts first', () => {
    const fused = fuseRanks([
      ['a', 'b', 'c'],
      ['d', 'b'],
    ]);
    expect(fused.map(({ item }) => item)).toEqual(['b', 'a', 'd', 'c']);
    expect(fused[0]?.score).toBeCloseTo(1 / 62 + 1 / 62);
    expect(fused[1]?.score).toBeCloseTo(1 / 61);
  });

  it('holds every item once and keeps the order of rankings that agree', () => {
    const ranking = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(ranking, ranking, (one, other) => {
        const items = fuseRanks([one, other]).map(({ item }) => item);
        expect(items).toHaveLength(new Set([...one, ...other]).size);
        expect(new Set(items)).toEqual(new Set([...one, ...other]));
        expect(fuseRanks([one, one]).map(({ item }) => item)).toEqual(one);
      }),
    );
  });
});
