import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, likeness } from './text-likeness.ts';

function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('likeness of two texts', () => {
  it('counts as many edits as the plain algorithm, over any length', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ờ', ' '), maxLength: 150 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(plainDistance(a, b));
      }),
    );
  });

  it('sees a lost word, an added word and a changed order', () => {
    expect(likeness('mức thu học phí', 'Mức thu học phí mới')).toMatchObject({ recall: 0.8, precision: 1 });
    expect(likeness('mức thu học phí mới', 'mức thu học phí')).toMatchObject({ recall: 1, precision: 0.8 });
    const turned = likeness('phí học của mức thu', 'mức thu của học phí');
    expect(turned.recall).toBe(1);
    expect(turned.errorRate).toBeGreaterThan(0.4);
  });
});
