import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createFloodWatch, type FloodWatch } from '../../bot/flood.ts';
import { engineInMemory } from './engine-in-memory.ts';
import { NO_DOCUMENTS, runPlainTurn } from './plain-turns.ts';

/** Whom words come from unless a test says otherwise. */
export const AN = 'web:web:an';
/** A question about law that no document here answers. */
export const QUESTION = 'Học phí lớp 1 công lập là bao nhiêu ạ?';

/** Citizens who talk to the bot over a state in memory, one message after another, with a clock of their own. */
export interface SteppedConversation {
  readonly stores: StateEngine;
  readonly flood: FloodWatch;
  /** Moved by tests, and before each message by the step; ms since the epoch. */
  readonly clock: { now: number };
  /** How often documents were searched. */
  readonly searches: () => number;
  /** What the bot says to a message; `null`: nothing. */
  say(text: string, payload?: string | null, conversationId?: string): Promise<string | null>;
}

/** @param stepMs how long after the message before it each message comes (ms) */
export function aSteppedConversation(stepMs: number): SteppedConversation {
  const stores = engineInMemory();
  const flood = createFloodWatch();
  const clock = { now: Date.UTC(2026, 10, 24) };
  let searches = 0;
  let turns = 0;
  const knowledge = {
    ...NO_DOCUMENTS,
    answer(...asked: Parameters<typeof NO_DOCUMENTS.answer>) {
      searches += 1;
      return NO_DOCUMENTS.answer(...asked);
    },
  };
  return {
    stores,
    flood,
    clock,
    searches: () => searches,
    async say(text, payload = null, conversationId = AN) {
      clock.now += stepMs;
      const said = { conversationId, text, payload, at: clock.now };
      await runPlainTurn(stores, said, { flood, knowledge, now: () => clock.now, newId: () => `turn-${++turns}` });
      const latest = (await stores.records.context(conversationId, 1))[0];
      return latest?.author === 'us' ? latest.text : null;
    },
  };
}
