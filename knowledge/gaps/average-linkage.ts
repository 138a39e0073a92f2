import type { Pause } from '../pause.ts';

/** How alike pairs of things are, by their numbers; in both directions, and 0 where nothing stands. */
export type Likeness = readonly ReadonlyMap<number, number>[];

/** Things that are together from the beginning; two that are kept never become one. */
export interface Begun {
  readonly members: readonly number[];
  readonly isKept: boolean;
}

interface Group {
  members: number[];
  isKept: boolean;
  /** Sum of likeness to each other group's members. */
  readonly sums: Map<number, number>;
  /** The group most alike to it on average, as it was when last looked for. */
  best: { readonly other: number; readonly likeness: number } | null;
}

/**
 * Groups by average likeness (UPGMA, Sokal and Michener 1958): the two groups most alike become one, until none are alike
 * by `limit` on average. About n² steps and as many sums as there are pairs that are alike at all.
 * @returns the members of each group
 */
export async function averageLinkage(
  likeness: Likeness,
  begun: readonly Begun[],
  limit: number,
  pause: Pause,
): Promise<readonly (readonly number[])[]> {
  const groups = new Map<number, Group>(
    begun.map(({ members, isKept }, number) => [
      number,
      { members: [...members], isKept, sums: new Map(), best: null },
    ]),
  );
  const groupOf = new Map(begun.flatMap(({ members }, number) => members.map((member) => [member, number] as const)));
  for (const [one, row] of likeness.entries()) {
    await pause();
    const from = groupOf.get(one);
    for (const [other, value] of row) {
      const to = groupOf.get(other);
      if (from === undefined || to === undefined || from === to) continue;
      const sums = groups.get(from)?.sums;
      sums?.set(to, (sums.get(to) ?? 0) + value);
    }
  }

  function lookForBest(group: Group): void {
    group.best = null;
    for (const [other, sum] of group.sums) {
      const found = groups.get(other);
      if (found !== undefined) offer(group, other, found, sum);
    }
  }

  function offer(group: Group, other: number, found: Group, sum: number): void {
    if (found.isKept && group.isKept) return;
    const likeness = sum / (group.members.length * found.members.length);
    if (likeness >= limit && (group.best === null || likeness > group.best.likeness)) group.best = { other, likeness };
  }

  for (const group of groups.values()) {
    await pause();
    lookForBest(group);
  }
  for (;;) {
    await pause();
    let first: { readonly number: number; readonly group: Group } | null = null;
    for (const [number, group] of groups) {
      if (group.best !== null && group.best.likeness > (first?.group.best?.likeness ?? 0)) first = { number, group };
    }
    const other = first?.group.best?.other;
    const part = other === undefined ? undefined : groups.get(other);
    if (first === null || other === undefined || part === undefined)
      return [...groups.values()].map((one) => one.members);
    const { number, group } = first;
    groups.delete(other);
    group.members.push(...part.members);
    group.isKept ||= part.isKept;
    for (const [third, sum] of part.sums) {
      if (third === number) continue;
      group.sums.set(third, (group.sums.get(third) ?? 0) + sum);
      const sums = groups.get(third)?.sums;
      sums?.set(number, (sums.get(number) ?? 0) + sum);
      sums?.delete(other);
    }
    group.sums.delete(other);
    lookForBest(group);
    for (const [third, sum] of group.sums) {
      const changed = groups.get(third);
      if (changed === undefined) continue;
      // Whose nearest was one of the two must look again; for all others only this one has changed.
      if (changed.best?.other === number || changed.best?.other === other) lookForBest(changed);
      else offer(changed, number, group, sum);
    }
  }
}
