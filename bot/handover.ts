import type { Conversation, Ticket } from './conversation.ts';
import type { Stale, TicketChange, TurnCommit, WaitingNotice } from './ports/records.ts';
import type { Priority, Topic } from './topics.ts';

/** A conversation and its open ticket, or the ticket that was open until this step. */
export interface Standing {
  readonly conversation: Conversation;
  readonly ticket: Ticket | null;
}

/** An open ticket with its conversation: what staff act on. */
export interface OpenMatter extends Standing {
  readonly ticket: Ticket;
}

/** Messages of danger that come so soon after an alarm belong to it (ms). */
const SAME_DANGER_MS = 15 * 60_000;

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
          toldAt: {},
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
  turn: Pick<TurnCommit, 'owner' | 'at' | 'disclosed' | 'lastInboundAt' | 'heard' | 'ticket' | 'channel' | 'notice'>,
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
      toldAt: turn.notice === undefined ? conversation.toldAt : { ...conversation.toldAt, [turn.notice]: turn.at },
    },
    ticket: changed !== null && staffSpoke ? replied(changed, turn.at) : changed,
  };
}

/** After words beside the turns; `null`: they must not be said. */
export function afterNotice(
  { conversation, ticket }: Standing,
  { kind, at, everyMs, lastInboundAt }: Pick<WaitingNotice, 'kind' | 'at' | 'everyMs' | 'lastInboundAt'>,
): Standing | null {
  const told = conversation.toldAt[kind];
  if (conversation.owner !== 'bot' || (told !== undefined && at - told < everyMs)) return null;
  return {
    conversation: {
      ...conversation,
      lastInboundAt: latest(lastInboundAt, conversation.lastInboundAt),
      toldAt: { ...conversation.toldAt, [kind]: at },
    },
    ticket,
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
  if ('ok' in taken) return taken;
  return { conversation: { ...taken.conversation, lastStaffAt: at }, ticket: replied(taken.ticket, at) };
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
  const { topic, priority, dueAt = null } = change;
  if (ticket !== null) {
    const danger = isDanger(change);
    // Only the spokesperson may answer the press, also where the matter began as another.
    const isPress = topic === 'press' && !isDanger(ticket);
    // No other urgent matter may hide a child in danger.
    const raised = PRIORITY_RANK[priority] > PRIORITY_RANK[ticket.priority] || danger;
    const isNews = danger && ticket.alarmedAt !== null && at - ticket.alarmedAt > SAME_DANGER_MS;
    return {
      ...ticket,
      ...(raised ? { priority, topic } : { topic: isPress ? topic : (ticket.topic ?? topic) }),
      updatedAt: at,
      // Words of staff from before a danger do not answer it.
      dueAt: danger && ticket.repliedAt !== null ? dueAt : earliest(ticket.dueAt, dueAt),
      repliedAt: danger ? null : ticket.repliedAt,
      alarmedAt: isNews ? null : ticket.alarmedAt,
    };
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
    dueAt,
    repliedAt: null,
    alarmedAt: null,
  };
}

/** Whether a matter wakes the duty officer. */
export function isDanger({ topic, priority }: { readonly topic: Topic | null; readonly priority: Priority }): boolean {
  return topic === 'child_safety' && priority === 'urgent';
}

/** A ticket that the duty officer must still be woken for. */
export function isUnalarmed(ticket: Ticket): boolean {
  return isDanger(ticket) && ticket.alarmedAt === null && ticket.state !== 'closed';
}

/** Where a ticket stands in the list of open ones, smaller first; below 10 to the 15. Times have thirteen digits. */
export function ticketOrder({ priority, repliedAt, dueAt, openedAt }: Ticket): number {
  const rank = 2 * (PRIORITY_RANK.urgent - PRIORITY_RANK[priority]) + (repliedAt === null ? 0 : 1);
  return rank * 10 ** 13 + (repliedAt === null && dueAt !== null ? dueAt : openedAt);
}

function replied(ticket: Ticket, at: number): Ticket {
  return { ...ticket, repliedAt: ticket.repliedAt ?? at };
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function isHeldByAnother(ticket: Ticket, staffName: string): boolean {
  return ticket.assignee !== null && ticket.assignee !== staffName;
}

function latest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
