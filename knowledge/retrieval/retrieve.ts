import { AGENCY_ANSWER, type OfficialDocument, type Passage } from '../document.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import type { Validity } from '../validity.ts';
import { holdsOrders } from '../writing/instruction-words.ts';
import { createAgreement } from './agreement.ts';
import type { Candidate, PassageScores } from './candidate.ts';
import type { EncodedQuestion } from './encoder.ts';
import { type Quotable, quotablePassages, type Scope } from './quotable.ts';
import { rerank } from './rerank.ts';
import { createTopRows } from './top-rows.ts';
import type { Comparison } from './vector-search.ts';

/** A passage found for a question. */
export interface Hit extends PassageScores {
  readonly passage: Passage;
  readonly document: OfficialDocument;
  readonly validity: Validity;
}

const ACCENTED_FACTOR = 0.6;
const FOLDED_FACTOR = 1;
const PAIRS_FACTOR = 1.2;
/** Share of meaning against words; both are stretched to 0..1 first. Reciprocal ranks did worse. */
const MEANING_SHARE = 4 / 7;
const AGENCY_ANSWER_WEIGHT = -0.04;
/** How many of the best are looked at closely. */
export const RERANKED = 50;
/** How many of the best by words, and of the best by meaning, are ranked at first. */
const CANDIDATES = 200;

/**
 * Finds passages for a question, best first: words (BM25 in three forms) and meaning (vectors) together. Texts out of
 * force and of other territories are left out before ranking, unless the question asks for them by place or number.
 * The best of them are then compared with the question token by token, where the model gives vectors of tokens, and
 * by what both are about.
 * @param encoded the question by the model that made the passages' vectors; `null`, or one of another length,
 * searches by words alone
 */
export function retrieve(
  base: KnowledgeBase,
  question: Question,
  encoded: EncodedQuestion | null,
  scope: Scope,
  limit = 10,
): readonly Hit[] {
  const quotable = quotablePassages(base, question, scope);
  const tokens = encoded?.tokens ?? null;
  const passageTokens = base.vectors?.tokens ?? null;
  const best = findBest(base, question, encoded, quotable.passages, Math.max(limit, RERANKED));
  const compared = tokens === null || passageTokens === null ? best : rerank(best, tokens, passageTokens);
  const agreement = createAgreement(question);
  return compared
    .flatMap((candidate) => toHit(base, quotable, candidate))
    .map((hit) => ({ ...hit, score: hit.score + agreement(hit.passage, hit.document) + standingOf(hit.document) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** The office's own words stand below a document that says about the same. */
function standingOf({ kind }: OfficialDocument): number {
  return kind === AGENCY_ANSWER ? AGENCY_ANSWER_WEIGHT : 0;
}

/** The best allowed passages by words and meaning together, best first. */
function findBest(
  base: KnowledgeBase,
  question: Question,
  encoded: EncodedQuestion | null,
  allowed: Uint8Array,
  limit: number,
): readonly Candidate[] {
  const words = scoreWords(base, question);
  const comparable = encoded !== null && encoded.vector.length === base.vectors?.dimensions;
  const meaning = comparable ? (base.vectorSearch?.compare(encoded.vector, allowed) ?? null) : null;
  // Only the best of both lists are ranked; more of them while a passage in neither could still be among the hits.
  for (let count = Math.max(CANDIDATES, limit); ; count *= 4) {
    const { candidates, unseen } = findCandidates(words, meaning, count, allowed);
    const ranked = candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.row - b.row);
    const last = ranked[limit - 1]?.score ?? 0;
    if (count >= base.passages.length || unseen <= 0 || unseen < last) return ranked.slice(0, limit);
  }
}

/**
 * The `count` best allowed passages by words and the `count` best by meaning, scored.
 * @returns also the score that no other allowed passage can exceed
 */
function findCandidates(
  wordScores: Float64Array,
  meaning: Comparison | null,
  count: number,
  allowed: Uint8Array,
): { readonly candidates: readonly Candidate[]; readonly unseen: number } {
  const byWords = bestByWords(wordScores, count, allowed);
  const most = Math.max(1e-9, wordScores[byWords[0] ?? -1] ?? 0);
  const words = (row: number) => (wordScores[row] ?? 0) / most;
  const lastByWords = byWords.length < count ? 0 : words(byWords.at(-1) ?? -1);
  if (meaning === null) {
    return {
      candidates: byWords.map((row) => ({
        row,
        score: words(row),
        words: words(row),
        similarity: null,
        interaction: null,
        unmatched: null,
      })),
      unseen: lastByWords,
    };
  }

  const byMeaning = meaning.nearest(count);
  const { lowest } = meaning;
  const range = Math.max(1e-9, meaning.similarity(byMeaning[0] ?? 0) - lowest);
  const fuse = (similarity: number, words: number) =>
    (MEANING_SHARE * (similarity - lowest)) / range + (1 - MEANING_SHARE) * words;
  return {
    candidates: [...new Set([...byWords, ...byMeaning])].map((row) => {
      const similarity = meaning.similarity(row);
      return {
        row,
        score: fuse(similarity, words(row)),
        words: words(row),
        similarity,
        interaction: null,
        unmatched: null,
      };
    }),
    unseen: byMeaning.length < count ? 0 : fuse(meaning.similarity(byMeaning.at(-1) ?? 0), lastByWords),
  };
}

/** Scores of all passages by words. */
function scoreWords({ lexical, passages }: KnowledgeBase, question: Question): Float64Array {
  const scores = new Float64Array(passages.length);
  lexical.accented.addScores(question.accented, ACCENTED_FACTOR, scores);
  lexical.folded.addScores(question.folded, FOLDED_FACTOR, scores);
  lexical.pairs.addScores(question.pairs, PAIRS_FACTOR, scores);
  return scores;
}

function bestByWords(scores: Float64Array, count: number, allowed: Uint8Array): readonly number[] {
  const top = createTopRows(Math.min(count, scores.length));
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    if (score > 0 && allowed[row] === 1) top.offer(row, score);
  }
  return top.rows();
}

/** The hit of a candidate; none only when its document is missing, which a sound base never has. */
function toHit(base: KnowledgeBase, quotable: Quotable, { row, ...scores }: Candidate): Hit[] {
  const passage = base.passages[row];
  const document = passage && base.documents.get(passage.documentId);
  const validity = passage && quotable.validityOf(passage);
  // A planted order is neither quoted nor given to a model.
  return passage && document && validity && !holdsOrders(passage) ? [{ passage, document, validity, ...scores }] : [];
}
