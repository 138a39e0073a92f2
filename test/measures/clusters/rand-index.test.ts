import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './rand-index.ts';

describe('the adjusted Rand index', () => {
  it('is 1 for the same partition under other names', () => {
    const pairs = ['aa', 'aa', 'bb', 'bb', 'cc'].map((one) => [one, one.toUpperCase()] as const);
    expect(adjustedRandIndex(pairs)).toBe(1);
  });

  it('is what the published example gives', () => {
    // Hubert and Arabie's formula by hand: together 2, rows 4, columns 4, of 15 pairs.
    const one = 'aaabbc';
    const other = 'xxyyyz';
    const pairs = [...one].map((label, index) => [label, other[index] ?? ''] as const);
    expect(adjustedRandIndex(pairs)).toBeCloseTo((2 - 16 / 15) / (4 - 16 / 15), 10);
  });

  it('is no better than chance for one cluster of everything', () => {
    expect(adjustedRandIndex([...'aabbcc'].map((label) => [label, 'x'] as const))).toBe(0);
  });
});
