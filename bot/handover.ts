import { type ClosedAs, type Conversation, FRESH_TICKET, type Ticket } from './conversation.ts';
import type { TicketChange, TurnCommit, WaitingNotice } from './ports/records.ts';
import { isSameMatter, owedAt } from './ticket-facts.ts';
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
          abuse: null,
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
  const facts = (one: Conversation | null) =>
    [one?.owner, one?.epoch, one?.ticketId, one?.lastStaffAt, one?.abuse?.at].join();
  const reassigned = seen.ticket !== undefined && seen.ticket?.assignee !== open?.assignee;
  return reassigned || facts(seen.conversation) !== facts(known);
}

/**
 * After a turn: the owner it decided, and at most one open ticket, whose priority only ever rises. What a citizen
 * writes to staff who wait for it is news to them.
 * @param identify gives a new ticket its id and number; called at most once
 * @param lastClosed the ticket of this conversation that was closed last: a matter like it opens it again
 */
export function afterTurn(
  before: Standing,
  turn: Pick<
    TurnCommit,
    | 'owner'
    | 'at'
    | 'disclosed'
    | 'lastInboundAt'
    | 'heard'
    | 'ticket'
    | 'channel'
    | 'notice'
    | 'abuse'
    | 'cancels'
    | 'answerDueAt'
    | 'reopenSince'
  >,
  identify: () => Pick<Ticket, 'id' | 'number'>,
  lastClosed: Ticket | null = null,
): Standing {
  const standing = withNews(before, turn);
  if (turn.cancels === true) return cancelled(standing, turn);
  const { conversation, ticket } = standing;
  const changed = turn.ticket === null ? ticket : changeTicket(standing, turn.ticket, turn, identify, lastClosed);
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
      abuse: turn.abuse ?? conversation.abuse,
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

/** Whether staff took a conversation over in this step: what the bot had still to say is dropped, for good. */
export function isTakenOver(before: Conversation | null, after: Conversation): boolean {
  return after.owner === 'staff' && before?.owner !== 'staff';
}

/** The matter is over: a new epoch, owned by the bot again. */
export function ended({ conversation, ticket }: OpenMatter, closedAs: ClosedAs, at: number): OpenMatter {
  return {
    conversation: { ...conversation, owner: 'bot', epoch: conversation.epoch + 1, ticketId: null, lastStaffAt: null },
    ticket: { ...ticket, state: 'closed', closedAs, closedAt: at, updatedAt: at, newsDueAt: null, proposal: null },
  };
}

function withNews(
  { conversation, ticket }: Standing,
  { heard, at, answerDueAt = at }: Pick<TurnCommit, 'heard' | 'at' | 'answerDueAt'>,
): Standing {
  const wroteBack = ticket?.state === 'waiting' && heard.some((line) => line.author === 'citizen');
  if (!wroteBack) return { conversation, ticket };
  const news = { state: 'claimed', newsDueAt: answerDueAt, updatedAt: at, ...NOT_YET_LATE } as const;
  return { conversation, ticket: { ...ticket, ...news } };
}

/** What is owed anew was neither reminded of nor missed. */
const NOT_YET_LATE = { remindedAt: null, escalatedAt: null, apologisedAt: null } as const;

function cancelled({ conversation, ticket }: Standing, turn: Pick<TurnCommit, 'at' | 'lastInboundAt'>): Standing {
  const heard = { ...conversation, lastInboundAt: latest(turn.lastInboundAt, conversation.lastInboundAt) };
  return ticket === null
    ? { conversation: heard, ticket }
    : ended({ conversation: heard, ticket }, 'cancelled', turn.at);
}

function changeTicket(
  { conversation, ticket }: Standing,
  change: TicketChange,
  turn: Pick<TurnCommit, 'at' | 'channel' | 'owner' | 'reopenSince'>,
  identify: () => Pick<Ticket, 'id' | 'number'>,
  lastClosed: Ticket | null,
): Ticket | null {
  const { at, channel, reopenSince = Number.POSITIVE_INFINITY } = turn;
  const { topic, priority, dueAt = null } = change;
  if (ticket !== null && ticket.unattendedAt !== null && turn.owner === 'queue') {
    // The citizen stands in line again, with a promise of its own.
    const queued = { ...ticket, unattendedAt: null, queuedAt: at, dueAt: null, ...NOT_YET_LATE };
    return changeTicket({ conversation, ticket: queued }, change, turn, identify, null);
  }
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
      ...(danger && ticket.repliedAt !== null ? NOT_YET_LATE : {}),
      alarmedAt: isNews ? null : ticket.alarmedAt,
      // To danger only people answer.
      proposal: danger ? null : (change.proposal ?? ticket.proposal),
    };
  }
  if (change.kind !== 'open') return null;
  const recent = lastClosed !== null && lastClosed.closedAt !== null && lastClosed.closedAt >= reopenSince;
  const again = recent && isSameMatter(lastClosed, change) ? lastClosed : null;
  const { id, number } = again ?? identify();
  return {
    ...FRESH_TICKET,
    id,
    number,
    conversationId: conversation.id,
    channel,
    epoch: conversation.epoch,
    topic: topic === null || topic === 'human_request' ? (again?.topic ?? topic) : topic,
    priority,
    state: 'new',
    question: change.question,
    assignee: null,
    openedAt: again?.openedAt ?? at,
    updatedAt: at,
    closedAt: null,
    closingNote: again?.closingNote ?? null,
    outcome: null,
    tags: again?.tags ?? [],
    dueAt,
    repliedAt: null,
    alarmedAt: null,
    queuedAt: at,
    reopened: again === null ? 0 : again.reopened + 1,
    routedTo: again?.routedTo ?? null,
    transferNote: again?.transferNote ?? null,
    proposal: change.proposal ?? null,
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
export function ticketOrder(ticket: Ticket): number {
  const { priority, repliedAt, newsDueAt, openedAt } = ticket;
  const owes = ticket.state !== 'waiting' && (repliedAt === null || newsDueAt !== null);
  const rank = 2 * (PRIORITY_RANK.urgent - PRIORITY_RANK[priority]) + (owes ? 0 : 1);
  return rank * 10 ** 13 + ((owes ? owedAt(ticket) : null) ?? openedAt);
}

/** Staff wrote to the citizen: nothing is owed now. */
export function replied(ticket: Ticket, at: number): Ticket {
  return { ...ticket, repliedAt: ticket.repliedAt ?? at, newsDueAt: null, proposal: null };
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
