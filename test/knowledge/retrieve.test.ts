import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Question, readQuestion } from '../../knowledge/question/question.ts';
import { createAgreement } from '../../knowledge/retrieval/agreement.ts';
import { retrieve } from '../../knowledge/retrieval/retrieve.ts';
import { createTopRows } from '../../knowledge/retrieval/top-rows.ts';
import { isCurrent, judgeValidity } from '../../knowledge/validity.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const SCOPE = { day: '2026-11-24', territory: 'Hà Nội' };
const DIMENSIONS = 6;
const DOCUMENTS = [
  aDocument({ id: 'now', number: '1/2026/TT-BGDĐT' }),
  aDocument({ id: 'over', number: '2/2020/TT-BGDĐT', inForceUntil: '2025-01-01' }),
  aDocument({ id: 'hue', number: '3/2026/NQ-HĐND', territory: 'Huế' }),
];
const WORDS = 'học phí lớp trường miễn giảm hồ sơ chuyển tuyển sinh bán trú tiền ăn quận xe'.split(' ');

/** Scores and sorts every passage, as the definition says, and looks at the best 50 closely. */
function naiveHits(base: KnowledgeBase, question: Question, vector: Float32Array | null, allowedIds: string[]) {
  const agreement = createAgreement(question);
  const scores = new Float64Array(base.passages.length);
  base.lexical.accented.addScores(question.accented, 0.6, scores);
  base.lexical.folded.addScores(question.folded, 1, scores);
  base.lexical.pairs.addScores(question.pairs, 1.2, scores);
  const rows = base.passages.flatMap((passage, row) => (allowedIds.includes(passage.documentId) ? [row] : []));
  const similarityOf = (row: number) => {
    const values = base.vectors?.values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS) ?? new Float32Array();
    return values.reduce((sum, value, column) => sum + value * (vector?.[column] ?? 0), 0);
  };
  const low = Math.min(...rows.map(similarityOf));
  const high = Math.max(...rows.map(similarityOf));
  const most = Math.max(1e-9, ...rows.map((row) => scores[row] ?? 0));
  return rows
    .map((row) => {
      const words = (scores[row] ?? 0) / most;
      const meaning = (similarityOf(row) - low) / Math.max(1e-9, high - low);
      return { passage: base.passages[row], score: vector === null ? words : (4 / 7) * meaning + (3 / 7) * words };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 50)
    .flatMap(({ passage, score }) => {
      const document = passage && base.documents.get(passage.documentId);
      return passage && document ? [{ id: passage.id, score: score + agreement(passage, document) }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 10);
}

describe('retrieval', () => {
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
  // No numbers so small that single precision loses them.
  const number = fc.integer({ min: -1_000, max: 1_000 }).map((thousandths) => thousandths / 1_000);
  const vector = fc
    .array(number, { minLength: DIMENSIONS, maxLength: DIMENSIONS })
    .map((row) => Float32Array.from(row));

  it('finds the same as scoring and sorting every passage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, fc.constantFrom(...DOCUMENTS), vector), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 24 }),
        sentence,
        fc.option(vector),
        fc.constantFrom('', ' ở Huế', ' theo 2/2020/TT-BGDĐT'),
        (kinds, repeats, asked, questionVector, ending) => {
          // The same texts many times, with slightly different vectors, so that the first candidates do not suffice.
          const rows = Array.from({ length: repeats }, () => kinds).flat();
          const passages = rows.map(([words, document], row) =>
            aPassage(words.join(' '), { id: `${document.id}#${row}`, documentId: document.id }),
          );
          const values = Float32Array.from(
            rows.flatMap(([, , vector], row) => [...vector].map((value) => value + row * 1e-4)),
          );
          const base = buildKnowledgeBase(DOCUMENTS, passages, {
            model: 'test',
            dimensions: DIMENSIONS,
            values,
            tokens: null,
          });
          const question = readQuestion(`${asked.join(' ')}${ending}`);
          const validity = judgeValidity(base.links, SCOPE);
          const allowed = DOCUMENTS.filter(
            ({ id }) =>
              isCurrent(validity.get(id)) ||
              (id === 'hue' && ending === ' ở Huế') ||
              (id === 'over' && ending.includes('2/2020')),
          ).map(({ id }) => id);

          const encoded = questionVector === null ? null : { vector: questionVector, tokens: null };
          const expected = naiveHits(base, question, questionVector, allowed);
          const hits = retrieve(base, question, encoded, SCOPE);
          expect(hits.map((hit) => hit.score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 9)));
          hits.forEach((hit, rank) => {
            const equals = expected.filter(({ score }) => Math.abs(score - hit.score) < 1e-9).map(({ id }) => id);
            expect(rank < 9 ? equals : [...equals, hit.passage.id]).toContain(hit.passage.id);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the best rows in order, the earlier one first where scores are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 12 }), (scores, count) => {
        const top = createTopRows(count);
        scores.forEach((score, row) => {
          top.offer(row, score);
        });
        const sorted = scores.map((score, row) => ({ score, row })).sort((a, b) => b.score - a.score || a.row - b.row);
        expect(top.rows()).toEqual(sorted.slice(0, count).map(({ row }) => row));
      }),
    );
  });
});
