import type { Corrections } from '../../bot/ports/corrections.ts';
import { type KeptStatements, stateOf } from '../../bot/statements/statement.ts';
import { mayUse } from './may-use.ts';
import type { SignedIn } from './sessions.ts';
import { NOTHING_WAITS, type WaitingWork } from './waiting-pages.ts';

/** Counts what waits for an account: only what it may decide, and of words never its own. */
export type CountWaiting = (signedIn: Pick<SignedIn, 'account'>) => Promise<WaitingWork>;

/** Statements that wait for release, corrections that wait for words or for a second person. */
export function createWaitingCount(deps: {
  readonly statements: KeptStatements;
  readonly corrections: Pick<Corrections, 'waiting'>;
  readonly now: () => number;
}): CountWaiting {
  const { statements, corrections, now } = deps;

  async function statementsFor(): Promise<number> {
    return (await statements.settings()).filter((one) => stateOf(one, now()) === 'draft').length;
  }

  async function correctionsFor(name: string, writes: boolean): Promise<number> {
    const { drafts, proposed } = await corrections.waiting(name);
    return proposed + (writes ? drafts : 0);
  }

  return async (signedIn) => {
    const [releases, decides] = [
      mayUse(signedIn, 'POST /staff/statements/:id/release'),
      mayUse(signedIn, 'POST /staff/corrections/:id/approve'),
    ];
    if (!releases && !decides) return NOTHING_WAITS;
    const writes = mayUse(signedIn, 'POST /staff/corrections/:id/write');
    return {
      'GET /staff/statements': releases ? await statementsFor() : 0,
      'GET /staff/corrections': decides ? await correctionsFor(signedIn.account.name, writes) : 0,
    };
  };
}
