import { z } from 'zod';
import type { RuleCorrection } from '../../../bot/corrections/correction.ts';
import { applyChanges, type GuardedSteps, type Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { linesOf } from './index-tickets.ts';
import { scanKeys } from './scan-keys.ts';

/** One citizen to whom a correction was put on its way. */
export interface StoredTelling {
  readonly correctionId: string;
  readonly conversationId: string;
  readonly attempt: number;
  readonly correlationId: string;
  readonly at: number;
}

/** Readers of what this program wrote itself. */
export const correctionJson = z.string().transform((text) => JSON.parse(text) as RuleCorrection);
export const tellingJson = z.string().transform((text) => JSON.parse(text) as StoredTelling);
/** What waits for people, by id, with all that its counting needs. */
export const WAITING_CORRECTIONS = 'corrections-waiting';
export const waitingJson = z.string().transform((text) => JSON.parse(text) as Pick<RuleCorrection, 'state' | 'author'>);

/**
 * Steps that store a correction: `correction:<id>`, `corrections` by opening time, and `corrections-waiting` as long as it
 * waits for words or for a second person.
 */
export function correctionSteps(correction: RuleCorrection): readonly Step[] {
  return [
    ['call', 'SET', `correction:${correction.id}`, JSON.stringify(correction)],
    ['call', 'ZADD', 'corrections', String(correction.openedAt), correction.id],
    waitingStep(correction),
  ];
}

function waitingStep({ id, state, author }: RuleCorrection): Step {
  return state === 'draft' || state === 'proposed'
    ? ['call', 'HSET', WAITING_CORRECTIONS, id, JSON.stringify({ state, author })]
    : ['call', 'HDEL', WAITING_CORRECTIONS, id];
}

/** Notes what waits among the corrections that an older program stored. It may be cut short and run again. */
export async function indexWaitingCorrections(connection: RedisConnection): Promise<void> {
  for (const id of await scanKeys(connection, 'correction:')) {
    const stored = await connection.send(['GET', `${PREFIX}correction:${id}`]);
    if (typeof stored === 'string') await applyChanges(connection, [], [waitingStep(correctionJson.parse(stored))]);
  }
}

/**
 * Steps that remember whom a correction was told: `correction-told:<correction>` by conversation, and
 * `correction-told-of:<conversation>` the other way.
 */
export function tellingSteps(telling: StoredTelling): readonly Step[] {
  const { correctionId, conversationId } = telling;
  return [
    ['call', 'HSET', `correction-told:${correctionId}`, conversationId, JSON.stringify(telling)],
    ['call', 'SADD', `correction-told-of:${conversationId}`, correctionId],
  ];
}

/** Steps that forget which documents were quoted to a citizen, and what was put right. */
export async function correctionErasureSteps(
  connection: RedisConnection,
  conversationId: string,
): Promise<GuardedSteps> {
  const cited = await membersOf(connection, `cited-of:${conversationId}`);
  const told = await membersOf(connection, `correction-told-of:${conversationId}`);
  return {
    steps: [
      ...cited.map((id): Step => ['call', 'ZREM', `cited:${id}`, conversationId]),
      ...told.map((id): Step => ['call', 'HDEL', `correction-told:${id}`, conversationId]),
      ['call', 'DEL', `cited-of:${conversationId}`],
      ['call', 'DEL', `correction-told-of:${conversationId}`],
    ],
    guards: [
      ['reads', String(cited.length), 'SCARD', `cited-of:${conversationId}`],
      ['reads', String(told.length), 'SCARD', `correction-told-of:${conversationId}`],
    ],
  };
}

/**
 * Notes of every transcript which documents it quotes, for a state that was written without it. It may be cut short and
 * run again.
 */
export async function indexCitations(connection: RedisConnection): Promise<void> {
  for (const conversationId of await scanKeys(connection, 'lines:')) {
    const lines = [...(await linesOf(connection, conversationId)).values()];
    const cited = new Set(lines.flatMap(({ citations }) => citations.map(({ documentId }) => documentId)));
    if (cited.size > 0) await applyChanges(connection, [], [['cite', conversationId, ...cited]]);
  }
}

async function membersOf(connection: RedisConnection, set: string): Promise<readonly string[]> {
  return z.array(z.string()).parse(await connection.send(['SMEMBERS', `${PREFIX}${set}`]));
}
