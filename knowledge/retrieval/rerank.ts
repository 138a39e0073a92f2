import { interact, type PassageTokens, type QuestionTokens } from './late-interaction.ts';
import type { Candidate } from './retrieve.ts';

/** Share of the token-by-token score against words and meaning together; both are stretched to 0..1 first. */
const INTERACTION_SHARE = 0.6;

/** Candidates in the order of their score together with how well each of the question's tokens is matched. */
export function rerank(
  candidates: readonly Candidate[],
  question: QuestionTokens,
  passages: PassageTokens,
): readonly Candidate[] {
  const compared = candidates.map((candidate) => ({ candidate, match: interact(question, passages, candidate.row) }));
  const stretchedScore = stretch(candidates.map(({ score }) => score));
  const stretchedMatch = stretch(compared.map(({ match }) => match.score));
  return compared
    .map(({ candidate, match }) => ({
      ...candidate,
      interaction: match,
      score:
        INTERACTION_SHARE * stretchedMatch(match.score) + (1 - INTERACTION_SHARE) * stretchedScore(candidate.score),
    }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

function stretch(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values);
  const range = Math.max(1e-9, Math.max(...values) - low);
  return (value) => (value - low) / range;
}
