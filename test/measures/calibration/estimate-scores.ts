/** A probability as estimated, and whether the thing is so. */
export interface Estimate {
  readonly said: number;
  readonly is: boolean;
}

/** One bin of a calibration curve: what was said on average, and the share that is so. */
export interface CurveBin {
  readonly from: number;
  readonly to: number;
  readonly said: number;
  readonly was: number;
  readonly n: number;
}

/** Estimates in bins of equal width; empty bins are left out. */
export function calibrationCurve(estimates: readonly Estimate[], bins = 10): readonly CurveBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const held = estimates.filter(({ said }) => Math.min(bins - 1, Math.floor(said * bins)) === bin);
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      said: mean(held.map(({ said }) => said)),
      was: mean(held.map(({ is }) => Number(is))),
      n: held.length,
    };
  }).filter(({ n }) => n > 0);
}

/**
 * Area under the ROC curve: how often something that is so gets a higher estimate than something that is not; equal
 * ones count half. `null` unless there are both.
 */
export function areaUnderCurve(estimates: readonly Estimate[]): number | null {
  const sorted = estimates.toSorted((a, b) => a.said - b.said);
  let [positives, negatives, won] = [0, 0, 0];
  for (let start = 0; start < sorted.length; ) {
    const equal = sorted.slice(start).findIndex(({ said }) => said !== sorted[start]?.said);
    const end = equal === -1 ? sorted.length : start + equal;
    const are = sorted.slice(start, end).filter(({ is }) => is).length;
    const areNot = end - start - are;
    won += are * (negatives + areNot / 2);
    positives += are;
    negatives += areNot;
    start = end;
  }
  return positives === 0 || negatives === 0 ? null : won / (positives * negatives);
}

/** Mean squared error of the estimates (Brier 1950); 0 is best, and always saying 0.5 gives 0.25. */
export function brierScore(estimates: readonly Estimate[]): number {
  return mean(estimates.map(({ said, is }) => (said - Number(is)) ** 2));
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the items that a condition holds for; 0 for no items. */
export function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return mean(items.map((item) => Number(holds(item))));
}
