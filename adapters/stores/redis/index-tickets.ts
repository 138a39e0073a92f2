import { z } from 'zod';
import type { Ticket } from '../../../bot/conversation.ts';
import { applyChanges, type Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { scanKeys } from './scan-keys.ts';
import { lineJson, type StoredLine, ticketJson } from './stored-json.ts';
import { rewordSteps, ticketListSteps } from './ticket-list-steps.ts';

const texts = z.array(z.string());

/** Tickets of a conversation, closed ones too. */
export async function ticketsOf({ send }: RedisConnection, conversationId: string): Promise<readonly Ticket[]> {
  const ids = texts.parse(await send(['SMEMBERS', `${PREFIX}tickets-of:${conversationId}`]));
  const stored = await Promise.all(ids.map((id) => send(['GET', `${PREFIX}ticket:${id}`])));
  return z.array(ticketJson).parse(stored.filter((one) => one !== null));
}

/** The lines of a conversation by their ids, in no order. */
export async function linesOf(
  { send }: RedisConnection,
  conversationId: string,
): Promise<ReadonlyMap<string, StoredLine>> {
  const flat = texts.parse(await send(['HGETALL', `${PREFIX}lines:${conversationId}`]));
  return new Map(
    Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? '', lineJson.parse(flat[2 * at + 1])]),
  );
}

/**
 * Steps by which the tickets of a conversation are found by what its lines say after a change.
 * @param changed lines by id, as they will be
 */
export async function rewordConversation(
  connection: RedisConnection,
  conversationId: string,
  changed: ReadonlyMap<string, StoredLine>,
): Promise<readonly Step[]> {
  const epochs = new Set([...changed.values()].map(({ epoch }) => epoch));
  const tickets = (await ticketsOf(connection, conversationId)).filter(({ epoch }) => epochs.has(epoch));
  if (tickets.length === 0) return [];
  const lines = new Map([...(await linesOf(connection, conversationId)), ...changed]);
  return tickets.flatMap((ticket) => rewordSteps(ticket, textsOf(lines, ticket.epoch)));
}

/**
 * Puts every ticket into the lists and under its words anew; for a state that was written without them. Nobody else may
 * write meanwhile. It may be cut short and run again.
 */
export async function indexTickets(connection: RedisConnection): Promise<void> {
  for (const id of await scanKeys(connection, 'ticket:')) {
    const ticket = ticketJson.parse(await connection.send(['GET', `${PREFIX}ticket:${id}`]));
    const lines = await linesOf(connection, ticket.conversationId);
    const words = rewordSteps(ticket, textsOf(lines, ticket.epoch));
    await applyChanges(connection, [], [...ticketListSteps(null, ticket), ...words]);
  }
}

/** Texts of a period's lines. */
export function textsOf(lines: ReadonlyMap<string, StoredLine>, epoch: number): readonly string[] {
  return [...lines.values()].filter((line) => line.epoch === epoch).map(({ text }) => text);
}
