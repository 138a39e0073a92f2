import type { Conversation } from '../../../bot/conversation.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import type { Guard, GuardedSteps } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { eraseSteps, notedOrders, noteSteps } from './erasure.ts';

const NOTHING: GuardedSteps = { steps: [], guards: [] };

/** Whether a hold keeps the conversation's words. */
export async function isHeld(connection: RedisConnection, conversationId: string): Promise<boolean> {
  return (await connection.send(['EXISTS', `${PREFIX}hold:${conversationId}`])) === 1;
}

/** The erasure that was put off; `null` where there is none, or a hold puts it off still. */
export async function notedErasure(
  connection: RedisConnection,
  conversationId: string,
  at: number,
): Promise<GuardedSteps | null> {
  const [noted] = await notedOrders(connection, conversationId);
  if (noted === undefined || (await isHeld(connection, conversationId))) return null;
  return unlessHeld(conversationId, await eraseSteps(connection, conversationId, noted, at, []));
}

/** What becomes of an erasure that came with a turn; `stale` where it cannot be done as it was decided, see `TurnCommit`. */
export async function turnErasure(
  connection: RedisConnection,
  turn: TurnCommit,
  known: Conversation | null,
): Promise<GuardedSteps | 'stale'> {
  const { erasure, conversationId, at } = turn;
  if (turn.cancels === true) return (await notedErasure(connection, conversationId, at)) ?? NOTHING;
  if (erasure === undefined) return NOTHING;
  const held = await isHeld(connection, conversationId);
  if (erasure.when === 'now') {
    if (held) return 'stale';
    return unlessHeld(conversationId, await eraseSteps(connection, conversationId, erasure, at, turn.itemIds));
  }
  const isKept = held || turn.ticket !== null || known?.ticketId != null;
  return isKept ? { steps: noteSteps(conversationId, erasure), guards: [] } : 'stale';
}

function unlessHeld(conversationId: string, { steps, guards }: GuardedSteps): GuardedSteps {
  const free: Guard = ['reads', '0', 'EXISTS', `hold:${conversationId}`];
  return { steps, guards: [free, ...guards] };
}
