import type { StorageFault } from '../../bot/ports/store-health.ts';
import type { StoreFacts } from './store-facts.ts';

/** Why the product cannot do its work now; codes and sentences stand in the README too. */
const PROBLEMS = {
  DRAINING: 'The product is stopping; send new requests elsewhere.',
  INDEX_MISSING: 'No document can be answered from; run npm run ingest.',
  STORE_UNREACHABLE: 'The store of conversations does not answer; nothing can be received.',
  STORE_FULL: 'The disk of the store is full; nothing can be stored until space is free.',
  STORE_FAULTY: 'The store cannot keep changes; the log says why.',
} as const;

/** Mail that waits longer is late: joining fragments takes 30 seconds at most (three times the largest `BURST_MS`). */
export const LAGGING_MS = 60_000;

/** Whether the product can do its work, as `/readyz` tells it. Field names and codes are promised in the README. */
export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly problems: readonly { readonly code: keyof typeof PROBLEMS; readonly message: string }[];
  /** Mail waits longer than `LAGGING_MS`. It is still taken in and answered in its turn, so this alone is no problem. */
  readonly lagging: boolean;
  readonly passages: number;
  /** `null` where the store does not answer. */
  readonly inboxWaiting: number | null;
  readonly inboxOldestMs: number | null;
}

/** @param facts `null`: the store does not answer */
export function judgeReadiness(state: {
  readonly draining: boolean;
  readonly passages: number;
  readonly facts: Pick<StoreFacts, 'mail'> | null;
  /** What keeps changes from being stored. */
  readonly fault: StorageFault | null;
}): Readiness {
  const { draining, passages, facts, fault } = state;
  const codes: (keyof typeof PROBLEMS)[] = [];
  if (draining) codes.push('DRAINING');
  if (passages === 0) codes.push('INDEX_MISSING');
  if (facts === null || fault === 'unreachable') codes.push('STORE_UNREACHABLE');
  else if (fault !== null) codes.push(fault === 'full' ? 'STORE_FULL' : 'STORE_FAULTY');
  const oldestMs = facts?.mail.oldestMs ?? null;
  return {
    status: codes.length === 0 ? 'ready' : 'not-ready',
    problems: codes.map((code) => ({ code, message: PROBLEMS[code] })),
    lagging: oldestMs !== null && oldestMs > LAGGING_MS,
    passages,
    inboxWaiting: facts?.mail.waiting ?? null,
    inboxOldestMs: oldestMs,
  };
}
