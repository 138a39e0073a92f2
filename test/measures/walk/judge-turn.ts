import type { Owner, Ticket } from '../../../bot/conversation.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { PAYLOADS } from '../../../bot/quick-replies.ts';
import type { Priority } from '../../../bot/topics.ts';
import { CHANNEL_EVENTS } from '../../../bot/turn-input.ts';
import {
  conversationOf,
  count,
  endMatter,
  erase,
  isForPeople,
  type Model,
  type ModelConversation,
  type ModelItem,
  type ModelTicket,
  newRow,
  setOwner,
  waitingItems,
} from './model.ts';
import { WORDS } from './words.ts';

const RANK: Readonly<Record<Priority, number>> = { normal: 0, high: 1, urgent: 2 };
const STAFF_PRESENT_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const KEPT = ['child_safety', 'complaint_denunciation'];

/** Judges a turn that a store wrote, or refused, and remembers what it changed. */
export function judgeTurn(
  model: Model,
  turn: TurnCommit,
  result: { readonly ok: true; readonly ticket: Ticket | null } | { readonly ok: false },
): void {
  const conversation = conversationOf(model, turn.conversationId);
  const fault = (words: string) => model.faults.push(`${words} (${turn.conversationId}, ${decidedBy(turn)})`);
  const claim = model.claims.get(turn.conversationId);
  const held = turn.fence !== null && claim?.fence === turn.fence;
  const waiting = waitingItems(model, turn.conversationId);
  const items = waiting.filter((item) => item.id !== null && turn.itemIds.includes(item.id));
  const oldest = items.length === turn.itemIds.length && items.every((item, index) => waiting[index] === item);
  if (!result.ok) {
    count(model, 'turn refused');
    const sameWorld = held && oldest && claim?.version === conversation.version;
    if (sameWorld) fault('a turn was refused although nothing had changed');
    return;
  }
  if (!held) return void fault('a turn was written under a lost claim');
  if (!oldest) return void fault('a turn took mail that is gone, or passed older mail by');

  judgeWords(model, conversation, turn, items, fault);
  const owner = ownerAfter(model, conversation, turn, items);
  if (turn.owner !== owner) fault(`the owner is ${turn.owner} after a turn, not ${owner}`);
  for (const item of items) item.state = 'done';
  if (turn.ledger !== null) {
    model.turns += 1;
    count(model, `turn ${turn.ledger.outcome}`);
  } else count(model, 'turn without words');
  remember(model, conversation, turn, items, result.ticket, fault);
}

function decidedBy({ ledger, itemIds }: TurnCommit): string {
  return `${ledger?.decidedBy ?? 'no decision'}, mail ${itemIds.join(' ')}`;
}

/** Who owns after this turn, by the rules of ownership alone. */
function ownerAfter(
  model: Model,
  conversation: ModelConversation,
  { ledger, erasure, ticket, cancels }: TurnCommit,
  items: readonly ModelItem[],
): Owner {
  const { owner } = conversation;
  if (erasure !== undefined) return erasure.when === 'now' ? 'bot' : owner;
  if (cancels === true) return 'bot';
  const [item] = items;
  switch (item?.kind) {
    case CHANNEL_EVENTS.staffSpoke:
    case CHANNEL_EVENTS.threadTaken:
      return 'staff';
    case CHANNEL_EVENTS.threadReturned: {
      const open = conversation.ticketId === null ? undefined : model.tickets.get(conversation.ticketId);
      return owner === 'staff' && (open?.assignee ?? null) === null ? 'bot' : owner;
    }
    case CHANNEL_EVENTS.overheard:
    case CHANNEL_EVENTS.reachable:
      return owner;
  }
  const calls = ledger === null ? ticket !== null : ['escalated', 'crisis'].includes(ledger.outcome);
  return owner === 'bot' && calls ? 'queue' : owner;
}

/** Whether the citizen may still end it: they wait, nobody has taken it, and no child or complaint is in it. */
function mayBeCalledOff(model: Model, { owner, ticketId }: ModelConversation): boolean {
  const open = ticketId === null ? undefined : model.tickets.get(ticketId);
  return owner === 'queue' && open?.state === 'new' && !open.unattended && !isForPeople(open);
}

/** Whether what is said, and to whom, is what these words ask for. */
function judgeWords(
  model: Model,
  conversation: ModelConversation,
  turn: TurnCommit,
  items: readonly ModelItem[],
  fault: (words: string) => void,
): void {
  const { owner, lastStaffAt, ticketId, id } = conversation;
  const { ledger, outgoing, erasure, at } = turn;
  if (erasure !== undefined) {
    const topic = ticketId === null ? null : (model.tickets.get(ticketId)?.topic ?? null);
    const when = topic !== null && KEPT.includes(topic) ? 'after-closing' : 'now';
    if (erasure.when !== when) fault(`an erasure is to be carried out ${erasure.when}, not ${when}`);
    return;
  }
  if (ledger === null) {
    const lost = items.filter((item) => item.kind === 'message' && !model.revised.has(item.key));
    if (lost.length > 0 && turn.ticket === null) fault('a message was dropped without a turn');
    if (owner !== 'bot' && outgoing.length > 0) fault('the bot speaks of a failure over people');
    return;
  }
  for (const item of items) {
    const missing = item.kind === 'message' && !model.revised.has(item.key) && !ledger.question.includes(item.text);
    if (missing) fault(`the turn did not read «${item.text}»`);
  }
  const crisis = ledger.question.includes(WORDS.crisis);
  if (crisis && ledger.outcome !== 'crisis') fault('a child in danger was not seen');
  const asks = items.some((item) => item.kind === `button:${PAYLOADS.handover}`) || ledger.question === WORDS.complaint;
  if (asks && !['escalated', 'crisis'].includes(ledger.outcome)) fault('staff were not called');
  const called = owner === 'bot' && ['escalated', 'crisis'].includes(ledger.outcome);
  if (called && turn.ticket === null) fault('a handover came without a ticket');
  const present = owner === 'staff' && at - (lastStaffAt ?? 0) < STAFF_PRESENT_MS;
  // Who waits and writes again hears their place in line, once an hour at most.
  // Thanks beside it change nothing; any other word does.
  const lines: readonly string[] = ledger.question.split('\n');
  const calledOff =
    lines.includes(WORDS.cancel) && lines.every((line) => line === WORDS.cancel || line === WORDS.thanks);
  const cancels = calledOff && mayBeCalledOff(model, conversation) && turn.revisions === undefined;
  if (cancels !== (turn.cancels === true)) fault(cancels ? 'a matter was not called off' : 'a matter was called off');
  const toldPlace = turn.notice === 'in-line';
  if (toldPlace && owner !== 'queue') fault('a place in line was told to somebody who does not wait');
  if (toldPlace && at - (conversation.toldPlaceAt ?? 0) < HOUR_MS) fault('a place in line was told twice in an hour');
  if (toldPlace) conversation.toldPlaceAt = at;
  const replies = owner === 'bot' || toldPlace || cancels || (ledger.outcome === 'crisis' && !present) ? 1 : 0;
  if (outgoing.length !== replies) {
    fault(`${outgoing.length} replies instead of ${replies} in a conversation of ${owner} (${id})`);
  }
}

function remember(
  model: Model,
  before: ModelConversation,
  turn: TurnCommit,
  items: readonly ModelItem[],
  ticket: Ticket | null,
  fault: (words: string) => void,
): void {
  if (turn.erasure?.when === 'now') {
    count(model, 'erasure');
    erase(model, before, false);
    if (turn.outgoing.length === 0) return;
  }
  const conversation = conversationOf(model, before.id);
  if (turn.erasure?.when === 'after-closing') {
    count(model, 'erasure put off');
    conversation.erasureNoted = true;
  }
  const overStaff = turn.ledger?.outcome === 'crisis' || turn.erasure !== undefined;
  conversation.known = true;
  const open = conversation.ticketId === null ? undefined : model.tickets.get(conversation.ticketId);
  if (open?.state === 'waiting' && turn.heard.some((line) => line.author === 'citizen')) {
    count(model, 'answered back');
    open.state = 'claimed';
    open.newsDueAt = turn.answerDueAt ?? turn.at;
    open.done.clear();
  }
  if (turn.cancels === true && open !== undefined) {
    count(model, 'called off');
    const { erasureNoted } = conversation;
    endMatter(model, conversation, open, turn.at);
    if (ticket?.id !== open.id || ticket.closedAs !== 'cancelled') fault('a matter that was called off is not closed');
    if (erasureNoted) return;
  } else {
    setOwner(conversation, turn.owner);
    rememberTicket(model, conversation, turn, ticket, fault);
  }
  const spokenOf = conversation.ticketId === null ? undefined : model.tickets.get(conversation.ticketId);
  if (turn.heard.some((line) => line.author === 'staff')) {
    conversation.lastStaffAt = turn.at;
    conversation.version += 1;
    if (spokenOf !== undefined) {
      spokenOf.repliedAt ??= turn.at;
      spokenOf.newsDueAt = null;
    }
  }
  const latest = (acts: readonly ModelItem[]) => Math.max(0, ...acts.map((item) => item.at));
  conversation.lastActAt = Math.max(conversation.lastActAt, latest(items.filter(isAct)));
  const plain = items.filter((item) => isPlain(item) && !model.revised.has(item.key));
  conversation.lastPlainAt = Math.max(conversation.lastPlainAt, latest(plain));
  for (const { author, text } of turn.outgoing) {
    conversation.rows.push(newRow(author, text, overStaff));
  }
}

/** What the citizen did themselves, for certain. */
function isPlain({ kind }: ModelItem): boolean {
  const acts: readonly string[] = ['message', CHANNEL_EVENTS.overheard, CHANNEL_EVENTS.reachable];
  return acts.includes(kind) || kind.startsWith('button:');
}

function isAct(item: ModelItem): boolean {
  return isPlain(item) || item.kind === CHANNEL_EVENTS.edited;
}

function rememberTicket(
  model: Model,
  conversation: ModelConversation,
  turn: TurnCommit,
  ticket: Ticket | null,
  fault: (words: string) => void,
): void {
  const open = conversation.ticketId === null ? undefined : model.tickets.get(conversation.ticketId);
  if (turn.ticket === null || open !== undefined) {
    if ((ticket?.id ?? null) !== conversation.ticketId) fault('a turn changed which ticket is open');
    if (open === undefined || ticket === null || turn.ticket === null) return;
    raise(open, turn, turn.ticket);
    if (ticket.priority !== open.priority) fault('the priority of a ticket is not what it must be');
    open.topic = ticket.topic;
    return;
  }
  if (ticket === null) return void fault('no ticket was opened');
  const again = reopenable(model, conversation, turn);
  if ((again?.id ?? null) !== (model.tickets.has(ticket.id) ? ticket.id : null)) {
    return void fault(
      `${again === null ? 'a closed ticket was opened again' : 'a new ticket came instead of an old one'}`,
    );
  }
  count(model, again === null ? 'ticket opened' : 'ticket reopened');
  conversation.ticketId = ticket.id;
  conversation.version += 1;
  const { id, topic } = ticket;
  model.tickets.set(id, {
    id,
    topic,
    conversationId: conversation.id,
    openedAt: again?.openedAt ?? turn.at,
    state: 'new',
    assignee: null,
    priority: turn.ticket.priority,
    dueAt: turn.ticket.dueAt ?? null,
    repliedAt: null,
    newsDueAt: null,
    queuedAt: turn.at,
    unattended: false,
    routed: again?.routed ?? false,
    reopened: again === null ? 0 : again.reopened + 1,
    closedAt: null,
    erased: false,
    done: new Set(),
  });
}

/** What more words make of an open ticket. */
function raise(open: ModelTicket, turn: TurnCommit, change: NonNullable<TurnCommit['ticket']>): void {
  const { priority, dueAt = null } = change;
  if (RANK[priority] > RANK[open.priority]) open.priority = priority;
  if (open.unattended && turn.owner === 'queue') {
    open.unattended = false;
    open.queuedAt = turn.at;
    open.dueAt = null;
    open.done.clear();
  }
  const danger = change.topic === 'child_safety' && priority === 'urgent';
  if (danger && open.repliedAt !== null) {
    open.dueAt = dueAt;
    open.done.clear();
  } else if (dueAt !== null) open.dueAt = Math.min(open.dueAt ?? dueAt, dueAt);
  if (danger) open.repliedAt = null;
}

/** The ticket that must be opened again instead of a new one. */
function reopenable(model: Model, { id }: ModelConversation, { ticket, reopenSince }: TurnCommit): ModelTicket | null {
  const closed = [...model.tickets.values()].filter((one) => one.conversationId === id && !one.erased);
  const [last] = closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  if (last === undefined || ticket === null || reopenSince === undefined) return null;
  if (last.closedAt === null || last.closedAt < reopenSince) return null;
  return ticket.topic === last.topic || ticket.topic === 'human_request' || ticket.topic === null ? last : null;
}
