import type { Conversation, Ticket } from './conversation.ts';
import type { Stale, TicketChange, TurnCommit } from './ports/records.ts';
import type { Priority } from './topics.ts';

/** A conversation and its open ticket, or the ticket that was open until this step. */
export interface Standing {
  readonly conversation: Conversation;
  readonly ticket: Ticket | null;
}

/** An open ticket with its conversation: what staff act on. */
export interface OpenMatter extends Standing {
  readonly ticket: Ticket;
}

const PRIORITY_RANK: Readonly<Record<Priority, number>> = { normal: 0, high: 1, urgent: 2 };

/**
 * The rules of ownership, free of any store: who owns a conversation after a step, and what becomes of its ticket.
 * Every engine reads the standing, asks here and writes the result in one atomic step.
 */

/** The standing in which a turn finds a conversation: a new one has epoch 1, and the reference is always the newest. */
export function standingOf(
  known: Conversation | null,
  open: Ticket | null,
  turn: Pick<TurnCommit, 'conversationId' | 'channel' | 'reference'>,
): Standing {
  const { conversationId: id, channel, reference } = turn;
  const conversation: Conversation =
    known === null
      ? {
          id,
          channel,
          owner: 'bot',
          epoch: 1,
          ticketId: null,
          disclosedAt: null,
          lastInboundAt: null,
          lastStaffAt: null,
          reference,
        }
      : { ...known, reference };
  return { conversation, ticket: open };
}

/** Whether staff changed who may speak since a turn was decided: it must be decided again. */
export function isOutdated(
  { seen }: Pick<TurnCommit, 'seen'>,
  known: Conversation | null,
  open: Ticket | null,
): boolean {
  if (seen === undefined) return false;
  const facts = (one: Conversation | null) => [one?.owner, one?.epoch, one?.ticketId, one?.lastStaffAt].join();
  const reassigned = seen.ticket !== undefined && seen.ticket?.assignee !== open?.assignee;
  return reassigned || facts(seen.conversation) !== facts(known);
}

/**
 * After a turn: the owner it decided, and at most one open ticket, whose priority only ever rises.
 * @param identify gives a new ticket its id and number; called at most once
 */
export function afterTurn(
  { conversation, ticket }: Standing,
  turn: Pick<TurnCommit, 'owner' | 'at' | 'disclosed' | 'lastInboundAt' | 'heard' | 'ticket' | 'channel'>,
  identify: () => Pick<Ticket, 'id' | 'number'>,
): Standing {
  const changed = turn.ticket === null ? ticket : changeTicket({ conversation, ticket }, turn.ticket, turn, identify);
  const staffSpoke = turn.heard.some((line) => line.author === 'staff');
  return {
    conversation: {
      ...conversation,
      owner: turn.owner,
      ticketId: changed?.id ?? null,
      disclosedAt: turn.disclosed ? turn.at : conversation.disclosedAt,
      lastInboundAt: latest(turn.lastInboundAt, conversation.lastInboundAt),
      lastStaffAt: staffSpoke ? turn.at : conversation.lastStaffAt,
    },
    ticket: changed,
  };
}

/** What staff read beside words of the bot that were dropped because a person had taken over. */
export const TAKEN_OVER = 'Cán bộ đã tiếp nhận cuộc trò chuyện.';

/** Whether staff took a conversation over in this step: what the bot had still to say is dropped, for good. */
export function isTakenOver(before: Conversation | null, after: Conversation): boolean {
  return after.owner === 'staff' && before?.owner !== 'staff';
}

/** Staff takes the matter. `taken` when somebody else holds it. */
export function afterClaim(matter: OpenMatter, staffName: string, at: number): OpenMatter | Stale {
  const { conversation, ticket } = matter;
  if (isHeldByAnother(ticket, staffName)) return { ok: false, reason: 'taken' };
  return {
    conversation: { ...conversation, owner: 'staff' },
    ticket: { ...ticket, state: 'claimed', assignee: staffName, updatedAt: at },
  };
}

/** Staff writes to the citizen, and thereby takes a matter that nobody held. */
export function afterReply(matter: OpenMatter, staffName: string, at: number): OpenMatter | Stale {
  const taken = afterClaim(matter, staffName, at);
  return 'ok' in taken ? taken : { ...taken, conversation: { ...taken.conversation, lastStaffAt: at } };
}

/** The matter is closed: a new epoch, owned by the bot again. */
export function afterClose(
  { conversation, ticket }: OpenMatter,
  closing: { readonly staffName: string; readonly note: string; readonly at: number },
): OpenMatter | Stale {
  const { staffName: assignee, note: closingNote, at } = closing;
  if (isHeldByAnother(ticket, assignee)) return { ok: false, reason: 'taken' };
  return {
    conversation: { ...conversation, owner: 'bot', epoch: conversation.epoch + 1, ticketId: null, lastStaffAt: null },
    ticket: { ...ticket, state: 'closed', assignee, closedAt: at, updatedAt: at, closingNote },
  };
}

function changeTicket(
  { conversation, ticket }: Standing,
  change: TicketChange,
  { at, channel }: Pick<TurnCommit, 'at' | 'channel'>,
  identify: () => Pick<Ticket, 'id' | 'number'>,
): Ticket | null {
  const { topic, priority } = change;
  if (ticket !== null) {
    const raised = PRIORITY_RANK[priority] > PRIORITY_RANK[ticket.priority];
    return raised
      ? { ...ticket, priority, topic, updatedAt: at }
      : { ...ticket, topic: ticket.topic ?? topic, updatedAt: at };
  }
  if (change.kind !== 'open') return null;
  return {
    ...identify(),
    conversationId: conversation.id,
    channel,
    epoch: conversation.epoch,
    topic,
    priority,
    state: 'new',
    question: change.question,
    assignee: null,
    openedAt: at,
    updatedAt: at,
    closedAt: null,
    closingNote: null,
  };
}

function isHeldByAnother(ticket: Ticket, staffName: string): boolean {
  return ticket.assignee !== null && ticket.assignee !== staffName;
}

function latest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
