import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createFloodWatch } from '../../bot/flood.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';
import { runTurn, type TurnDependencies } from '../../bot/run-turn.ts';
import type { TurnKnowledge } from '../../bot/turn-decision.ts';
import { NO_APPROVAL, SWITCHED_ON, USUAL_OFFICE, USUAL_TOPICS } from './office.ts';

/** Documents that answer nothing. */
export const NO_DOCUMENTS: TurnKnowledge = {
  answer: async () => ({ kind: 'unknown', reason: 'unsure', confidence: 0, hits: [] }),
  passage: () => null,
  link: () => null,
};

/**
 * Runs what a citizen says as one turn, with the usual office and documents that answer nothing.
 * @param said.at when it was said (ms since epoch)
 * @param dependencies clock and ids of the test, and what is other than usual
 */
export function runPlainTurn(
  { records, live }: Pick<StateEngine, 'records' | 'live'>,
  said: {
    readonly conversationId: string;
    /** The web chat unless given. */
    readonly channel?: ChannelId;
    readonly text: string;
    readonly payload?: string | null;
    readonly at: number;
  },
  dependencies: Pick<TurnDependencies, 'now' | 'newId'> & Partial<TurnDependencies>,
): Promise<'done' | 'stale'> {
  const { conversationId, channel = 'web', text, payload = null, at } = said;
  const source = {
    conversationId,
    channel,
    reference: {},
    itemIds: [],
    fence: null,
    fragments: [{ text, at }],
  } as const;
  return runTurn({ text, payload, attachmentCount: 0, at }, source, {
    records,
    live,
    knowledge: NO_DOCUMENTS,
    reopenDays: 7,
    flood: createFloodWatch(),
    onTurn: () => undefined,
    onAccountAlarm: () => undefined,
    botSwitch: SWITCHED_ON,
    office: USUAL_OFFICE,
    topics: USUAL_TOPICS,
    approval: NO_APPROVAL,
    ...dependencies,
  });
}
