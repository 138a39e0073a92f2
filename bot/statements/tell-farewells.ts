import { createTelling, type TellingDependencies } from '../gaps/tell-askers.ts';
import type { Gaps } from '../ports/gaps.ts';
import { type RepeatedWork, repeatWork } from '../repeated-work.ts';
import type { KeptStatements, Statement } from './statement.ts';
import { heldGap } from './statement-ledger.ts';

const EVERY_MS = 30_000;
/** Who could not be written to for so long is not told any more: nobody remembers the question. */
const TRIED_FOR_MS = 14 * 24 * 3_600_000;
/** A statement's words of farewell are the only answer of its gap. */
const ONLY_ANSWER = 1;

export interface FarewellDependencies extends Omit<TellingDependencies, 'gaps'> {
  readonly gaps: Gaps;
  readonly statements: Pick<KeptStatements, 'settings'>;
  readonly onFault: (error: unknown) => void;
}

/** Sends once, after the end of a holding statement, what the office has for those who asked meanwhile; in one process at a time. */
export function startFarewells(dependencies: FarewellDependencies): RepeatedWork {
  const { gaps, statements, now, onFault } = dependencies;
  const tell = createTelling(dependencies);

  async function look(): Promise<void> {
    const waiting = (await statements.settings()).filter(
      ({ farewell }) => farewell !== null && now() - farewell.at < TRIED_FOR_MS,
    );
    for (const statement of waiting) await tellAskers(statement);
  }

  async function tellAskers({ id, farewell }: Statement): Promise<void> {
    const gapId = heldGap(id);
    const untold = (await gaps.questionsIn(gapId)).filter(({ told }) => told < ONLY_ANSWER);
    for (const conversationId of new Set(untold.map((question) => question.conversationId))) {
      const words = { gapId, answer: ONLY_ANSWER, conversationId, text: farewell?.text ?? '' };
      await tell(words).catch(onFault);
    }
  }

  return repeatWork(look, EVERY_MS, onFault);
}
