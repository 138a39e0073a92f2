import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenBytes, tokenMatcher } from '../../knowledge/retrieval/late-interaction.ts';
import { rerank } from '../../knowledge/retrieval/rerank.ts';

const DIMENSIONS = 8;
const token = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => values.map((value) => value / Math.hypot(...values)));
const tokens = fc.array(token, { minLength: 1, maxLength: 8 });

/** A token whose bytes are a little longer than it: against its opposite they come to less than -1. */
const LONGER = [Math.cos(0.0262), Math.sin(0.0262), 0, 0, 0, 0, 0, 0];

/** The definition, in plain numbers. */
function plainScore(question: readonly number[][], passage: readonly number[][]): number {
  const best = (asked: readonly number[]) =>
    Math.max(...passage.map((held) => held.reduce((sum, value, column) => sum + value * (asked[column] ?? 0), 0)));
  return question.reduce((sum, asked) => sum + best(asked) / question.length, 0);
}

const asQuestion = (rows: readonly number[][]) => ({
  values: tokenBytes(Float32Array.from(rows.flat())),
  weights: new Float32Array(rows.length).fill(1 / rows.length),
});
const asPassages = (passages: readonly (readonly number[][])[]) => ({
  dimensions: DIMENSIONS,
  values: tokenBytes(Float32Array.from(passages.flat(2))),
  starts: Uint32Array.from([0, ...passages.map((_, index) => passages.slice(0, index + 1).flat().length)]),
});

describe('a question compared with passages token by token', () => {
  it('scores as the definition says, within what bytes can hold', () => {
    fc.assert(
      fc.property(tokens, fc.array(tokens, { minLength: 1, maxLength: 5 }), (question, passages) => {
        const match = tokenMatcher(asQuestion(question), asPassages(passages));
        passages.forEach((passage, row) => {
          expect(match(row).interaction).toBeCloseTo(plainScore(question, passage), 1);
        });
      }),
    );
  });

  it('keeps tokens apart that are multiplied at once', () => {
    const exact = (question: readonly number[][], passage: readonly number[][]) => {
      const [asked, held] = [question, passage].map((rows) =>
        rows.map((row) => [...tokenBytes(Float32Array.from(row))]),
      );
      return plainScore(asked ?? [], held ?? []) / 127 ** 2;
    };
    fc.assert(
      fc.property(tokens, tokens, (question, passage) => {
        const { interaction } = tokenMatcher(asQuestion(question), asPassages([passage]))(0);
        expect(interaction).toBeCloseTo(exact(question, passage), 6);
      }),
      { examples: [[[LONGER], [LONGER.map((value) => -value)]]] },
    );
  });

  it('puts the passage first that speaks of every word, before one that is alike as a whole', () => {
    const [north, east] = [
      [1, 0, 0, 0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0, 0, 0, 0],
    ];
    const passages = asPassages([[north], [north, east]]);
    const candidate = (row: number, score: number) => ({
      row,
      score,
      words: 0,
      similarity: 0,
      interaction: null,
      unmatched: null,
    });
    const [first] = rerank([candidate(0, 0.6), candidate(1, 0.5)], asQuestion([north, east]), passages);
    expect(first?.row).toBe(1);
    expect(first?.interaction).toBeCloseTo(1, 1);
  });
});
