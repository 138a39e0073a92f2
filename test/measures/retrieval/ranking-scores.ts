/** How good rankings are, averaged over questions; each 0 to 1. */
export interface RankingScores {
  /** Share of a question's relevant articles among the first 1, 5 and 10. */
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  /** 1 / rank of the first relevant article among the first 10, else 0. */
  readonly mrr10: number;
  /** Järvelin and Kekäläinen 2002, gain = judged score, discount 1 / log2(rank + 1), over the first 10. */
  readonly ndcg10: number;
}

/** One question's scores. Relevant articles have a positive score each. */
export function scoreRanking(ranking: readonly string[], relevant: ReadonlyMap<string, number>): RankingScores {
  const first = ranking.slice(0, 10);
  const recall = (depth: number) => first.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
  const rank = first.findIndex((id) => relevant.has(id));
  const gain = (scores: readonly number[]) =>
    scores.reduce((sum, score, place) => sum + score / Math.log2(place + 2), 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10);
  return {
    r1: recall(1),
    r5: recall(5),
    r10: recall(10),
    mrr10: rank < 0 ? 0 : 1 / (rank + 1),
    ndcg10: gain(first.map((id) => relevant.get(id) ?? 0)) / gain(ideal),
  };
}

/** The mean of each score. */
export function averageScores(scores: readonly RankingScores[]): RankingScores {
  const mean = (pick: (score: RankingScores) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length);
  return {
    r1: mean((score) => score.r1),
    r5: mean((score) => score.r5),
    r10: mean((score) => score.r10),
    mrr10: mean((score) => score.mrr10),
    ndcg10: mean((score) => score.ndcg10),
  };
}

/** The value that a share of the values does not exceed (nearest rank); 0 without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
