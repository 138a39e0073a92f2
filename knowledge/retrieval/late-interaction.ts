/**
 * Late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020): every token of a question looks for its best match
 * among the tokens of a passage, so that one exact point of a long passage counts, which one vector of the whole
 * passage blurs. Tokens are kept as bytes; a question's tokens carry their weight.
 */

/** A question's token vectors. */
export interface QuestionTokens {
  /** Unit vectors times 127, one after the other. */
  readonly values: Int8Array;
  /** Weight of each token; the weights add up to 1. */
  readonly weights: Float32Array;
}

/** Token vectors of passages, unit vectors times 127, one passage after the other. */
export interface PassageTokens {
  readonly dimensions: number;
  readonly values: Int8Array;
  /** Passage `i` has the tokens from `starts[i]` to `starts[i + 1]`; one more than there are passages. */
  readonly starts: Uint32Array;
}

const SCALE = 127;

/** A unit vector's components as signed bytes. */
export function tokenBytes(values: Float32Array): Int8Array {
  return Int8Array.from(values, (value) => Math.max(-SCALE, Math.min(SCALE, Math.round(value * SCALE))));
}

/** The token vectors of one passage. */
export function tokensOf({ dimensions, values, starts }: PassageTokens, row: number): Int8Array {
  return values.subarray((starts[row] ?? 0) * dimensions, (starts[row + 1] ?? 0) * dimensions);
}

/** How a passage matches a question token by token. */
export interface TokenMatch {
  /** The weighted mean over the question's tokens of their best match, -1 to 1. */
  readonly interaction: number;
  /** Share of the question's weight on tokens whose best match is poor, 0 to 1. */
  readonly unmatched: number;
}

/** Below this a token's best match is a chance one. */
const POOR_MATCH = 0.5;

/** About 0.1 ms for 20 tokens against 200 of 32 numbers; `dimensions` must be a multiple of 4. */
export function interact({ values: asked, weights }: QuestionTokens, passages: PassageTokens, row: number): TokenMatch {
  const { dimensions } = passages;
  const held = tokensOf(passages, row);
  let interaction = 0;
  let unmatched = 0;
  for (let token = 0; token < weights.length; token += 1) {
    const from = token * dimensions;
    let best = -SCALE * SCALE;
    for (let place = 0; place < held.length; place += dimensions) {
      let first = 0;
      let second = 0;
      for (let column = 0; column < dimensions; column += 4) {
        const at = place + column;
        const of = from + column;
        first += (held[at] ?? 0) * (asked[of] ?? 0) + (held[at + 1] ?? 0) * (asked[of + 1] ?? 0);
        second += (held[at + 2] ?? 0) * (asked[of + 2] ?? 0) + (held[at + 3] ?? 0) * (asked[of + 3] ?? 0);
      }
      best = Math.max(best, first + second);
    }
    const match = best / (SCALE * SCALE);
    const weight = weights[token] ?? 0;
    interaction += weight * match;
    if (match < POOR_MATCH) unmatched += weight;
  }
  return { interaction, unmatched };
}
