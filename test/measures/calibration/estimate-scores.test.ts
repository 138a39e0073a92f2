import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, brierScore, calibrationCurve, type Estimate } from './estimate-scores.ts';

/** Few different values, so that equal ones are common. */
const estimates = fc.array(fc.record({ said: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), is: fc.boolean() }));

/** Every pair compared. */
function plainArea(all: readonly Estimate[]): number | null {
  const pairs = all
    .filter(({ is }) => is)
    .flatMap((yes) => all.filter(({ is }) => !is).map((no) => yes.said - no.said));
  const won = pairs.reduce((sum, lead) => sum + (lead > 0 ? 1 : lead === 0 ? 0.5 : 0), 0);
  return pairs.length === 0 ? null : won / pairs.length;
}

describe('scores of estimates', () => {
  it('give the area under the ROC curve that comparing every pair gives', () => {
    fc.assert(
      fc.property(estimates, (all) => {
        const expected = plainArea(all);
        if (expected === null) expect(areaUnderCurve(all)).toBeNull();
        else expect(areaUnderCurve(all)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('put every estimate in the one bin whose range holds it, the highest in the last', () => {
    fc.assert(
      fc.property(estimates, (all) => {
        const bins = calibrationCurve(all);
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
        for (const { from, to, said, was } of bins) {
          expect(said).toBeGreaterThanOrEqual(from - 1e-9);
          expect(said).toBeLessThanOrEqual(to + 1e-9);
          expect(was).toBeGreaterThanOrEqual(0);
          expect(was).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('compare what a bin said with the share that was so', () => {
    const all = [
      { said: 0.72, is: true },
      { said: 0.78, is: true },
      { said: 0.75, is: false },
      { said: 1, is: true },
    ];
    const [seventies, last, ...others] = calibrationCurve(all);
    expect(seventies).toMatchObject({ from: 0.7, to: 0.8, n: 3 });
    expect(seventies?.said).toBeCloseTo(0.75);
    expect(seventies?.was).toBeCloseTo(2 / 3);
    expect(last).toEqual({ from: 0.9, to: 1, said: 1, was: 1, n: 1 });
    expect(others).toEqual([]);
  });

  it('give a Brier score of 0 to certainty that is right, 1 to certainty that is wrong', () => {
    expect(
      brierScore([
        { said: 1, is: true },
        { said: 0, is: false },
      ]),
    ).toBe(0);
    expect(
      brierScore([
        { said: 0, is: true },
        { said: 1, is: false },
      ]),
    ).toBe(1);
    expect(brierScore([{ said: 0.5, is: true }])).toBe(0.25);
  });
});
