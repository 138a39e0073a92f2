import type { Count } from './figures.ts';

/** Fewer people than this might be told from the figure alone. */
export const FEWEST_SHOWN = 5;

/**
 * A count as it may leave the office: itself, `few` for 1 to 4, or `withheld` where the number would tell another that
 * is hidden.
 */
export type ShownCount = number | 'few' | 'withheld';

/** A row of counts as it may leave the office. */
export interface ShownRow {
  readonly turns: ShownCount;
  readonly people: ShownCount;
}

/**
 * Hides counts of few people. Where a sum of all rows is shown beside them (`summed`) and one row alone would be hidden,
 * the smallest other row is withheld too: otherwise the sum would give the hidden one away.
 */
export function suppress(rows: readonly Count[], summed: boolean): readonly ShownRow[] {
  const isFew = ({ people }: Count) => people > 0 && people < FEWEST_SHOWN;
  const few = rows.filter(isFew);
  const others = rows.filter((row) => row.people >= FEWEST_SHOWN).toSorted((one, other) => one.turns - other.turns);
  const partner = summed && few.length === 1 ? others[0] : undefined;
  return rows.map((row) => {
    if (isFew(row)) return { turns: row.turns < FEWEST_SHOWN ? 'few' : 'withheld', people: 'few' };
    return row === partner ? { turns: 'withheld', people: 'withheld' } : { turns: row.turns, people: row.people };
  });
}
