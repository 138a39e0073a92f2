import type { Answer } from '../knowledge/answering/answer.ts';
import type { OfficialDocument, Passage } from '../knowledge/document.ts';
import type { Making } from '../knowledge/writing/making.ts';
import type { AbuseStanding } from './abuse/ladder.ts';
import type { AnswerTrace } from './answer-trace.ts';
import type { Citation, NoticeKind, Owner, QuickReply } from './conversation.ts';
import type { ReadRating } from './gaps/rating-buttons.ts';
import type { LinkChange } from './links/link.ts';
import type { TicketChange } from './ports/records.ts';
import { ASK_STAFF } from './quick-replies.ts';
import type { ReminderChange } from './reminders/reminder.ts';
import type { ReadTicketRating } from './ticket-rating/ticket-rating.ts';
import type { Outcome, Priority, Topic } from './topics.ts';

/** Everything decided about one message, before anything is written or sent. */
export interface TurnDecision {
  readonly outcome: Outcome;
  readonly topic: Topic | null;
  readonly priority: Priority | null;
  /** The rule or step that decided, for the ledger. */
  readonly decidedBy: string;
  /** `null`: the bot stays silent. */
  readonly reply: string | null;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  readonly ticket: TicketChange | null;
  /** The citizen calls off what they wait for. */
  readonly cancels?: boolean | undefined;
  readonly owner: Owner;
  /** What the citizen said of an answer before. */
  readonly rating?: ReadRating | undefined;
  /** What becomes of the citizen's reminders. */
  readonly reminder?: ReminderChange | undefined;
  /** What becomes of the citizen's links. */
  readonly link?: LinkChange | undefined;
  /** The reply leaves although staff own the conversation, as hotlines do. */
  readonly overStaff?: boolean | undefined;
  /** What the citizen said of how a matter was dealt with. */
  readonly ticketRating?: ReadTicketRating | undefined;
  /** Which notice the reply is, where it is one. */
  readonly notice?: NoticeKind | undefined;
  /** Where misuse leads the citizen with this message. */
  readonly abuse?: AbuseStanding | undefined;
  /** What the ledger keeps in place of the citizen's words, where these hold what it must not. */
  readonly ledgerQuestion?: string | undefined;
  /** What transcript and ledger keep in place of the citizen's words, where these are a code. */
  readonly heardAs?: string | undefined;
  /** What the ledger keeps in place of the reply, where that holds a code. */
  readonly ledgerReply?: string | undefined;
  /** What an answer from documents was made of. */
  readonly trace?: AnswerTrace | undefined;
  /** Retrieval behind the decision, for `ask` and evaluation; empty when no retrieval ran. */
  readonly hits: Answer['hits'];
}

/** What a decision may look at besides the message itself. */
export interface TurnKnowledge {
  /**
   * Answers from documents; `earlier` are the citizen's earlier messages, oldest first.
   * @param mayAsk whether a question that leaves a decisive point open may come back as `unclear`
   * @param citizen the conversation, to whose budget of a model the answer counts; nobody's where it is left out
   */
  answer(
    message: string,
    earlier: readonly string[],
    at: number,
    mayAsk: boolean,
    citizen?: string,
  ): Promise<Answer & { readonly making?: Making }>;
  passage(id: string): { readonly passage: Passage; readonly document: OfficialDocument } | null;
  /** Web address of a passage, or `null` when the product has no public address. */
  link(passage: Passage): string | null;
}

/** What a decision without words and sources holds. */
export const SILENT = { reply: null, quickReplies: [], citations: [], hits: [] } as const;

/** Words of the bot that answer no question: nothing is quoted and nobody is called. */
export function chat(decidedBy: string, reply: string, buttons: readonly QuickReply[] = []): TurnDecision {
  return {
    ...SILENT,
    outcome: 'chat',
    topic: 'smalltalk',
    priority: null,
    decidedBy,
    reply,
    quickReplies: [...buttons, ASK_STAFF],
    ticket: null,
    owner: 'bot',
  };
}
