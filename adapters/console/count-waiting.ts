import type { Gap } from '../../bot/gaps/gap.ts';
import { statusOf } from '../../bot/gaps/gap-board.ts';
import type { Corrections } from '../../bot/ports/corrections.ts';
import type { Gaps } from '../../bot/ports/gaps.ts';
import { type KeptStatements, stateOf } from '../../bot/statements/statement.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';
import { NOTHING_WAITS, type WaitingWork } from './waiting-pages.ts';

/** Gaps may be many, and every page asks for them (ms). */
const GAPS_FRESH_MS = 10_000;

/** Counts what waits for an account: only what it may decide, and of words never its own. */
export type CountWaiting = (signedIn: Pick<SignedIn, 'account'>) => Promise<WaitingWork>;

/**
 * Statements that wait for release, corrections that wait for words or for a second person, and answers to gaps that wait
 * for a second person, end soon or have ended.
 */
export function createWaitingCount(deps: {
  readonly statements: KeptStatements;
  readonly corrections: Pick<Corrections, 'waiting'>;
  readonly gaps: Pick<Gaps, 'list'>;
  readonly now: () => number;
}): CountWaiting {
  const { statements, corrections, gaps, now } = deps;
  let known: { readonly gaps: readonly Gap[]; readonly at: number } | null = null;

  async function statementsFor(): Promise<number> {
    return (await statements.settings()).filter((one) => stateOf(one, now()) === 'draft').length;
  }

  async function correctionsFor(name: string, writes: boolean): Promise<number> {
    const { drafts, proposed } = await corrections.waiting(name);
    return proposed + (writes ? drafts : 0);
  }

  async function gapsFor(name: string, writes: boolean): Promise<number> {
    if (known === null || now() - known.at > GAPS_FRESH_MS) known = { gaps: await gaps.list(), at: now() };
    return known.gaps.filter((gap) => {
      const status = statusOf(gap, now());
      if (status === 'proposed') return gap.answers.at(-1)?.author !== name;
      return writes && (status === 'expired' || status === 'review');
    }).length;
  }

  return async (signedIn) => {
    const [releases, decides, decidesGaps] = [
      mayUse(signedIn, 'POST /staff/statements/:id/release'),
      mayUse(signedIn, 'POST /staff/corrections/:id/approve'),
      mayUse(signedIn, 'POST /staff/gaps/:id/approve'),
    ];
    if (!releases && !decides && !decidesGaps) return NOTHING_WAITS;
    const { name } = signedIn.account;
    const writes = mayUse(signedIn, 'POST /staff/corrections/:id/write');
    return {
      'GET /staff/statements': releases ? await statementsFor() : 0,
      'GET /staff/corrections': decides ? await correctionsFor(name, writes) : 0,
      'GET /staff/gaps': decidesGaps ? await gapsFor(name, mayUse(signedIn, 'POST /staff/gaps/:id/answer')) : 0,
    };
  };
}
