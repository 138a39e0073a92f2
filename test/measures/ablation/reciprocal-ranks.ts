/** An item of several rankings. */
export interface FusedItem<Item> {
  readonly item: Item;
  readonly score: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): every ranking gives an item 1 / (k + its rank,
 * from 1). Best first; of equal scores the one met first.
 */
export function fuseRanks<Item>(rankings: readonly (readonly Item[])[], k = 60): readonly FusedItem<Item>[] {
  const scores = new Map<Item, number>();
  for (const ranking of rankings)
    ranking.forEach((item, place) => {
      scores.set(item, (scores.get(item) ?? 0) + 1 / (k + place + 1));
    });
  return [...scores].map(([item, score]) => ({ item, score })).sort((a, b) => b.score - a.score);
}
