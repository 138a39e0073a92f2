/** Keeps the rows with the highest scores of many. */
export interface TopRows {
  /** Offers a row; rows must come in ascending order for ties to go to the earlier one. */
  offer(row: number, score: number): void;
  /** The kept rows, best first; of equal scores the one offered first. */
  rows(): readonly number[];
}

/** Keeps at most `count` rows in a heap whose root is the worst kept. */
export function createTopRows(count: number): TopRows {
  const rows = new Uint32Array(count);
  const scores = new Float64Array(count);
  let size = 0;

  /** Whether place `a` is worse than place `b`: a lower score, or an equal one of a later row. */
  const isWorse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && (rows[a] ?? 0) > (rows[b] ?? 0));
  };
  const swap = (a: number, b: number) => {
    const row = rows[a] ?? 0;
    const score = scores[a] ?? 0;
    rows[a] = rows[b] ?? 0;
    scores[a] = scores[b] ?? 0;
    rows[b] = row;
    scores[b] = score;
  };
  const sinkRoot = () => {
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      if (left >= size) return;
      const worse = left + 1 < size && isWorse(left + 1, left) ? left + 1 : left;
      if (!isWorse(worse, place)) return;
      swap(worse, place);
      place = worse;
    }
  };

  return {
    offer(row, score) {
      if (size < count) {
        rows[size] = row;
        scores[size] = score;
        for (let place = size; place > 0; ) {
          const parent = (place - 1) >> 1;
          if (!isWorse(place, parent)) break;
          swap(place, parent);
          place = parent;
        }
        size += 1;
      } else if (count > 0 && score > (scores[0] ?? 0)) {
        rows[0] = row;
        scores[0] = score;
        sinkRoot();
      }
    },
    rows() {
      return Array.from({ length: size }, (_, place) => place)
        .sort((a, b) => (isWorse(a, b) ? 1 : -1))
        .map((place) => rows[place] ?? 0);
    },
  };
}
