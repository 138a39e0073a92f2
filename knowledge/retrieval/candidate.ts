/** How well a passage fits a question. */
export interface PassageScores {
  /** About 0 to 1 within one question: what the passages are ranked by. */
  readonly score: number;
  /** Score by words, 1 for the passage with the most. */
  readonly words: number;
  /** Similarity of meaning, -1 to 1; `null` when searched by words alone. */
  readonly similarity: number | null;
  /** How well the question's tokens are matched, -1 to 1; `null` without vectors of tokens. */
  readonly interaction: number | null;
  /** Share of the question's weight on tokens that nothing in the passage matches, 0 to 1; `null` likewise. */
  readonly unmatched: number | null;
}

/** A passage by its position in the base. */
export interface Candidate extends PassageScores {
  readonly row: number;
}
