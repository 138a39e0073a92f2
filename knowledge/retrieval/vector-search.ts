import type { PassageTokens } from './late-interaction.ts';
import { createTopRows } from './top-rows.ts';

/** Unit vectors of passages, one after the other. */
export interface PassageVectors {
  /** Names the model that made them. */
  readonly model: string;
  readonly dimensions: number;
  readonly values: Float32Array;
  /** Vectors of the passages' tokens; `null` when the model gives none. */
  readonly tokens: PassageTokens | null;
}

/** Compares questions with the vectors of passages. */
export interface VectorSearch {
  /** How it searches, for the line at start. */
  readonly way: 'exact' | 'hnsw';
  /**
   * @param allowed one byte a passage: only rows marked with 1 are found
   * @throws RangeError when the question's vector has another length or holds anything but finite numbers
   */
  compare(question: Float32Array, allowed: Uint8Array): Comparison;
}

/** How near the rows are to one question. */
export interface Comparison {
  /** The nearest allowed rows, best first, at most `count`. */
  nearest(count: number): readonly number[];
  /** Similarity of any row, -1 to 1. */
  similarity(row: number): number;
  /** Similarity of the least similar allowed row; an approximate search estimates it. */
  readonly lowest: number;
}

/** Compares a question with every allowed row: about 2 ms for 10,000 rows of 256 numbers. */
export function createExactSearch(vectors: PassageVectors): VectorSearch {
  return {
    way: 'exact',
    compare(question, allowed) {
      checkQuestion(vectors, question);
      const similarities = new Float64Array(allowed.length);
      let lowest = Number.POSITIVE_INFINITY;
      for (let row = 0; row < allowed.length; row += 1) {
        if (allowed[row] !== 1) continue;
        const score = similarity(vectors, question, row);
        similarities[row] = score;
        if (score < lowest) lowest = score;
      }
      return {
        lowest,
        similarity: (row) => (allowed[row] === 1 ? (similarities[row] ?? 0) : similarity(vectors, question, row)),
        nearest(count) {
          const top = createTopRows(Math.min(count, allowed.length));
          for (let row = 0; row < allowed.length; row += 1) {
            if (allowed[row] === 1) top.offer(row, similarities[row] ?? 0);
          }
          return top.rows();
        },
      };
    },
  };
}

/** Throws RangeError unless a question's vector can be compared with these. */
export function checkQuestion({ dimensions }: PassageVectors, question: Float32Array): void {
  if (question.length !== dimensions || !question.every(Number.isFinite))
    throw new RangeError(`A question's vector must be ${dimensions} finite numbers.`);
}

/** Dot product of a question with one row. Four sums, because one would make every addition wait for the last. */
export function similarity({ dimensions, values }: PassageVectors, question: Float32Array, row: number): number {
  let place = row * dimensions;
  const unrolled = dimensions - (dimensions % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let column = 0;
  for (; column < unrolled; column += 4, place += 4) {
    first += (values[place] ?? 0) * (question[column] ?? 0);
    second += (values[place + 1] ?? 0) * (question[column + 1] ?? 0);
    third += (values[place + 2] ?? 0) * (question[column + 2] ?? 0);
    fourth += (values[place + 3] ?? 0) * (question[column + 3] ?? 0);
  }
  for (; column < dimensions; column += 1, place += 1) first += (values[place] ?? 0) * (question[column] ?? 0);
  return first + second + third + fourth;
}
