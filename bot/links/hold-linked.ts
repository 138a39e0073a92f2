import { endHold, type HoldSurroundings, placeHold } from '../end-holds.ts';
import type { Hold, HoldEnd } from '../ports/holds.ts';
import type { Links } from '../ports/links.ts';
import { othersIn } from './link.ts';

type Surroundings = HoldSurroundings & { readonly links: Pick<Links, 'of'> };

/** A conversation that the citizen linked with one that is looked at, and the hold on it. */
export interface LinkedHold {
  readonly conversationId: string;
  readonly hold: Hold | null;
  /** Whether both are held for the same reason. */
  readonly isAlike: boolean;
}

/** What of a citizen's linked conversations is held; a hold on one of them does not reach the others. */
export async function linkedHolds(
  conversationId: string,
  { holds, links }: Pick<Surroundings, 'holds' | 'links'>,
): Promise<readonly LinkedHold[]> {
  const others = othersIn(await links.of(conversationId), conversationId);
  if (others.length === 0) return [];
  const own = await holds.of(conversationId);
  return Promise.all(
    others.map(async (other) => {
      const hold = await holds.of(other.conversationId);
      const isAlike = own !== null && hold !== null && hold.reason === own.reason;
      return { conversationId: other.conversationId, hold, isAlike };
    }),
  );
}

/**
 * Places a hold, and the same one on what the citizen linked, each with its own entry in the audit log. A linked conversation
 * that is held for another reason keeps that hold.
 * @returns `false` when nothing is kept of this citizen; nothing is held then
 */
export async function holdWithLinked(hold: Hold, surroundings: Surroundings): Promise<boolean> {
  const others = await linkedHolds(hold.conversationId, surroundings);
  if (!(await placeHold(hold, surroundings))) return false;
  for (const other of others) {
    if (other.hold !== null && !other.isAlike) continue;
    await placeHold({ ...hold, conversationId: other.conversationId }, surroundings);
  }
  return true;
}

/**
 * Ends a hold, and those for the same reason on what the citizen linked, each with its own entry in the audit log.
 * @param by log-in name, or `terminal:<user>`
 * @returns `erased` where an erasure that one of them put off was done
 */
export async function endHoldWithLinked(
  conversationId: string,
  by: string,
  surroundings: Surroundings,
): Promise<HoldEnd> {
  // An erasure that comes with the end takes the conversation out of its group.
  const others = await linkedHolds(conversationId, surroundings);
  const ends = [await endHold({ conversationId }, by, surroundings)];
  for (const other of others) if (other.isAlike) ends.push(await endHold(other, by, surroundings));
  return ends.find((end) => end === 'erased') ?? ends[0] ?? 'none';
}
