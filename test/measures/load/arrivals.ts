/** How many arrivals a second are expected at a moment (seconds since the start). */
export interface ArrivalRate {
  readonly at: (second: number) => number;
  /** No moment expects more. */
  readonly most: number;
}

/** The same all the time. */
export function steadyRate(perSecond: number): ArrivalRate {
  return { at: () => perSecond, most: perSecond };
}

/** Where in a morning its parts end, as shares of its length. */
const QUIET_UNTIL = 0.1;
const PEAK_FROM = 0.2;
const PEAK_UNTIL = 0.5;

/**
 * The morning on which enrolment opens: quiet at first, then a climb to `factor` times as much, a plateau of a third of
 * the time, and a decline back to the ordinary.
 * @param base arrivals a second on an ordinary morning
 * @param seconds how long the morning is
 */
export function morningRate(base: number, factor: number, seconds: number): ArrivalRate {
  const peak = base * factor;
  const between = (from: number, to: number, share: number) => from + (to - from) * share;
  return {
    most: Math.max(base, peak),
    at(second) {
      const passed = second / seconds;
      if (passed < QUIET_UNTIL || passed > 1) return base;
      if (passed < PEAK_FROM) return between(base, peak, (passed - QUIET_UNTIL) / (PEAK_FROM - QUIET_UNTIL));
      if (passed < PEAK_UNTIL) return peak;
      return between(peak, base, (passed - PEAK_UNTIL) / (1 - PEAK_UNTIL));
    },
  };
}

/**
 * The next arrival after a moment, of a Poisson process whose rate changes: Lewis and Shedler 1979, thinning.
 * @param random 0 (included) to 1 (excluded)
 * @returns seconds since the start; `null` when none comes before `end`
 */
export function nextArrival(after: number, end: number, rate: ArrivalRate, random: () => number): number | null {
  for (let second = after; ; ) {
    second += exponential(1 / rate.most, random);
    if (!(second < end)) return null;
    if (random() * rate.most < rate.at(second)) return second;
  }
}

/** A time to wait of this mean, whatever has passed already. */
export function exponential(mean: number, random: () => number): number {
  return -Math.log(1 - random()) * mean;
}
