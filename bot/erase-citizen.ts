import type { ConversationReference } from 'botbuilder';
import type { Ticket } from './conversation.ts';
import { controllerSentence, type DataController } from './data-controller-words.ts';
import { ERASURE_REQUESTS, NOTES_TO_STAFF } from './notes-to-staff.ts';
import { REPLIES } from './policy/replies.ts';
import type { ChannelId } from './ports/channel.ts';
import type { ErasureRequester } from './ports/erasure.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { TurnCommit, TurnRecords } from './ports/records.ts';
import type { Topic } from './topics.ts';

/** Matters that an office must be able to follow up: their words stay until staff close the ticket. */
const KEPT_TOPICS: readonly (Topic | null)[] = ['child_safety', 'complaint_denunciation'];

export interface ErasureRequest {
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly reference: Partial<ConversationReference>;
  /** Inbox items that asked for it, consumed with the erasure. */
  readonly itemIds: readonly number[];
  readonly fence: TurnCommit['fence'];
  readonly at: number;
  /** When the citizen asked in the chat (ms since epoch): it opens the platform's window for the confirmation. */
  readonly askedAt?: number;
  readonly requestedBy: ErasureRequester;
  readonly code: string;
  /** Whether to send the citizen the confirmation. Who left the platform's account cannot be written to. */
  readonly confirm: boolean;
  /** Whether staff look for a citizen of whom we know nothing under this id: platforms may name people in two ways. */
  readonly staffLookForUnknown?: boolean;
  /** More sentences of the confirmation. */
  readonly further?: readonly string[];
  /** Whom to ask about it, where that is told. */
  readonly controller?: DataController | undefined;
}

/**
 * `after-closing`: a matter in work keeps the words, and closing its ticket erases them; `after-hold`: a hold does, and its
 * end erases them. `stale`: read again, decide again.
 */
export type ErasureOutcome = 'erased' | 'after-closing' | 'after-hold' | 'stale';

/**
 * Erases everything of one citizen on one channel account: transcript, words of the ledger and of tickets, mail, words
 * on their way out, the conversation itself. What stays names nobody and says nothing: outcomes, topics and times, the
 * ids of mail that a platform may deliver again, and the proof. Under an open matter of a child in danger or a
 * complaint, and under a hold, nothing is erased yet; staff read in the transcript what will do it.
 */
export async function eraseCitizen(request: ErasureRequest, records: TurnRecords): Promise<ErasureOutcome> {
  const { conversationId, channel, reference, itemIds, fence, at, requestedBy, code } = request;
  const conversation = await records.conversation(conversationId);
  const ticketId = conversation?.ticketId ?? null;
  const ticket = ticketId === null ? null : await records.ticket(ticketId);
  const unknown = conversation === null && request.staffLookForUnknown === true;
  const held = await records.isHeld(conversationId);
  const kept = held || unknown || (ticket !== null && keepsWords(ticket));
  const reply = replyTo(request, held, kept);
  const result = await records.commit({
    conversationId,
    channel,
    reference,
    seen: { conversation, ticket },
    itemIds,
    fence,
    at,
    heard: kept && !unknown ? [{ author: 'citizen', text: noteForStaff(requestedBy, code, held), at }] : [],
    lastInboundAt: request.askedAt ?? null,
    ledger: null,
    ticket: unknown
      ? { kind: 'open', topic: 'privacy_request', priority: 'high', question: NOTES_TO_STAFF.erasureOfUnknown(code) }
      : null,
    owner: kept ? (conversation?.owner ?? 'bot') : 'bot',
    disclosed: false,
    outgoing: request.confirm
      ? [{ author: 'bot', authorName: null, text: reply, quickReplies: [], citations: [], overStaff: true }]
      : [],
    erasure: { when: kept ? 'after-closing' : 'now', code, requestedBy },
  });
  if (!result.ok) return 'stale';
  if (held) return 'after-hold';
  return kept ? 'after-closing' : 'erased';
}

function replyTo({ code, controller, further = [] }: ErasureRequest, held: boolean, kept: boolean): string {
  const words = held ? REPLIES.erasureHeld : kept ? REPLIES.erasureLater : REPLIES.erased;
  const reply = [words.replace('{code}', code), ...further].join('\n');
  return held && controller !== undefined ? `${reply}\n\n${controllerSentence(controller)}` : reply;
}

/** Tells open pages that a conversation and its tickets are no longer what they were. */
export function announceErasure(conversationId: string, live: LiveEvents): 'done' {
  live.publish({ kind: 'transcript', conversationId });
  live.publish({ kind: 'tickets', ticketId: null });
  return 'done';
}

/** A code to refer to an erasure by, made of a random id. */
export function erasureCode(randomId: string): string {
  return `XD-${randomId.replaceAll('-', '').slice(0, 12).toUpperCase()}`;
}

/** Whether an open matter keeps the citizen's words until it is closed. */
export function keepsWords({ state, topic }: Pick<Ticket, 'state' | 'topic'>): boolean {
  return state !== 'closed' && KEPT_TOPICS.includes(topic);
}

function noteForStaff(requestedBy: ErasureRequester, code: string, held: boolean): string {
  const note = held ? NOTES_TO_STAFF.erasureUnderHold : NOTES_TO_STAFF.erasureUnderTicket;
  return note(ERASURE_REQUESTS[requestedBy], code);
}
