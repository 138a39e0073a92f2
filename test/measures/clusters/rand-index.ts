/**
 * Adjusted Rand index of two partitions of the same things (Hubert and Arabie 1985): 1 = the same, about 0 = as alike as
 * two random ones.
 * @param pairs the label that each thing has in the one partition and in the other
 */
export function adjustedRandIndex(pairs: readonly (readonly [string, string])[]): number {
  const cells = tally(pairs.map(([one, other]) => JSON.stringify([one, other])));
  const rows = tally(pairs.map(([one]) => one));
  const columns = tally(pairs.map(([, other]) => other));
  const together = sumOfPairs(cells);
  const expected = (sumOfPairs(rows) * sumOfPairs(columns)) / choose2(pairs.length);
  const most = (sumOfPairs(rows) + sumOfPairs(columns)) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function tally(labels: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()];
}

function sumOfPairs(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + choose2(count), 0);
}

function choose2(count: number): number {
  return (count * (count - 1)) / 2;
}
