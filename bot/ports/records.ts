import type { ConversationReference } from 'botbuilder';
import type { AbuseStanding } from '../abuse/ladder.ts';
import type { AnswerTrace } from '../answer-trace.ts';
import type {
  Citation,
  ContextLine,
  Conversation,
  NoticeKind,
  Owner,
  ProposedAnswer,
  QuickReply,
  Ticket,
  TicketOutcome,
  TicketState,
  TranscriptMessage,
} from '../conversation.ts';
import type { ReadRating } from '../gaps/rating-buttons.ts';
import type { LinkChange } from '../links/link.ts';
import type { ReminderChange } from '../reminders/reminder.ts';
import type { ReadTicketRating } from '../ticket-rating/ticket-rating.ts';
import type { Outcome, Priority, Topic } from '../topics.ts';
import type { Author, ChannelId } from './channel.ts';
import type { ErasureOrder } from './erasure.ts';

/** Words to be sent, before they have an outbox row. */
export interface OutgoingMessage {
  readonly author: Author;
  readonly authorName: string | null;
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  /** Leaves although staff own the conversation by then: hotlines, the code of an erasure. */
  readonly overStaff?: boolean;
}

/** What happens to the conversation's ticket in a step. */
export type TicketChange = {
  readonly topic: Topic | null;
  readonly priority: Priority;
  /** When the first reply to it is due (ms since epoch); nothing is owed where it is left out. */
  readonly dueAt?: number;
  /** An answer that waits for a person's yes. */
  readonly proposal?: ProposedAnswer;
} & ({ readonly kind: 'open'; readonly question: string } | { readonly kind: 'raise' });

/** The ledger's entry for one turn: asked, decided, quoted. Append-only. */
export interface LedgerEntry {
  readonly turnId: string;
  readonly outcome: Outcome;
  readonly topic: Topic | null;
  readonly priority: Priority | null;
  /** Which rule or step decided, for example `policy:crisis.self-harm` or `answer`. */
  readonly decidedBy: string;
  readonly question: string;
  readonly reply: string | null;
  readonly citations: readonly Citation[];
  /** Milliseconds from the start of the turn to the decision. */
  readonly ms: number;
  /** What an answer from documents was made of. */
  readonly trace?: AnswerTrace | null | undefined;
}

/** A message for the transcript that nobody has to send. */
export interface HeardLine {
  /** `bot`: what a platform tells about our account. */
  readonly author: 'citizen' | 'staff' | 'bot';
  readonly text: string;
  readonly at: number;
  /** Inbox key of the message, by which a later edit finds its line. */
  readonly key?: string;
}

/** What a decision knew of a conversation; `null`: that there was none. */
export interface Seen {
  readonly conversation: Conversation | null;
  /** The open ticket, where the decision looked at it. */
  readonly ticket?: Ticket | null;
}

/** Everything one turn changes, committed at once or not at all. */
export interface TurnCommit {
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly reference: Partial<ConversationReference>;
  /**
   * What the turn was decided on; `stale` when somebody changed who may speak since. Left out where nothing was read.
   */
  readonly seen?: Seen;
  /** Inbox items this turn consumes. */
  readonly itemIds: readonly number[];
  /** Of the claim under which they were read; `null` where the turn consumes no mail. */
  readonly fence: number | null;
  /** When the first of them came in; kept with the outgoing rows, to tell how long the citizen waited. */
  readonly receivedAt?: number | undefined;
  readonly at: number;
  /** The citizen's words, one a message, for the transcript; words a person typed in the platform's own inbox too. */
  readonly heard: readonly HeardLine[];
  /** Messages of the transcript that get other words, by the key they were heard with. */
  readonly revisions?: readonly { readonly key: string; readonly text: string; readonly at: number }[] | undefined;
  /** When the citizen last acted; `null` leaves it. */
  readonly lastInboundAt: number | null;
  readonly ledger: LedgerEntry | null;
  readonly ticket: TicketChange | null;
  /** The citizen calls the open ticket off. */
  readonly cancels?: boolean | undefined;
  /** When staff owe an answer to these words, where they wait for them (ms since epoch); now, where it is left out. */
  readonly answerDueAt?: number | undefined;
  /** A ticket that was closed since then (ms since epoch) is opened again for a matter like it; never, if left out. */
  readonly reopenSince?: number | undefined;
  readonly owner: Owner;
  readonly disclosed: boolean;
  /** What the citizen says of an answer of this conversation; of one of another conversation nothing is kept. */
  readonly rating?: ReadRating | undefined;
  /** What becomes of the citizen's reminders. */
  readonly reminder?: ReminderChange | undefined;
  /** What becomes of the citizen's links; `stale` where they link by a code that stands no more. */
  readonly link?: LinkChange | undefined;
  /** What the citizen says of how a matter was dealt with; see `afterRating` for what counts. */
  readonly ticketRating?: ReadTicketRating | undefined;
  /** Which notice the outgoing words give, where they are one. */
  readonly notice?: NoticeKind | undefined;
  /** Where misuse leads the citizen; left out, they stand where they stood. */
  readonly abuse?: AbuseStanding | undefined;
  readonly outgoing: readonly OutgoingMessage[];
  /**
   * Carried out before anything else of this turn is written. A turn that erases and has nothing to say leaves no
   * conversation behind. `stale` when `after-closing` finds neither an open ticket nor a hold, and when `now` finds a hold.
   */
  readonly erasure?: ErasureOrder;
}

/** Words that are sent beside the turns, while mail waits for one. */
export interface WaitingNotice {
  readonly kind: NoticeKind;
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly reference: Partial<ConversationReference>;
  /** The oldest waiting inbox item. */
  readonly itemId: number;
  /** When the citizen sent it: they acted, so that the platform's sending window is open. */
  readonly lastInboundAt: number;
  readonly text: string;
  readonly at: number;
  /** Time that must have passed since the last notice of this kind (ms). */
  readonly everyMs: number;
}

/** What becomes of a ticket by time alone. Each carries what it was decided on, and nothing happens where that has changed. */
export type Lapse = { readonly at: number } & (
  | {
      /** Staff were reminded, leaders told, or the citizen was: of the reply that is owed at `dueAt`. */
      readonly kind: 'reminded' | 'escalated' | 'apologised';
      readonly dueAt: number;
    }
  /** Nobody took it: the citizen goes back to the bot, and the ticket stays as a task. */
  | { readonly kind: 'unattended'; readonly queuedAt: number }
  /** The citizen stayed silent after staff's last words: closed, and back to the bot. */
  | { readonly kind: 'quiet'; readonly lastStaffAt: number }
  /** Routed to a group, or to a person of it, who still has to take it. */
  | { readonly kind: 'routed'; readonly to: string; readonly assignee: string | null }
  /** The proposed answer to what was asked at `askedAt` is sent: staff said yes, or (`by` is `null`) its time is over. */
  | { readonly kind: 'approved'; readonly askedAt: number; readonly by: string | null }
  /** Staff dropped the proposed answer; the matter stays theirs. `taken` where a colleague of `by` holds it. */
  | { readonly kind: 'dropped'; readonly askedAt: number; readonly by: string }
);

/** A matter that is passed on. */
export interface Transfer {
  /** Who passes it on. */
  readonly staffName: string;
  /** Whether they may pass on what another holds. */
  readonly inCharge: boolean;
  /** Person, role or group (see `bot/routing.ts`). */
  readonly to: string;
  /** The person who holds it from now on; `null`: whoever takes it. */
  readonly assignee: string | null;
  readonly note: string;
  readonly at: number;
}

/** A change was refused because the world moved on; read again and decide again. */
export type Stale = { readonly ok: false; readonly reason: 'stale' | 'closed' | 'not-found' | 'taken' | 'newer' };

/** Conversations, transcript, tickets and ledger: what must change together lives behind one port. */
export interface TurnRecords {
  conversation(id: string): Promise<Conversation | null>;
  /** Takes a citizen down from the ladder of misuse; `false`: they stood on the ground. */
  liftAbuse(conversationId: string): Promise<boolean>;
  /** Whether a hold keeps the conversation's words (`bot/ports/holds.ts`). */
  isHeld(conversationId: string): Promise<boolean>;
  /** Transcript lines with id greater than `afterId`, oldest first; the last `limit` when there are more. */
  transcript(conversationId: string, afterId: number, limit: number): Promise<readonly TranscriptMessage[]>;
  /** The line that was heard under an inbox key, or `null`; `revisedAt` is the `at` of its last revision. */
  heardLine(
    conversationId: string,
    key: string,
  ): Promise<{ readonly text: string; readonly at: number; readonly revisedAt: number | null } | null>;
  /**
   * The last messages of the present epoch before this turn, oldest first; ours are marked. Words of ours that ended
   * the epoch before are among them while they stand last and offer buttons, which may still be answered.
   */
  context(conversationId: string, limit: number): Promise<readonly ContextLine[]>;
  /**
   * Writes a turn. Fails with `stale` when the claim was lost, an inbox item was already consumed or an older one still
   * waits, so that two workers can never answer the same message or change its order; and when staff were faster than
   * the decision, so that it never undoes what they did.
   */
  commit(turn: TurnCommit): Promise<{ readonly ok: true; readonly ticket: Ticket | null } | Stale>;

  /**
   * Sends words without consuming the mail that waits. `false`, and nothing is written, when that mail is no longer the
   * oldest waiting, when a person owns the conversation, or when the same notice was given too short a time ago.
   */
  notify(notice: WaitingNotice): Promise<boolean>;

  /**
   * Open tickets: by urgency, unanswered ones first, those before the others whose reply is due sooner. Closed ones:
   * the last closed first.
   */
  tickets(view: 'open' | 'mine' | 'closed', staffName: string, limit: number): Promise<readonly Ticket[]>;
  ticket(id: string): Promise<Ticket | null>;
  /** How many citizens whom nobody has taken are served before this one, and this one: 1 = next. `null`: not in line. */
  placeInLine(ticketId: string): Promise<number | null>;
  /** Open tickets of a child in danger that the duty officer was not woken for, oldest first. */
  unalarmed(limit: number): Promise<readonly Ticket[]>;
  /** Remembers durably that the duty officer was woken at `at`. */
  alarmed(ticketId: string, at: number): Promise<void>;
  countTickets(): Promise<Readonly<Record<TicketState, number>>>;
  /** Staff takes the conversation: owner becomes `staff`. `taken` when somebody else holds it. */
  claim(
    ticketId: string,
    staffName: string,
    at: number,
  ): Promise<{ readonly ok: true; readonly ticket: Ticket } | Stale>;
  /** Stores a staff reply with its outbox row; claims the ticket when nobody holds it yet. `replyKey` makes a repeated form post harmless. */
  reply(
    ticketId: string,
    reply: {
      readonly staffName: string;
      /** As the citizen sees it. */
      readonly authorName: string;
      readonly text: string;
      readonly replyKey: string;
      readonly at: number;
      /** Something was asked back: the ticket waits for the citizen. */
      readonly waits?: boolean;
      /** Not sent before this (ms since epoch), so that it can be taken back; at once where it is left out. */
      readonly sendAt?: number;
      /** Id of the last line that was read: `newer` where citizen or staff wrote after it. Not looked at where left out. */
      readonly seen?: number;
    },
  ): Promise<{ readonly ok: true; readonly duplicate: boolean } | Stale>;
  /** Passes an open ticket on. `taken` when another holds it and the one who passes it on is not in charge. */
  transfer(ticketId: string, transfer: Transfer): Promise<{ readonly ok: true; readonly ticket: Ticket } | Stale>;
  /**
   * Writes what time made of a ticket, and tells the citizen so with `words` unless a person speaks with them; a
   * proposed answer that is approved is said instead. `stale`,
   * and nothing is written, when it was done already or no longer holds. An erasure that the ticket put off is carried
   * out with its end, and nothing is sent.
   */
  lapse(
    ticketId: string,
    lapse: Lapse,
    words: string | null,
  ): Promise<{ readonly ok: true; readonly ticket: Ticket } | Stale>;
  /**
   * Takes back a reply that nobody handed over to a platform yet; it is never sent then. The holder keeps the ticket,
   * whose clock runs again if this was the first reply. `stale`: it is on its way, or was taken back before.
   * @param messageId the line's id in the transcript
   */
  takeBack(
    ticketId: string,
    taking: { readonly staffName: string; readonly messageId: number; readonly reason: string; readonly at: number },
  ): Promise<{ readonly ok: true; readonly text: string } | Stale>;
  /** Puts other tags in the place of a ticket's, whoever holds it and in whatever state it is. */
  tag(ticketId: string, tags: readonly string[], at: number): Promise<{ readonly ok: true } | Stale>;
  /** The tickets of one conversation, the newest first. */
  ticketsOf(conversationId: string, limit: number): Promise<readonly Ticket[]>;
  /** Tags in use, the most used first. */
  tagsInUse(limit: number): Promise<readonly string[]>;
  /**
   * Closes the ticket, starts a new epoch, gives the conversation back to the bot and tells the citizen with
   * `farewell`. An erasure that the ticket put off is carried out instead, and nothing is sent.
   */
  close(
    ticketId: string,
    closing: {
      readonly staffName: string;
      readonly note: string;
      readonly outcome?: TicketOutcome;
      readonly farewell: string | null;
      readonly at: number;
    },
  ): Promise<{ readonly ok: true } | Stale>;
}
