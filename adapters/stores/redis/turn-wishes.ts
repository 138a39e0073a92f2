import type { TurnCommit } from '../../../bot/ports/records.ts';
import type { GuardedSteps } from './apply-changes.ts';
import type { RedisConnection } from './connection.ts';
import { turnLinkSteps } from './link-steps.ts';
import { turnReminderSteps } from './reminder-steps.ts';

/** Steps that write what a turn makes of the citizen's reminders and links; `stale` where a code stands no more. */
export async function turnWishSteps(connection: RedisConnection, turn: TurnCommit): Promise<GuardedSteps | 'stale'> {
  const linked = await turnLinkSteps(connection, turn);
  if (linked === 'stale') return linked;
  const reminded = await turnReminderSteps(connection, turn);
  return { steps: [...reminded.steps, ...linked.steps], guards: [...reminded.guards, ...linked.guards] };
}
