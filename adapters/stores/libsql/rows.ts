import { z } from 'zod';
import {
  type ContextLine,
  type Conversation,
  TICKET_OUTCOMES,
  type Ticket,
  type TranscriptMessage,
} from '../../../bot/conversation.ts';
import { ALL_TOPICS } from '../../../bot/topics.ts';

/** Readers of database rows. What the program wrote is trusted; closed sets are checked because they drive decisions. */

const channel = z.enum(['messenger', 'zalo', 'web']);
const nullableNumber = z.number().nullable();
const nullableText = z.string().nullable();
const json = z.string().transform((text) => JSON.parse(text));
const nullableJson = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : JSON.parse(text)));

const conversationRow = z.object({
  id: z.string(),
  channel,
  owner: z.enum(['bot', 'queue', 'staff']),
  epoch: z.number(),
  ticket_id: nullableText,
  disclosed_at: nullableNumber,
  last_inbound_at: nullableNumber,
  last_staff_at: nullableNumber,
  told_at: json,
  abuse: nullableJson,
  reference: json,
});

export function toConversation(row: unknown): Conversation {
  const value = conversationRow.parse(row);
  return {
    id: value.id,
    channel: value.channel,
    owner: value.owner,
    epoch: value.epoch,
    ticketId: value.ticket_id,
    disclosedAt: value.disclosed_at,
    lastInboundAt: value.last_inbound_at,
    lastStaffAt: value.last_staff_at,
    toldAt: value.told_at,
    abuse: value.abuse,
    reference: value.reference,
  };
}

const topic = z.enum(ALL_TOPICS).nullable();

const ticketRow = z.object({
  number: z.number(),
  id: z.string(),
  conversation_id: z.string(),
  channel,
  epoch: z.number(),
  topic,
  priority: z.enum(['normal', 'high', 'urgent']),
  state: z.enum(['new', 'claimed', 'waiting', 'closed']),
  question: z.string(),
  assignee: nullableText,
  opened_at: z.number(),
  updated_at: z.number(),
  closed_at: nullableNumber,
  closing_note: nullableText,
  outcome: z.enum(TICKET_OUTCOMES).nullable(),
  tags: json,
  due_at: nullableNumber,
  replied_at: nullableNumber,
  alarmed_at: nullableNumber,
  news_due_at: nullableNumber,
  queued_at: z.number(),
  reminded_at: nullableNumber,
  escalated_at: nullableNumber,
  apologised_at: nullableNumber,
  unattended_at: nullableNumber,
  closed_as: z.enum(['done', 'quiet', 'cancelled']).nullable(),
  reopened: z.number(),
  routed_to: nullableText,
  transfer_note: nullableText,
  proposal: nullableJson,
  rating: nullableJson,
});

export function toTicket(row: unknown): Ticket {
  const value = ticketRow.parse(row);
  return {
    id: value.id,
    number: value.number,
    conversationId: value.conversation_id,
    channel: value.channel,
    epoch: value.epoch,
    topic: value.topic,
    priority: value.priority,
    state: value.state,
    question: value.question,
    assignee: value.assignee,
    openedAt: value.opened_at,
    updatedAt: value.updated_at,
    closedAt: value.closed_at,
    closingNote: value.closing_note,
    outcome: value.outcome,
    tags: value.tags,
    dueAt: value.due_at,
    repliedAt: value.replied_at,
    alarmedAt: value.alarmed_at,
    newsDueAt: value.news_due_at,
    queuedAt: value.queued_at,
    remindedAt: value.reminded_at,
    escalatedAt: value.escalated_at,
    apologisedAt: value.apologised_at,
    unattendedAt: value.unattended_at,
    closedAs: value.closed_as,
    reopened: value.reopened,
    routedTo: value.routed_to,
    transferNote: value.transfer_note,
    proposal: value.proposal,
    rating: value.rating,
  };
}

const messageRow = z.object({
  id: z.number(),
  conversation_id: z.string(),
  epoch: z.number(),
  author: z.enum(['citizen', 'bot', 'staff']),
  author_name: nullableText,
  text: z.string(),
  at: z.number(),
  quick_replies: json,
  citations: json,
  state: z.enum(['pending', 'sending', 'sent', 'failed', 'held', 'withheld']).nullable(),
  reason: nullableText,
});

const contextRow = messageRow.pick({ author: true, text: true, quick_replies: true });

export function toContextLine(row: unknown): ContextLine {
  const { author, text, quick_replies } = contextRow.parse(row);
  return { author: author === 'citizen' ? 'citizen' : 'us', text, quickReplies: quick_replies };
}

export function toTranscriptMessage(row: unknown): TranscriptMessage {
  const value = messageRow.parse(row);
  return {
    id: value.id,
    conversationId: value.conversation_id,
    epoch: value.epoch,
    author: value.author,
    authorName: value.author_name,
    text: value.text,
    at: value.at,
    quickReplies: value.quick_replies,
    citations: value.citations,
    delivery: value.state,
    deliveryReason: value.reason,
  };
}
