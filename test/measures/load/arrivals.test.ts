import { describe, expect, it } from 'vitest';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { type ArrivalRate, morningRate, nextArrival, steadyRate } from './arrivals.ts';

/** All arrivals within so many seconds. */
function arrivals(rate: ArrivalRate, seconds: number): readonly number[] {
  const random = seededRandom('arrivals');
  const times: number[] = [];
  let second = nextArrival(0, seconds, rate, random);
  while (second !== null) {
    times.push(second);
    second = nextArrival(second, seconds, rate, random);
  }
  return times;
}

const within = (times: readonly number[], from: number, until: number) =>
  times.filter((second) => second >= from && second < until).length;

describe('arrivals', () => {
  it('come as often as the rate says, and as irregularly as a Poisson process', () => {
    const times = arrivals(steadyRate(5), 2_000);
    const counts = Array.from({ length: 2_000 }, (_, second) => within(times, second, second + 1));
    const mean = times.length / 2_000;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(mean).toBeGreaterThan(4.8);
    expect(mean).toBeLessThan(5.2);
    expect(variance / mean).toBeGreaterThan(0.85);
    expect(variance / mean).toBeLessThan(1.15);
  });

  it('rise to the peak of an enrolment morning and fall again', () => {
    const times = arrivals(morningRate(1, 50, 1_000), 1_000);
    const perSecond = (from: number, until: number) => within(times, from, until) / (until - from);
    expect(perSecond(0, 100)).toBeLessThan(2);
    expect(perSecond(200, 500)).toBeGreaterThan(47);
    expect(perSecond(200, 500)).toBeLessThan(53);
    expect(perSecond(600, 700)).toBeGreaterThan(perSecond(800, 900));
    expect(times.every((second, index) => index === 0 || second > (times[index - 1] ?? 0))).toBe(true);
  });

  it('end in time', () => {
    expect(Math.max(...arrivals(steadyRate(50), 10))).toBeLessThan(10);
  });
});
