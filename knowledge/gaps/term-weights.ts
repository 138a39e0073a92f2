/** A question with weights by what is rare now; both parts have length 1. */
export interface WeighedQuestion {
  readonly terms: ReadonlyMap<string, number>;
  readonly vector: Float64Array | null;
}

interface Weighable {
  readonly terms: ReadonlyMap<string, number>;
  readonly vector: Float32Array | null;
}

/** Terms in fewer questions than these count as equally rare: words of one wording alone would outweigh the need. */
const RAREST = 12;
/** A term is taken to be as telling as most, as if so many more questions held it. */
const DOUBT = 6;
const USUALLY_TELLING = 0.3;

/** Learns from questions which terms are rare and what their vectors have in common. */
export interface TermWeights {
  count(question: Weighable): void;
  /** A question that was counted counts no more. */
  forget(question: Weighable): void;
  /** From now on, weights follow all that was counted. */
  settle(): void;
  /**
   * Learns from questions that were grouped which terms tell one need from another: two questions with such a term lie in
   * one group. From now on, weights follow that too.
   */
  learn(groups: readonly (readonly Weighable[])[]): void;
  weigh(question: Weighable): WeighedQuestion;
}

/** Weights for questions that come in one by one. Until the first `settle` all terms weigh the same. */
export function createTermWeights(): TermWeights {
  const frequencies = new Map<string, number>();
  let sum: Float64Array | null = null;
  let counted = 0;
  /** Questions are compared again and again between two settlings. */
  let known = new WeakMap<Weighable, WeighedQuestion>();
  let telling: ReadonlyMap<string, number> = new Map();
  let settled = { rarity: new Map<string, number>(), usual: 1, mean: null as Float64Array | null };

  return {
    count(question) {
      counted += 1;
      for (const term of question.terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      if (question.vector !== null) sum = added(sum, question.vector, 1);
    },

    forget(question) {
      counted -= 1;
      for (const term of question.terms.keys()) {
        const left = (frequencies.get(term) ?? 0) - 1;
        if (left > 0) frequencies.set(term, left);
        else frequencies.delete(term);
      }
      if (question.vector !== null) sum = added(sum, question.vector, -1);
    },

    settle() {
      const rarity = new Map(
        [...frequencies].map(([term, found]) => [term, Math.log(1 + counted / Math.max(found, RAREST))]),
      );
      known = new WeakMap();
      settled = { rarity, usual: Math.log(1 + counted / RAREST), mean: sum?.map((value) => value / counted) ?? null };
    },

    learn(groups) {
      const pairs = new Map<string, { held: number; together: number }>();
      for (const group of groups) {
        const held = new Map<string, number>();
        for (const { terms } of group) for (const term of terms.keys()) held.set(term, (held.get(term) ?? 0) + 1);
        for (const [term, count] of held) {
          const known = pairs.get(term) ?? { held: 0, together: 0 };
          pairs.set(term, { held: known.held + count, together: known.together + count * (count - 1) });
        }
      }
      const doubt = DOUBT * (DOUBT - 1);
      telling = new Map(
        [...pairs].map(([term, { held, together }]) => [
          term,
          (together + doubt * USUALLY_TELLING) / (held * (held - 1) + doubt),
        ]),
      );
      known = new WeakMap();
    },

    weigh(question) {
      const found = known.get(question) ?? weighNow(question);
      known.set(question, found);
      return found;
    },
  };

  function weighNow({ terms, vector }: Weighable): WeighedQuestion {
    const weighed = new Map<string, number>();
    let squares = 0;
    for (const [term, weight] of terms) {
      const rare = weight * (settled.rarity.get(term) ?? settled.usual) * (telling.get(term) ?? USUALLY_TELLING);
      weighed.set(term, rare);
      squares += rare ** 2;
    }
    const length = Math.sqrt(squares);
    for (const [term, weight] of weighed) weighed.set(term, weight / length);
    return { terms: weighed, vector: vector === null ? null : centred(vector, settled.mean) };
  }
}

function added(sum: Float64Array | null, vector: Float32Array, sign: 1 | -1): Float64Array {
  return Float64Array.from(vector, (value, index) => sign * value + (sum?.[index] ?? 0));
}

function centred(vector: Float32Array, mean: Float64Array | null): Float64Array {
  const off = new Float64Array(vector.length);
  let squares = 0;
  for (let index = 0; index < off.length; index += 1) {
    const value = (vector[index] ?? 0) - (mean?.[index] ?? 0);
    off[index] = value;
    squares += value ** 2;
  }
  if (squares === 0) return off;
  const length = Math.sqrt(squares);
  for (let index = 0; index < off.length; index += 1) off[index] = (off[index] ?? 0) / length;
  return off;
}
