import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBm25Builder, type FieldWeight } from '../../knowledge/retrieval/bm25.ts';

const FIELDS = { title: { weight: 2, b: 0.4 }, text: { weight: 1, b: 0.75 } } as const;
type Text = { readonly title: readonly string[]; readonly text: readonly string[] };

/** The formula written down once more, without an index. */
function naiveScore(texts: readonly Text[], query: ReadonlyMap<string, number>, index: number): number {
  const average = (field: keyof typeof FIELDS) =>
    Math.max(1, texts.reduce((sum, text) => sum + text[field].length, 0) / Math.max(1, texts.length));
  let score = 0;
  for (const [term, weight] of query) {
    const holding = texts.filter((text) => text.title.includes(term) || text.text.includes(term)).length;
    if (holding === 0) continue;
    const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
    let frequency = 0;
    for (const field of ['title', 'text'] as const) {
      const tokens = texts[index]?.[field] ?? [];
      const { weight: fieldWeight, b } = FIELDS[field];
      frequency +=
        (fieldWeight * tokens.filter((token) => token === term).length) /
        (1 - b + (b * tokens.length) / average(field));
    }
    score += (weight * idf * frequency * 2.2) / (frequency + 1.2);
  }
  return score;
}

function indexOf<Field extends string>(
  texts: readonly Readonly<Partial<Record<Field, readonly string[]>>>[],
  fields: Readonly<Record<Field, FieldWeight>>,
) {
  const builder = createBm25Builder(fields);
  for (const text of texts) builder.add(text);
  return builder.finish();
}

describe('BM25 over fields', () => {
  it('equals the formula computed without an index', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const text = fc.record({ title: fc.array(word, { maxLength: 4 }), text: fc.array(word, { maxLength: 12 }) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.array(word, { maxLength: 4 }), (texts, terms) => {
        const query = new Map(terms.map((term, position) => [term, 1 / (1 + position)]));
        const scores = new Float64Array(texts.length);
        indexOf(texts, FIELDS).addScores(query, 1, scores);
        texts.forEach((_, index) => {
          expect(scores[index]).toBeCloseTo(naiveScore(texts, query, index), 5);
        });
      }),
    );
  });

  it('weighs a rare word above a common one and an unknown one not at all', () => {
    const index = indexOf([{ text: ['hoc', 'phi'] }, { text: ['hoc', 'ba'] }, { text: ['hoc'] }], {
      text: { weight: 1, b: 0.5 },
    });
    expect(index.idf('phi')).toBeGreaterThan(index.idf('hoc'));
    const scores = new Float64Array(3);
    index.addScores(new Map([['khong-co', 1]]), 1, scores);
    expect([...scores]).toEqual([0, 0, 0]);
  });
});
