import { mean } from './estimate-scores.ts';

/** One observation; every observation has the same number of features. */
export interface Observation {
  readonly features: readonly number[];
  readonly is: boolean;
}

/** Of features as given: the estimate is the logistic of bias + Σ weight × feature. */
export interface LogisticWeights {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Strength of the penalty on squared weights of standardised features, beside the mean log loss. */
const PENALTY = 0.001;
const STEPS = 4_000;
const RATE = 0.8;

/** Fits by gradient descent on standardised features; a feature that never varies gets weight 0. */
export function fitLogistic(observations: readonly Observation[]): LogisticWeights {
  const columns = (observations[0]?.features ?? []).map((_, column) =>
    observations.map(({ features }) => features[column] ?? 0),
  );
  const means = columns.map(mean);
  const deviations = columns.map((values, column) =>
    Math.sqrt(mean(values.map((value) => (value - (means[column] ?? 0)) ** 2))),
  );
  const standardised = columns.map((values, column) => {
    const deviation = deviations[column] ?? 0;
    return values.map((value) => (deviation === 0 ? 0 : (value - (means[column] ?? 0)) / deviation));
  });

  let bias = 0;
  let weights = columns.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const errors = observations.map(({ is }, row) => {
      const z = weights.reduce((sum, weight, column) => sum + weight * (standardised[column]?.[row] ?? 0), bias);
      return 1 / (1 + Math.exp(-z)) - Number(is);
    });
    bias -= RATE * mean(errors);
    weights = weights.map((weight, column) => {
      const gradient = mean(errors.map((error, row) => error * (standardised[column]?.[row] ?? 0)));
      return weight - RATE * (gradient + PENALTY * weight);
    });
  }

  const unscaled = weights.map((weight, column) => {
    const deviation = deviations[column] ?? 0;
    return deviation === 0 ? 0 : weight / deviation;
  });
  return {
    bias: unscaled.reduce((sum, weight, column) => sum - weight * (means[column] ?? 0), bias),
    weights: unscaled,
  };
}
