import type { Owner } from '../../../bot/conversation.ts';
import type { Author, ChannelId } from '../../../bot/ports/channel.ts';
import type { Priority, Topic } from '../../../bot/topics.ts';

/** A ticket as the model remembers it. */
export interface ModelTicket {
  readonly id: string;
  readonly conversationId: string;
  readonly openedAt: number;
  state: 'new' | 'claimed' | 'waiting' | 'closed';
  assignee: string | null;
  priority: Priority;
  topic: Topic | null;
  dueAt: number | null;
  repliedAt: number | null;
  /** When the answer to what the citizen wrote back is due. */
  newsDueAt: number | null;
  queuedAt: number;
  unattended: boolean;
  /** Somebody, or a group, was found for it. */
  routed: boolean;
  reopened: number;
  closedAt: number | null;
  /** Its citizen was erased. */
  erased: boolean;
  /** What was done about the reply that is owed now. */
  readonly done: Set<string>;
}

/** Words that must still leave. */
export interface ModelRow {
  readonly author: Author;
  readonly text: string;
  /** Hotlines and codes of erasures: they leave although staff own. */
  readonly overStaff: boolean;
  state: 'pending' | 'sending';
  /** Known once the sender saw it. */
  id: number | null;
  correlationId: string | null;
  /** The citizen has it. */
  taken: boolean;
}

/** A conversation as the model remembers it; one that was erased begins anew. */
export interface ModelConversation {
  readonly id: string;
  readonly channel: ChannelId;
  known: boolean;
  owner: Owner;
  epoch: number;
  ticketId: string | null;
  lastStaffAt: number | null;
  /** When the citizen last heard their place in line. */
  toldPlaceAt: number | null;
  /** The citizen's last act that reached a turn, 0 for none; an edit of a message that nobody knows may be one. */
  lastActAt: number;
  /** Their last message that was neither edited nor taken back. */
  lastPlainAt: number;
  /** Words that must leave, in this order. */
  rows: ModelRow[];
  /** An erasure waits for the ticket to be closed. */
  erasureNoted: boolean;
  /** Grows with every change of who may speak. */
  version: number;
  parked: number;
}

/** A message or event of a citizen. */
export interface ModelItem {
  readonly key: string;
  readonly conversationId: string;
  /** What it is: `message`, `button:<payload>` or the event's name. */
  readonly kind: string;
  readonly text: string;
  readonly at: number;
  readonly order: number;
  state: 'waiting' | 'done';
  id: number | null;
}

/** Everything the model knows. It is as simple as can be: maps and lists, changed by one call after the other. */
export interface Model {
  readonly conversations: Map<string, ModelConversation>;
  readonly tickets: Map<string, ModelTicket>;
  readonly items: Map<string, ModelItem>;
  /** Keys of messages that a later edit or unsend names. */
  readonly revised: Set<string>;
  /** The platform's ids of words that are known to have arrived: a later echo of them is of no others. */
  readonly echoed: Set<string>;
  /** Newest claim of each conversation that was not given back, with the conversation's version then. */
  readonly claims: Map<string, { readonly fence: number; readonly version: number }>;
  readonly replyKeys: Set<string>;
  turns: number;
  /** What went wrong, in words. */
  readonly faults: string[];
  /** How often each thing happened. */
  readonly counts: Map<string, number>;
}

export function emptyModel(): Model {
  return {
    conversations: new Map(),
    tickets: new Map(),
    items: new Map(),
    revised: new Set(),
    echoed: new Set(),
    claims: new Map(),
    replyKeys: new Set(),
    turns: 0,
    faults: [],
    counts: new Map(),
  };
}

export function count(model: Model, what: string): void {
  model.counts.set(what, (model.counts.get(what) ?? 0) + 1);
}

/** The conversation of an id, as one that nobody wrote in yet where it is new. */
export function conversationOf(model: Model, id: string): ModelConversation {
  const known = model.conversations.get(id);
  if (known !== undefined) return known;
  const [channel] = id.split(':');
  const made: ModelConversation = {
    id,
    channel: channel === 'messenger' || channel === 'zalo' ? channel : 'web',
    known: false,
    owner: 'bot',
    epoch: 1,
    ticketId: null,
    lastStaffAt: null,
    toldPlaceAt: null,
    lastActAt: 0,
    lastPlainAt: 0,
    rows: [],
    erasureNoted: false,
    version: 0,
    parked: 0,
  };
  model.conversations.set(id, made);
  return made;
}

/** Words that were just put on their way. */
export function newRow(author: ModelRow['author'], text: string, overStaff = false): ModelRow {
  return { author, text, overStaff, state: 'pending', id: null, correlationId: null, taken: false };
}

/** Mail of a citizen that no turn took, in the order it was sent. */
export function waitingItems(model: Model, conversationId: string): readonly ModelItem[] {
  return [...model.items.values()]
    .filter((item) => item.conversationId === conversationId && item.state === 'waiting')
    .sort((a, b) => a.at - b.at || a.order - b.order);
}

/** Whose turn it is now; a person takes words back that the bot had not handed over yet. */
export function setOwner(conversation: ModelConversation, owner: Owner): void {
  if (conversation.owner !== owner) conversation.version += 1;
  if (owner === 'staff' && conversation.owner !== 'staff') {
    conversation.rows = conversation.rows.filter(
      (row) => row.author === 'staff' || row.overStaff || row.state === 'sending',
    );
  }
  conversation.owner = owner;
}

/** Everything of the citizen is gone; tickets stay, closed and without a citizen. */
export function erase(model: Model, conversation: ModelConversation, mailToo: boolean): void {
  for (const ticket of model.tickets.values()) {
    if (ticket.conversationId !== conversation.id) continue;
    ticket.state = 'closed';
    ticket.erased = true;
  }
  for (const item of model.items.values()) {
    if (mailToo && item.conversationId === conversation.id) item.state = 'done';
  }
  const { version } = conversation;
  model.conversations.delete(conversation.id);
  conversationOf(model, conversation.id).version = version + 1;
}

/** A matter has ended: the bot has the citizen back, in a new period. */
export function endMatter(model: Model, conversation: ModelConversation, ticket: ModelTicket, at: number): void {
  ticket.state = 'closed';
  ticket.closedAt = at;
  ticket.newsDueAt = null;
  if (conversation.erasureNoted) {
    count(model, 'erasure after closing');
    erase(model, conversation, true);
    return;
  }
  setOwner(conversation, 'bot');
  conversation.epoch += 1;
  conversation.ticketId = null;
  conversation.lastStaffAt = null;
  conversation.version += 1;
}

/** What only people may end or put aside. */
export function isForPeople({ topic, priority }: ModelTicket): boolean {
  return ['child_safety', 'complaint_denunciation'].includes(topic ?? '') || priority === 'urgent';
}

/** When words of staff are due; `null`: none are owed. */
export function owed({ state, repliedAt, dueAt, newsDueAt }: ModelTicket): number | null {
  if (state === 'waiting' || state === 'closed') return null;
  return repliedAt === null ? dueAt : newsDueAt;
}

const HOUR_MS = 3_600_000;

/** When platforms let somebody write, told again from their rules. */
export function maySend(channel: ChannelId, author: Author, lastActAt: number, now: number): boolean {
  if (channel === 'web') return true;
  const hours = (now - lastActAt) / HOUR_MS;
  if (channel === 'messenger') return hours < (author === 'bot' ? 24 : 7 * 24);
  return hours <= (author === 'bot' ? 48 : 7 * 24);
}
