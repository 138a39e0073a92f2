import type { PassageVectors } from '../../knowledge/retrieval/vector-search.ts';
import { seededRandom } from '../measures/retrieval/seeded-random.ts';

/**
 * Unit vectors that lie together in groups, as those of real texts do; always the same for the same seed.
 * The groups are the same for every seed.
 */
export function clusteredVectors(rows: number, dimensions: number, seed: string): PassageVectors {
  const centres = numbers('centres', GROUPS * dimensions);
  const random = seededRandom(seed);
  const noise = numbers(`${seed} noise`, rows * dimensions);
  const values = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row += 1) {
    const first = Math.floor(random() * GROUPS) * dimensions;
    const second = Math.floor(random() * GROUPS) * dimensions;
    const share = random() * 0.6;
    const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
    for (let column = 0; column < dimensions; column += 1)
      vector[column] =
        (centres[first + column] ?? 0) * (1 - share) +
        (centres[second + column] ?? 0) * share +
        NOISE * (noise[row * dimensions + column] ?? 0);
    const length = Math.hypot(...vector);
    for (let column = 0; column < dimensions; column += 1) vector[column] = (vector[column] ?? 0) / length;
  }
  return { model: 'clustered', dimensions, values, tokens: null };
}

const GROUPS = 200;
const NOISE = 0.5;

/** Numbers around 0, most of them near it. */
function numbers(seed: string, count: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => random() + random() + random() - 1.5);
}
