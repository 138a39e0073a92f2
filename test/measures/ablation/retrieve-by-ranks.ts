import type { Passage } from '../../../knowledge/document.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import type { Question } from '../../../knowledge/question/question.ts';
import { createAgreement } from '../../../knowledge/retrieval/agreement.ts';
import type { EncodedQuestion } from '../../../knowledge/retrieval/encoder.ts';
import type { Scope } from '../../../knowledge/retrieval/quotable.ts';
import { rerank } from '../../../knowledge/retrieval/rerank.ts';
import { type Hit, RERANKED, retrieve } from '../../../knowledge/retrieval/retrieve.ts';
import { withoutWords } from './question-parts.ts';
import { fuseRanks } from './reciprocal-ranks.ts';

/** Passages of each ranking that are fused. */
const RANKED = 200;

/**
 * Finds passages as the product does, but puts words and the vector of the whole together by their ranks, stretched to
 * 0..1, and not by their scores. Best first.
 */
export function retrieveByRanks(
  base: KnowledgeBase,
  question: Question,
  encoded: EncodedQuestion,
  scope: Scope,
): readonly Hit[] {
  const byWords = retrieve(base, question, null, scope, RANKED).toSorted((a, b) => b.words - a.words);
  const byMeaning = retrieve(base, withoutWords(question), { ...encoded, tokens: null }, scope, RANKED).toSorted(
    (a, b) => (b.similarity ?? 0) - (a.similarity ?? 0),
  );
  const hits = new Map([...byWords, ...byMeaning].map((hit) => [hit.passage, hit]));
  const fused = fuseRanks([byWords, byMeaning].map((ranking) => ranking.map((hit) => hit.passage)));
  const [most, least] = [fused[0]?.score ?? 0, fused.at(-1)?.score ?? 0];
  const candidates = fused.slice(0, RERANKED).flatMap(({ item, score }) => {
    const hit = hits.get(item);
    const row = rowsOf(base).get(item);
    return hit === undefined || row === undefined
      ? []
      : [{ ...hit, row, score: (score - least) / Math.max(1e-9, most - least) }];
  });
  const agreement = createAgreement(question);
  const tokens = base.vectors?.tokens ?? null;
  const compared = encoded.tokens === null || tokens === null ? candidates : rerank(candidates, encoded.tokens, tokens);
  return compared
    .flatMap(({ row, ...scores }) => {
      const passage = base.passages[row];
      const hit = passage && hits.get(passage);
      return hit === undefined ? [] : [{ ...hit, ...scores }];
    })
    .map((hit) => ({ ...hit, score: hit.score + agreement(hit.passage, hit.document) }))
    .sort((a, b) => b.score - a.score);
}

const rowsByBase = new WeakMap<KnowledgeBase, ReadonlyMap<Passage, number>>();

function rowsOf(base: KnowledgeBase): ReadonlyMap<Passage, number> {
  const rows = rowsByBase.get(base) ?? new Map(base.passages.map((passage, row) => [passage, row]));
  rowsByBase.set(base, rows);
  return rows;
}
