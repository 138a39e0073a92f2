import { describe, expect, it } from 'vitest';
import { fitLogistic } from './logistic-regression.ts';

describe('logistic regression', () => {
  it('finds the weights behind observed shares, whatever the scale of a feature', () => {
    const observations = [0, 0.25, 0.5, 0.75, 1].flatMap((first) =>
      [0, 50, 100].flatMap((second) => {
        const share = 1 / (1 + Math.exp(-(-1 + 4 * first - 0.03 * second)));
        return Array.from({ length: 40 }, (_, place) => ({
          features: [first, second, 7],
          is: place < Math.round(40 * share),
        }));
      }),
    );
    const { bias, weights } = fitLogistic(observations);
    expect(bias).toBeCloseTo(-1, 0);
    expect(weights[0]).toBeCloseTo(4, 0);
    expect(weights[1]).toBeCloseTo(-0.03, 2);
    expect(weights[2]).toBe(0);
  });
});
