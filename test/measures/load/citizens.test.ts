import { describe, expect, it } from 'vitest';
import { decidePolicy } from '../../../bot/policy/decide.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { PARENTS_QUESTIONS, planCitizen } from './citizens.ts';

const random = seededRandom('citizens');
const plans = Array.from({ length: 300 }, (_, index) =>
  planCitizen(index, { thinkMs: 1_000, hasty: 0.1, repeated: 0.1 }, random),
);
const texts = plans.flatMap(({ questions }) => questions.map(({ text }) => text));

describe('simulated citizens', () => {
  it('ask one to four of more than two hundred questions, hardly ever in the same words', () => {
    expect(new Set(PARENTS_QUESTIONS.map(({ text }) => text)).size).toBeGreaterThanOrEqual(200);
    expect(new Set(plans.map(({ questions }) => questions.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.9);
  });

  it('ask nothing more once their matter has gone to a person', () => {
    const outcomes = plans.flatMap(({ questions }) =>
      questions.slice(0, -1).map(({ text }, index) => {
        const context = questions.slice(0, index).map((question) => question.text);
        return decidePolicy({ text, context })?.outcome ?? 'documents';
      }),
    );
    expect(outcomes).toContain('documents');
    expect(outcomes.filter((outcome) => outcome === 'escalated' || outcome === 'crisis')).toEqual([]);
  });
});
