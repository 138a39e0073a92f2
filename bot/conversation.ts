import type { ConversationReference } from 'botbuilder';
import type { AbuseStanding } from './abuse/ladder.ts';
import type { ChannelId } from './ports/channel.ts';
import type { Priority, Topic } from './topics.ts';

/** Who may speak to a citizen now. */
export type Owner = 'bot' | 'queue' | 'staff';

/** What a citizen is told now and then only: the bot rests, their place in line, that very many ask, or to slow down. */
export type NoticeKind = 'resting' | 'in-line' | 'busy' | 'too-fast';

/** One citizen on one channel account. */
export interface Conversation {
  /** `<channel>:<account>:<citizen>`, see {@link conversationId}. */
  readonly id: string;
  readonly channel: ChannelId;
  readonly owner: Owner;
  /** Ownership period; closing a ticket starts a new one. */
  readonly epoch: number;
  /** The open ticket of this epoch, if there is one. */
  readonly ticketId: string | null;
  /** When the citizen was told that they talk to a machine (ms since epoch), in this epoch of days: `null` = not yet. */
  readonly disclosedAt: number | null;
  /** Citizen's last message (ms since epoch): opens the platform's sending window. */
  readonly lastInboundAt: number | null;
  /** Last message typed by staff in this epoch (ms since epoch). */
  readonly lastStaffAt: number | null;
  /** When each notice was last given (ms since epoch), so that nobody reads it again and again. */
  readonly toldAt: Readonly<Partial<Record<NoticeKind, number>>>;
  /** Where misuse of the page led the citizen as of the last of it; see `standingAt` for where they stand now. */
  readonly abuse: AbuseStanding | null;
  /** Bot Framework reference for proactive messages. */
  readonly reference: Partial<ConversationReference>;
}

/** State of a matter for staff; `waiting`: they asked the citizen something back, and no clock runs. */
export type TicketState = 'new' | 'claimed' | 'waiting' | 'closed';

/** How a ticket ended: by staff, because the citizen stayed silent after staff's words, or called off by the citizen. */
export type ClosedAs = 'done' | 'quiet' | 'cancelled';

/** What a matter came to when it was closed. */
export const TICKET_OUTCOMES = ['answered', 'passed-on', 'not-enough', 'duplicate', 'other'] as const;

export type TicketOutcome = (typeof TICKET_OUTCOMES)[number];

/** Why a citizen was not content with how their matter was dealt with. */
export const TICKET_RATING_REASONS = ['slow', 'unclear', 'unsolved'] as const;

/** What the citizen says of how their matter was dealt with, once for each ending. It holds no words of theirs. */
export interface TicketRating {
  readonly rating: 'up' | 'down';
  /** `null`: none was given. */
  readonly reason: (typeof TICKET_RATING_REASONS)[number] | null;
  readonly at: number;
}

export interface Ticket {
  readonly id: string;
  /** Short number that people can say aloud, from 1. */
  readonly number: number;
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly epoch: number;
  readonly topic: Topic | null;
  readonly priority: Priority;
  readonly state: TicketState;
  /** The citizen's words that opened the ticket. */
  readonly question: string;
  readonly assignee: string | null;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  readonly closingNote: string | null;
  /** What it came to; `null` while it is open, and where nobody said. */
  readonly outcome: TicketOutcome | null;
  /** `null` while it is open, and where the citizen said nothing of its last ending. */
  readonly rating: TicketRating | null;
  /** Short words by which staff find it again. */
  readonly tags: readonly string[];
  /** When the first reply of staff is due (ms since epoch); `null`: nothing was promised when it was opened. */
  readonly dueAt: number | null;
  /** When staff first wrote to the citizen in this matter; `null`: they still wait. */
  readonly repliedAt: number | null;
  /** When the duty officer was woken for it; `null`: not for the danger that was seen last. */
  readonly alarmedAt: number | null;
  /** When staff owe an answer to what the citizen wrote back (ms since epoch); `null`: nothing came that they asked for. */
  readonly newsDueAt: number | null;
  /** Since when the citizen waits for somebody to take it (ms since epoch). */
  readonly queuedAt: number;
  /** When somebody was reminded of the reply that is owed now, and when it was escalated because it was missed. */
  readonly remindedAt: number | null;
  readonly escalatedAt: number | null;
  /** When the citizen was told that the promised reply is late. */
  readonly apologisedAt: number | null;
  /** When the citizen went back to the bot because nobody took it; what is left is a task for staff. */
  readonly unattendedAt: number | null;
  /** `null` while it is open, and of tickets from before this was kept. */
  readonly closedAs: ClosedAs | null;
  /** How often it was opened again. */
  readonly reopened: number;
  /** Whom it was passed or routed to (see `bot/routing.ts`); `null`: to nobody in particular. */
  readonly routedTo: string | null;
  /** What the person who passed it on last wrote to the next one. */
  readonly transferNote: string | null;
  /** An answer of the bot that waits for a person's yes. */
  readonly proposal: ProposedAnswer | null;
}

/** An answer from the documents that was not sent yet, as the citizen will get it. */
export interface ProposedAnswer {
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  /** When the citizen asked (ms since epoch); tells one proposal of a ticket from the next. */
  readonly askedAt: number;
  /** When it leaves by itself (ms since epoch); `null`: never. */
  readonly sendsAt: number | null;
}

/** The fields of a ticket that a new one begins with. */
export const FRESH_TICKET = {
  newsDueAt: null,
  remindedAt: null,
  escalatedAt: null,
  apologisedAt: null,
  unattendedAt: null,
  closedAs: null,
  reopened: 0,
  routedTo: null,
  transferNote: null,
  proposal: null,
  rating: null,
} as const satisfies Partial<Ticket>;

/** Source of an answer as shown to a citizen and kept in the ledger. */
export interface Citation {
  readonly documentId: string;
  readonly passageId: string;
  readonly passageDigest: string;
  readonly number: string | null;
  readonly title: string;
  readonly file: string;
  readonly address: string;
  /** Verbatim words of the document. */
  readonly quote: string;
  readonly inForceFrom: string | null;
}

export interface QuickReply {
  /** At most 20 characters, the strictest platform's limit. */
  readonly title: string;
  readonly payload: string;
}

/** What a decision remembers of an earlier message. */
export interface ContextLine {
  /** `us`: the bot or staff. */
  readonly author: 'citizen' | 'us';
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
}

/** One line of a conversation as people see it. */
export interface TranscriptMessage {
  /** Grows within the store; clients resume after it. */
  readonly id: number;
  readonly conversationId: string;
  readonly epoch: number;
  readonly author: 'citizen' | 'bot' | 'staff';
  /** Staff member's display name for staff messages. */
  readonly authorName: string | null;
  readonly text: string;
  readonly at: number;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  /** For outgoing messages: what became of it. */
  readonly delivery: DeliveryState | null;
  /** Why a message was not delivered, a Vietnamese sentence. */
  readonly deliveryReason: string | null;
}

/**
 * `pending` waits for its turn, `sending` is in the platform's hands, `sent` was accepted, `failed` was refused
 * for good, `held` may not be sent now (closed window), `withheld` was dropped because a person had taken over, or taken
 * back by who wrote it.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'held' | 'withheld';

/** The channel that a conversation's id names. */
export function channelNamedIn(id: string): string {
  return id.split(':', 1)[0] ?? '';
}

/** The stable id of a citizen's conversation on one channel account. */
export function conversationId(channel: ChannelId, accountId: string, citizenId: string): string {
  return `${channel}:${accountId}:${citizenId}`;
}
