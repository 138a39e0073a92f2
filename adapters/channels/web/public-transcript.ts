import type { Citation, Owner, QuickReply, TranscriptMessage } from '../../../bot/conversation.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { PAYLOADS } from '../../../bot/quick-replies.ts';

/** One line as the citizen's page gets it. */
export interface PublicMessage {
  readonly id: number;
  readonly author: TranscriptMessage['author'];
  readonly authorName: string | null;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly (Pick<Citation, 'number' | 'title' | 'address' | 'quote' | 'inForceFrom'> & {
    /** Address of the passage on the document's page. */
    readonly href: string;
  })[];
}

/** What a page shows after `afterId`. */
export interface PublicTranscript {
  readonly messages: readonly PublicMessage[];
  readonly owner: Owner;
  /** Words of ours are still on their way to this page; read again soon. */
  readonly waiting: boolean;
}

const LONGEST_PAGE = 200;

/**
 * The citizen's view of a conversation. Our words appear once the outbox let them go, and never out of order: a
 * line that waits holds back what follows, because pages resume after the last id they saw.
 */
export async function readPublicTranscript(
  records: TurnRecords,
  conversationId: string,
  afterId: number,
): Promise<PublicTranscript> {
  const [conversation, lines] = await Promise.all([
    records.conversation(conversationId),
    records.transcript(conversationId, afterId, LONGEST_PAGE),
  ]);
  const firstWaiting = lines.findIndex((line) => line.delivery === 'pending' || line.delivery === 'sending');
  const settled = firstWaiting === -1 ? lines : lines.slice(0, firstWaiting);
  return {
    messages: settled.filter(reachedTheCitizen).map(toPublicMessage),
    owner: conversation?.owner ?? 'bot',
    waiting: firstWaiting !== -1,
  };
}

function reachedTheCitizen(line: TranscriptMessage): boolean {
  return line.delivery === null || line.delivery === 'sent';
}

function toPublicMessage(line: TranscriptMessage): PublicMessage {
  return {
    id: line.id,
    author: line.author,
    authorName: line.authorName,
    text: line.text,
    at: line.at,
    quickReplies: line.quickReplies.filter((reply) => line.citations.length === 0 || !standsOnThePage(reply)),
    citations: line.citations.map(({ number, title, address, quote, inForceFrom, documentId, passageId }) => ({
      number,
      title,
      address,
      quote,
      inForceFrom,
      href: `/van-ban/${encodeURIComponent(documentId)}#${encodeURIComponent(passageId.split('#').at(-1) ?? '')}`,
    })),
  };
}

/** Under an answer the page itself shows the sources and the way to staff; these buttons are for other channels. */
function standsOnThePage(reply: QuickReply): boolean {
  return reply.payload.startsWith(PAYLOADS.source) || reply.payload === PAYLOADS.handover;
}
