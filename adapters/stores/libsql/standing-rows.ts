import type { Conversation, Ticket } from '../../../bot/conversation.ts';
import { DELIVERY_REASONS } from '../../../bot/delivery-words.ts';
import { isTakenOver, type Standing, ticketOrder } from '../../../bot/handover.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { afterRating } from '../../../bot/ticket-rating/ticket-rating.ts';
import type { Database } from './database.ts';
import { toConversation, toTicket } from './rows.ts';

/** Conversations and their tickets as rows; every call belongs to the caller's transaction. */
export interface StandingRows {
  conversation(id: string): Conversation | null;
  ticket(id: string): Ticket | null;
  /** Stores both, and ends the unsent words of the bot when a person takes over. */
  save(standing: Standing, at: number): void;
  /** The ticket of a conversation that was closed last. */
  lastClosedTicket(conversationId: string): Ticket | null;
  /** Writes what the citizen says of how a matter was dealt with, where that counts. */
  rate(turn: TurnCommit): void;
  nextTicketNumber(): number;
}

export function createStandingRows(database: Database): StandingRows {
  const selectConversation = database.prepare('SELECT * FROM conversations WHERE id = ?');
  const selectTicket = database.prepare('SELECT * FROM tickets WHERE id = ?');
  const upsertConversation = database.prepare(
    `INSERT INTO conversations (id, channel, owner, epoch, ticket_id, disclosed_at, last_inbound_at, last_staff_at,
       told_at, abuse, reference, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, epoch = excluded.epoch, ticket_id = excluded.ticket_id,
       disclosed_at = excluded.disclosed_at, last_inbound_at = excluded.last_inbound_at,
       last_staff_at = excluded.last_staff_at, told_at = excluded.told_at, abuse = excluded.abuse,
       reference = excluded.reference`,
  );
  const upsertTicket = database.prepare(
    `INSERT INTO tickets (number, id, conversation_id, channel, epoch, topic, priority, state, question, assignee,
       opened_at, updated_at, closed_at, closing_note, due_at, replied_at, alarmed_at, list_order, news_due_at,
       queued_at, reminded_at, escalated_at, apologised_at, unattended_at, closed_as, reopened, routed_to,
       transfer_note, outcome, tags, proposal, rating)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, topic = excluded.topic, priority = excluded.priority,
       state = excluded.state, question = excluded.question, assignee = excluded.assignee,
       updated_at = excluded.updated_at, closed_at = excluded.closed_at, closing_note = excluded.closing_note,
       due_at = excluded.due_at, replied_at = excluded.replied_at, alarmed_at = excluded.alarmed_at,
       list_order = excluded.list_order, news_due_at = excluded.news_due_at, queued_at = excluded.queued_at,
       reminded_at = excluded.reminded_at, escalated_at = excluded.escalated_at,
       apologised_at = excluded.apologised_at, unattended_at = excluded.unattended_at,
       closed_as = excluded.closed_as, reopened = excluded.reopened, routed_to = excluded.routed_to,
       transfer_note = excluded.transfer_note, outcome = excluded.outcome, tags = excluded.tags, proposal = excluded.proposal,
       rating = excluded.rating`,
  );
  const selectLastClosed = database.prepare(
    `SELECT * FROM tickets WHERE conversation_id = ? AND state = 'closed' ORDER BY closed_at DESC, number DESC LIMIT 1`,
  );
  const updateRating = database.prepare('UPDATE tickets SET rating = ? WHERE id = ?');
  const withhold = database.prepare(
    `UPDATE outbox SET state = 'withheld', reason = ?, ended_at = ?
     WHERE conversation_id = ? AND state = 'pending' AND over_staff = 0
       AND id IN (SELECT id FROM messages WHERE author = 'bot')`,
  );

  function findConversation(id: string): Conversation | null {
    const row = selectConversation.get(id);
    return row === undefined ? null : toConversation(row);
  }

  function findTicket(id: string): Ticket | null {
    const row = selectTicket.get(id);
    return row === undefined ? null : toTicket(row);
  }

  function save({ conversation, ticket }: Standing, at: number): void {
    if (isTakenOver(findConversation(conversation.id), conversation))
      withhold.run(DELIVERY_REASONS.takenOver, at, conversation.id);
    upsertConversation.run(
      conversation.id,
      conversation.channel,
      conversation.owner,
      conversation.epoch,
      conversation.ticketId,
      conversation.disclosedAt,
      conversation.lastInboundAt,
      conversation.lastStaffAt,
      JSON.stringify(conversation.toldAt),
      conversation.abuse === null ? null : JSON.stringify(conversation.abuse),
      JSON.stringify(conversation.reference),
      at,
    );
    if (ticket === null) return;
    upsertTicket.run(
      ticket.number,
      ticket.id,
      ticket.conversationId,
      ticket.channel,
      ticket.epoch,
      ticket.topic,
      ticket.priority,
      ticket.state,
      ticket.question,
      ticket.assignee,
      ticket.openedAt,
      ticket.updatedAt,
      ticket.closedAt,
      ticket.closingNote,
      ticket.dueAt,
      ticket.repliedAt,
      ticket.alarmedAt,
      ticketOrder(ticket),
      ticket.newsDueAt,
      ticket.queuedAt,
      ticket.remindedAt,
      ticket.escalatedAt,
      ticket.apologisedAt,
      ticket.unattendedAt,
      ticket.closedAs,
      ticket.reopened,
      ticket.routedTo,
      ticket.transferNote,
      ticket.outcome,
      JSON.stringify(ticket.tags),
      ticket.proposal === null ? null : JSON.stringify(ticket.proposal),
      ticket.rating === null ? null : JSON.stringify(ticket.rating),
    );
  }

  function lastClosedTicket(conversationId: string): Ticket | null {
    const row = selectLastClosed.get(conversationId);
    return row === undefined ? null : toTicket(row);
  }

  function rate({ ticketRating: given, conversationId, at }: TurnCommit): void {
    const ticket = given === undefined ? null : findTicket(given.ticketId);
    const rated = given === undefined || ticket === null ? null : afterRating(ticket, given, { conversationId, at });
    if (rated !== null) updateRating.run(JSON.stringify(rated.rating), rated.id);
  }

  function nextTicketNumber(): number {
    return (database.prepare('SELECT COALESCE(MAX(number), 0) + 1 AS next FROM tickets').get() as { next: number })
      .next;
  }

  return { conversation: findConversation, ticket: findTicket, save, lastClosedTicket, rate, nextTicketNumber };
}
