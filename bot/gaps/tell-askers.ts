import type { Gaps, GapTelling } from '../ports/gaps.ts';
import { createTeller, type TellerDependencies } from '../telling-once.ts';

export interface TellingDependencies extends TellerDependencies {
  readonly gaps: Pick<Gaps, 'tell'>;
}

/**
 * Sends words once to somebody who had asked, where their channel lets us write now; else nothing happens, and it may be
 * tried again.
 */
export function createTelling(dependencies: TellingDependencies): (words: Omit<GapTelling, 'at'>) => Promise<void> {
  const { gaps } = dependencies;
  const tell = createTeller(dependencies);
  return async (words) => void (await tell(words.conversationId, (at) => gaps.tell({ ...words, at })));
}
