import { z } from 'zod';
import type { Ticket } from '../../../bot/conversation.ts';
import { NOTES_TO_STAFF } from '../../../bot/notes-to-staff.ts';
import type { ErasureOrder, ErasureRecord, ErasureRecords } from '../../../bot/ports/erasure.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import { erasureDigest, erasureRecord } from '../erasure-proof.ts';
import type { Guard, GuardedSteps, Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';
import { correctionErasureSteps } from './correction-steps.ts';
import { gapErasureSteps } from './gap-steps.ts';
import { linkErasureSteps } from './link-steps.ts';
import { SHARED } from './lua.ts';
import { reminderErasureSteps } from './reminder-steps.ts';
import { erasureJson, noteJson, orderJson, ticketJson } from './stored-json.ts';
import { ticketSteps } from './ticket-steps.ts';

type Order = Pick<ErasureOrder, 'code' | 'requestedBy'>;

/** Proofs of erasure in Redis. */
export function createRedisErasureRecords(connection: RedisConnection): ErasureRecords {
  return {
    async find(code) {
      const found = await connection.send(['GET', `${PREFIX}erasure:${code}`]);
      return found === null ? null : erasureJson.parse(found);
    },
  };
}

/** Steps that note an erasure which the open ticket puts off. */
export function noteSteps(conversationId: string, order: Order): readonly Step[] {
  return [
    recordStep(erasureRecord(conversationId, order, null, {})),
    ['call', 'RPUSH', `pending-erasures:${conversationId}`, JSON.stringify(order)],
  ];
}

/** What is stored of a conversation and holds personal data. */
interface Holdings {
  readonly lineIds: readonly string[];
  /** How many of the lines were to be sent. */
  readonly outgoing: number;
  readonly notes: readonly Note[];
  readonly turnIds: readonly string[];
  readonly tickets: readonly Ticket[];
  readonly waiting: readonly number[];
  readonly parked: readonly number[];
  readonly noted: readonly Order[];
  readonly known: boolean;
}

const holdings = script(`${SHARED}
local conversation = ARGV[2]
local tickets = {}
for _, id in ipairs(redis.call('SMEMBERS', p .. 'tickets-of:' .. conversation)) do
  tickets[#tickets + 1] = redis.call('GET', p .. 'ticket:' .. id)
end
local lines, outgoing = redis.call('ZRANGE', p .. 'order:' .. conversation, 0, -1), 0
local notes = {}
for _, id in ipairs(redis.call('ZRANGE', p .. 'note-ids:' .. conversation, 0, -1)) do
  notes[#notes + 1] = redis.call('GET', p .. 'note:' .. id)
end
for _, id in ipairs(lines) do outgoing = outgoing + redis.call('EXISTS', p .. 'out:' .. id) end
return {
  lines,
  outgoing,
  notes,
  redis.call('SMEMBERS', p .. 'turns-of:' .. conversation),
  tickets,
  redis.call('ZRANGE', p .. 'mail:' .. conversation, 0, -1),
  redis.call('SMEMBERS', p .. 'parked-of:' .. conversation),
  redis.call('LRANGE', p .. 'pending-erasures:' .. conversation, 0, -1),
  redis.call('EXISTS', p .. 'conversation:' .. conversation),
}`);

const texts = z.array(z.string());
const numbers = z.array(z.coerce.number());
const holdingsReply = z
  .tuple([
    texts,
    z.number(),
    z.array(noteJson),
    texts,
    z.array(ticketJson),
    numbers,
    numbers,
    z.array(orderJson),
    z.number(),
  ])
  .transform(
    ([lineIds, outgoing, notes, turnIds, tickets, waiting, parked, noted, known]): Holdings => ({
      lineIds,
      outgoing,
      notes,
      turnIds,
      tickets,
      waiting,
      parked,
      noted,
      known: known === 1,
    }),
  );

/** The orders that an open ticket of the conversation puts off, oldest first. */
export async function notedOrders(connection: RedisConnection, conversationId: string): Promise<readonly Order[]> {
  const found = await connection.send(['LRANGE', `${PREFIX}pending-erasures:${conversationId}`, '0', '-1']);
  return z.array(orderJson).parse(found);
}

/**
 * Steps that delete or empty everything of the conversation that carries personal data, and write the proof. Where
 * something was added to what they were made for, a guard fails and they must be made anew.
 * @param consumed messages of the turn that asked: mail that waits behind them stays, as a new matter; where there are
 *   none, no mail stays
 */
export async function eraseSteps(
  connection: RedisConnection,
  conversationId: string,
  order: Order,
  at: number,
  consumed: readonly number[],
): Promise<GuardedSteps> {
  const held = holdingsReply.parse(await connection.run(holdings, [PREFIX, conversationId]));
  const pseudonym = `erased:${erasureDigest(order.code, conversationId)}`;
  const mail = consumed.length === 0 ? held.waiting : [];
  const gaps = await gapErasureSteps(connection, conversationId, pseudonym);
  const corrections = await correctionErasureSteps(connection, conversationId);
  const links = await linkErasureSteps(connection, conversationId);
  const counts = {
    messages: held.lineIds.length,
    outbox: held.outgoing,
    notes: held.notes.length,
    turns: held.turnIds.length,
    tickets: held.tickets.length,
    inbox: mail.length + held.parked.length,
    conversations: held.known ? 1 : 0,
  };
  const own = ['hold', 'lines', 'order', 'heard', 'open', 'unconfirmed', 'provider', 'conversation', 'parked-of'];
  const lists = [...own, 'note-ids', 'turns-of', 'tickets-of', 'pending-erasures'];
  const steps: readonly Step[] = [
    ...held.lineIds.map((id): Step => ['unsend', id]),
    ...held.notes.flatMap(({ id, mentions }): readonly Step[] => [
      ['call', 'DEL', `note:${id}`],
      ...mentions.map((name): Step => ['call', 'ZREM', `mentions:${name}`, String(id)]),
    ]),
    ...held.turnIds.map((id): Step => {
      const empty = ['question', '', 'reply', '', 'citations', '[]', 'items', '[]', 'trace', ''];
      return ['call', 'HSET', `turn:${id}`, 'conversation', pseudonym, ...empty];
    }),
    ...gaps.steps,
    ...reminderErasureSteps(conversationId),
    ...corrections.steps,
    ...links.steps,
    ...held.tickets.map(({ number }): Step => ['forget', number]),
    ...held.tickets.flatMap((ticket) =>
      ticketSteps(ticket, {
        ...ticket,
        conversationId: pseudonym,
        question: NOTES_TO_STAFF.erased,
        closingNote: null,
        transferNote: null,
        proposal: null,
        tags: [],
        state: 'closed',
        closedAt: ticket.closedAt ?? at,
        updatedAt: at,
      }),
    ),
    ['take', conversationId, ...mail],
    ...held.parked.flatMap((id): readonly Step[] => [
      ['call', 'ZREM', 'parked', String(id).padStart(16, '0')],
      ['call', 'DEL', `item:${id}`],
    ]),
    ...lists.map((name): Step => ['call', 'DEL', `${name}:${conversationId}`]),
    // Whoever asked before, and was told a code of their own, is served too.
    ...[...held.noted, order].map((each) => recordStep(erasureRecord(conversationId, each, at, counts))),
  ];
  // Lines, notes and turns are only ever added, so their number tells of every new one.
  const guards: readonly Guard[] = [
    ...gaps.guards,
    ...corrections.guards,
    ...links.guards,
    ['reads', String(held.lineIds.length), 'ZCARD', `order:${conversationId}`],
    ['reads', String(held.notes.length), 'ZCARD', `note-ids:${conversationId}`],
    ['reads', String(held.turnIds.length), 'SCARD', `turns-of:${conversationId}`],
    ['reads', String(held.tickets.length), 'SCARD', `tickets-of:${conversationId}`],
    ['reads', String(held.noted.length), 'LLEN', `pending-erasures:${conversationId}`],
  ];
  return { steps, guards };
}

function recordStep(record: ErasureRecord): Step {
  return ['call', 'SET', `erasure:${record.code}`, JSON.stringify(record)];
}
