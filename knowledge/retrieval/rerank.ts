import type { Candidate } from './candidate.ts';
import { type PassageTokens, type QuestionTokens, tokenMatcher } from './late-interaction.ts';

/**
 * Share of the token-by-token score in the ranking; the rest is words and meaning together. With the meaning share of
 * `retrieve` it leaves 0.33 for the vector of the whole, 0.42 for the tokens and 0.25 for words.
 */
const INTERACTION_SHARE = 0.42;
/** About the score of a passage that has nothing to do with the question. */
const UNRELATED = 0.3;

/** Candidates in the order of their score together with how well each of the question's tokens is matched. */
export function rerank(
  candidates: readonly Candidate[],
  question: QuestionTokens,
  passages: PassageTokens,
): readonly Candidate[] {
  const match = tokenMatcher(question, passages);
  const compared = candidates.map((candidate) => ({ ...candidate, ...match(candidate.row) }));
  const best = Math.max(UNRELATED, ...compared.map(({ interaction }) => interaction));
  return compared
    .map((candidate) => {
      const matched = Math.max(0, candidate.interaction - UNRELATED) / Math.max(1e-9, best - UNRELATED);
      return { ...candidate, score: INTERACTION_SHARE * matched + (1 - INTERACTION_SHARE) * candidate.score };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
