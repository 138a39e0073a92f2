import { compileTokenKernel, LANES, type TokenKernel } from './token-kernel.ts';

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
  /** The weighted mean over the question's tokens of their best match, -1 to 1 but for the rounding of bytes. */
  readonly interaction: number;
  /** Share of the question's weight on tokens whose best match is poor, 0 to 1. */
  readonly unmatched: number;
}

/** Some of a passage's tokens: those from one to before another, counted from 0. */
interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Below this a token's best match is a chance one. */
const POOR_MATCH = 0.5;

/** Less than any product of two tokens: rounded to bytes, opposite ones come to a little less than -1. */
const BELOW_ALL = -0x80000000;

/**
 * Compares a question's tokens with those of passages, or of a span of one, by their row. About 0.01 ms for 20 tokens
 * against 200 of 32 numbers; the dimensions must be a multiple of 8. One question at a time: the next one's matcher ends this one.
 */
export function tokenMatcher(
  { values, weights }: QuestionTokens,
  passages: PassageTokens,
): (row: number, span?: TokenSpan) => TokenMatch {
  const { dimensions } = passages;
  const kernel = kernelFor(dimensions);
  const { memory, bestAt, questionAt, passageAt, mostTokens } = kernel;
  const count = Math.min(weights.length, kernel.mostGroups * LANES);
  const groups = Math.ceil(count / LANES);
  const best = new Int32Array(memory, bestAt, groups * LANES);
  const room = new Int8Array(memory, passageAt, mostTokens * dimensions);
  layOut(values, count, dimensions, new Int16Array(memory, questionAt, groups * LANES * dimensions));
  return (row, span) => {
    const all = tokensOf(passages, row);
    const tokens = span === undefined ? all : all.subarray(span.from * dimensions, span.to * dimensions);
    best.fill(tokens.length === 0 ? -SCALE * SCALE : BELOW_ALL);
    for (let from = 0; groups > 0 && from < tokens.length; from += room.length) {
      const part = tokens.subarray(from, from + room.length);
      room.set(part);
      kernel.run(groups, part.length / dimensions);
    }
    let interaction = 0;
    let unmatched = 0;
    for (let token = 0; token < count; token += 1) {
      const match = (best[token] ?? 0) / (SCALE * SCALE);
      const weight = weights[token] ?? 0;
      interaction += weight * match;
      if (match < POOR_MATCH) unmatched += weight;
    }
    return { interaction, unmatched };
  };
}

const kernels = new Map<number, TokenKernel>();

function kernelFor(dimensions: number): TokenKernel {
  const known = kernels.get(dimensions) ?? compileTokenKernel(dimensions);
  kernels.set(dimensions, known);
  return known;
}

/** Writes a question's tokens as the kernel reads them; missing ones of the last group are zero. */
function layOut(values: Int8Array, count: number, dimensions: number, laid: Int16Array): void {
  laid.fill(0);
  for (let token = 0; token < count; token += 1) {
    const group = Math.floor(token / LANES) * LANES * dimensions;
    for (let column = 0; column < dimensions; column += 1) {
      const pair = (column >> 1) * LANES * 2 + (token % LANES) * 2 + (column & 1);
      laid[group + pair] = values[token * dimensions + column] ?? 0;
    }
  }
}
