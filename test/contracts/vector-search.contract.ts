import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageVectors, VectorSearch } from '../../knowledge/retrieval/vector-search.ts';
import { clusteredVectors } from '../builders/vectors.ts';

const ROWS = 6_000;
const DIMENSIONS = 64;

/** What every search of vectors must keep to; run it on each way of searching. */
export function vectorSearchContract(name: string, open: (vectors: PassageVectors) => Promise<VectorSearch>): void {
  describe(`vector search contract: ${name}`, () => {
    const vectors = clusteredVectors(ROWS, DIMENSIONS, 'passages');
    const questions = clusteredVectors(40, DIMENSIONS, 'questions');
    const question = (index: number) => questions.values.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS);
    const all = new Uint8Array(ROWS).fill(1);
    let search: VectorSearch;
    beforeAll(async () => {
      search = await open(vectors);
    });

    const similarityOf = (asked: Float32Array, row: number) =>
      vectors.values
        .subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)
        .reduce((sum, value, column) => sum + value * (asked[column] ?? 0), 0);
    const bestOf = (asked: Float32Array, count: number, allowed: Uint8Array) =>
      [...allowed.keys()]
        .filter((row) => allowed[row] === 1)
        .map((row) => ({ row, similarity: similarityOf(asked, row) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, count)
        .map(({ row }) => row);
    /** Share of the true nearest that were found, over several questions. */
    const recall = (count: number, allowed: Uint8Array) => {
      const shares = Array.from({ length: 40 }, (_, index) => {
        const found = new Set(search.compare(question(index), allowed).nearest(count));
        const best = bestOf(question(index), count, allowed);
        return best.filter((row) => found.has(row)).length / best.length;
      });
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };

    it('finds at least 99 of 100 of the true hundred nearest', () => {
      expect(recall(100, all)).toBeGreaterThanOrEqual(0.99);
    });

    it('finds as many among the allowed rows alone, whether most or few are allowed', () => {
      for (const share of [2, 5, 50]) {
        const allowed = all.map((_, row) => (row % share === 0 ? 1 : 0));
        const rows = search.compare(question(0), allowed).nearest(100);
        expect(rows).toHaveLength(100);
        expect(rows.every((row) => row % share === 0)).toBe(true);
        expect(recall(100, allowed)).toBeGreaterThanOrEqual(0.99);
      }
    });

    it('gives rows once each, best first, and never more than asked for or allowed', () => {
      const number = fc.integer({ min: 0, max: 39 });
      fc.assert(
        fc.property(
          number,
          fc.integer({ min: 0, max: 300 }),
          fc.integer({ min: 1, max: 400 }),
          (index, count, step) => {
            const allowed = all.map((_, row) => (row % step === 0 ? 1 : 0));
            const comparison = search.compare(question(index), allowed);
            const rows = comparison.nearest(count);
            expect(rows).toHaveLength(Math.min(count, Math.ceil(ROWS / step)));
            expect(new Set(rows).size).toBe(rows.length);
            const similarities = rows.map((row) => similarityOf(question(index), row));
            for (const [rank, similarity] of similarities.entries()) {
              expect(similarity).toBeLessThanOrEqual((similarities[rank - 1] ?? 1) + 1e-6);
              expect(comparison.similarity(rows[rank] ?? 0)).toBeCloseTo(similarity, 5);
            }
          },
        ),
        { numRuns: 30 },
      );
    });

    it('estimates how unlike the least similar row is', () => {
      const { lowest } = search.compare(question(1), all);
      const similarities = [...all.keys()].map((row) => similarityOf(question(1), row));
      expect(lowest).toBeCloseTo(Math.min(...similarities), 1);
    });

    it('refuses a question whose vector cannot be compared', () => {
      for (const broken of [question(0).fill(Number.NaN, 3, 4), question(0).subarray(1), new Float32Array()])
        expect(() => search.compare(broken, all)).toThrow(RangeError);
    });

    it('finds nothing where nothing is allowed', () => {
      expect(search.compare(question(0), new Uint8Array(ROWS)).nearest(10)).toEqual([]);
    });
  });
}
