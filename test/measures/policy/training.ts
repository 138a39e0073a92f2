import { BUCKETS } from '../../../bot/policy/classifier/features.ts';
import { MATTERS, type Matter } from '../../../bot/policy/classifier/matters.ts';
import { type Model, softmax } from '../../../bot/policy/classifier/model.ts';

/** What the model sees of one message, and what it is about. */
export interface Sample {
  readonly features: Uint16Array;
  readonly matter: Matter;
}

const ROUNDS = 10;
const RATE = 0.5;
/** Pull of every weight towards 0 (L1), which empties buckets that say little. */
const PULL = 2e-4;
/** A matter that is already told apart this well is left alone, which saves most of the time. */
const LEAST_ERROR = 1e-3;
const LARGEST = 127;

/**
 * Softmax regression by AdaGrad, one sample at a time, in a fixed mixed order. The same samples always give the same
 * model.
 */
export function train(samples: readonly Sample[]): Model {
  const count = MATTERS.length;
  const weights = new Float64Array(BUCKETS * count);
  const squares = new Float64Array(BUCKETS * count).fill(1e-3);
  const order = samples.map((_, index) => index);
  const random = createRandom(20_260_101);
  const share = matterShares(samples);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) step(weights, squares, sample, share.get(sample.matter) ?? 1);
    }
  }
  return quantise(weights);
}

/** Rare matters count more, so that a short file is not outvoted; by the square root, so that it does not rule. */
function matterShares(samples: readonly Sample[]): ReadonlyMap<Matter, number> {
  const counts = new Map<Matter, number>();
  for (const { matter } of samples) counts.set(matter, (counts.get(matter) ?? 0) + 1);
  const even = samples.length / counts.size;
  return new Map([...counts].map(([matter, seen]) => [matter, Math.sqrt(even / seen)]));
}

function step(weights: Float64Array, squares: Float64Array, sample: Sample, importance: number): void {
  const count = MATTERS.length;
  const { features } = sample;
  const value = 1 / Math.sqrt(Math.max(1, features.length));
  const scores = new Float64Array(count);
  for (const bucket of features) {
    for (let matter = 0; matter < count; matter += 1) {
      scores[matter] = (scores[matter] ?? 0) + (weights[bucket * count + matter] ?? 0) * value;
    }
  }
  const right = MATTERS.indexOf(sample.matter);
  const errors = softmax(scores).map((share, matter) => share - (matter === right ? 1 : 0));
  errors.forEach((error, matter) => {
    if (Math.abs(error) < LEAST_ERROR) return;
    const slope = error * value * importance;
    for (const bucket of features) {
      const at = bucket * count + matter;
      const seen = (squares[at] ?? 0) + slope * slope;
      squares[at] = seen;
      const rate = RATE / Math.sqrt(seen);
      const moved = (weights[at] ?? 0) - rate * slope;
      weights[at] = Math.sign(moved) * Math.max(0, Math.abs(moved) - rate * PULL);
    }
  });
}

function quantise(weights: Float64Array): Model {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const step = Number((largest / LARGEST).toPrecision(6));
  return { step, weights: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}

/** Park–Miller: whole numbers, so that every machine draws the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}
