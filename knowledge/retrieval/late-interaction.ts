/**
 * Late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020): every token of a question looks for its best match
 * among the tokens of a passage, so that one exact point of a long passage counts, which one vector of the whole
 * passage blurs. Passage tokens are kept as bytes; a question's tokens carry their weight.
 */

/** A question's token vectors. */
export interface QuestionTokens {
  /** Unit vectors, one after the other. */
  readonly values: Float32Array;
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

/** How well a passage matches a question token by token. */
export interface Interaction {
  /** Weighted mean over the question's tokens of their best match, -1 to 1. */
  readonly score: number;
  /** The worst of the question's heavy tokens (weight at least the mean): what the passage does not speak of. */
  readonly weakest: number;
}

const SCALE = 127;

/** The token vectors of one passage. */
export function tokensOf({ dimensions, values, starts }: PassageTokens, row: number): Int8Array {
  return values.subarray((starts[row] ?? 0) * dimensions, (starts[row + 1] ?? 0) * dimensions);
}

/** A unit vector's components as signed bytes. */
export function tokenBytes(values: Float32Array): Int8Array {
  return Int8Array.from(values, (value) => Math.max(-SCALE, Math.min(SCALE, Math.round(value * SCALE))));
}

/** Compares a question with one passage: about 0.1 ms for 20 tokens against 200 of 32 numbers. */
export function interact(question: QuestionTokens, passages: PassageTokens, row: number): Interaction {
  const { dimensions, values } = passages;
  const count = question.weights.length;
  const asked = questionBytes(question);
  const start = (passages.starts[row] ?? 0) * dimensions;
  const end = (passages.starts[row + 1] ?? 0) * dimensions;
  const heavy = 1 / Math.max(1, count);
  let score = 0;
  let weakest = 1;
  for (let token = 0; token < count; token += 1) {
    const from = token * dimensions;
    let best = -SCALE * SCALE;
    for (let place = start; place < end; place += dimensions) {
      let first = 0;
      let second = 0;
      for (let column = 0; column < dimensions; column += 4) {
        const at = place + column;
        const of = from + column;
        first += (values[at] ?? 0) * (asked[of] ?? 0) + (values[at + 1] ?? 0) * (asked[of + 1] ?? 0);
        second += (values[at + 2] ?? 0) * (asked[of + 2] ?? 0) + (values[at + 3] ?? 0) * (asked[of + 3] ?? 0);
      }
      const product = first + second;
      if (product > best) best = product;
    }
    const match = best / (SCALE * SCALE);
    const weight = question.weights[token] ?? 0;
    score += weight * match;
    if (weight >= heavy && match < weakest) weakest = match;
  }
  return { score, weakest };
}

const asBytes = new WeakMap<QuestionTokens, Int8Array>();

/** Whole numbers multiply faster than mixed ones; a question is turned once for all passages. */
function questionBytes(question: QuestionTokens): Int8Array {
  const known = asBytes.get(question);
  if (known !== undefined) return known;
  const bytes = tokenBytes(question.values);
  asBytes.set(question, bytes);
  return bytes;
}
