import { z } from 'zod';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { afterRating } from '../../../bot/ticket-rating/ticket-rating.ts';
import type { GuardedSteps } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { ticketJson } from './stored-json.ts';
import { ticketSteps } from './ticket-steps.ts';

/** Steps that write what the citizen says of how a matter was dealt with; none where that counts for nothing. */
export async function ratedClosingSteps(
  connection: RedisConnection,
  { ticketRating: given, conversationId, at }: TurnCommit,
): Promise<GuardedSteps> {
  const key = `ticket:${given?.ticketId}`;
  const stored = given === undefined ? null : await connection.send(['GET', `${PREFIX}${key}`]);
  if (given === undefined || stored === null) return { steps: [], guards: [] };
  const ticket = ticketJson.parse(stored);
  const rated = afterRating(ticket, given, { conversationId, at });
  if (rated === null) return { steps: [], guards: [] };
  return { steps: ticketSteps(ticket, rated), guards: [['equal', key, z.string().parse(stored)]] };
}
