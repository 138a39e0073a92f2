/** Coefficients of Lanczos' approximation for g = 7 (C. Lanczos, 1964); errors are below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function, for arguments above 0. */
export function logGamma(value: number): number {
  const x = value - 1;
  const sum = LANCZOS.reduce((total, coefficient, index) => total + (index === 0 ? 0 : coefficient / (x + index)), 0);
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(LANCZOS[0] + sum);
}

/**
 * How probable at least `count` events are where `mean` are expected: the upper tail of a negative binomial
 * distribution, which is a Poisson distribution whose mean is not known exactly.
 * @param shape grows with what is known of the mean; `Infinity` gives Poisson
 */
export function upperTail(count: number, mean: number, shape: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // Below its mean the tail is more than a third in any case, and nobody asks for more than that.
  if (count <= mean) return 0.5;
  const isPoisson = shape > 1e9;
  const chance = isPoisson ? 0 : mean / (mean + shape);
  const first = isPoisson
    ? count * Math.log(mean) - mean - logGamma(count + 1)
    : logGamma(count + shape) -
      logGamma(shape) -
      logGamma(count + 1) +
      shape * Math.log(1 - chance) +
      count * Math.log(chance);
  let term = Math.exp(first);
  let sum = term;
  for (let at = count; term > sum * 1e-12 && term > 0; at += 1) {
    term *= isPoisson ? mean / (at + 1) : (chance * (at + shape)) / (at + 1);
    sum += term;
  }
  return Math.min(1, sum);
}

/**
 * Which of several findings stand, so that of those that do no more than the share `rate` is expected to be chance
 * (Y. Benjamini, Y. Hochberg, 1995).
 * @param chances of each finding under mere chance
 */
export function standingFindings(chances: readonly number[], rate: number): readonly boolean[] {
  const sorted = chances.toSorted((one, other) => one - other);
  const last = sorted.findLastIndex((chance, index) => chance <= (rate * (index + 1)) / sorted.length);
  const limit = last === -1 ? -1 : (sorted[last] ?? -1);
  return chances.map((chance) => chance <= limit);
}
