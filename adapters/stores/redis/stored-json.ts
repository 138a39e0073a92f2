import { z } from 'zod';
import type { Conversation, Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import type { AuditEntry } from '../../../bot/ports/audit.ts';
import type { ErasureRecord } from '../../../bot/ports/erasure.ts';
import type { Hold } from '../../../bot/ports/holds.ts';
import type { Note } from '../../../bot/ports/notes.ts';

/** A line of the transcript as it is stored; its id is the field it stands in, its delivery stands in the outbox row. */
export interface StoredLine extends Omit<TranscriptMessage, 'id' | 'conversationId' | 'delivery' | 'deliveryReason'> {
  /** `at` of its last revision. */
  readonly revisedAt: number | null;
  /** Of words to be sent: they leave although staff own the conversation. */
  readonly overStaff?: boolean;
}

/** What a ticket of an older program lacks. */
export const TICKET_DEFAULTS = { outcome: null, tags: [], proposal: null, rating: null } as const;

/** What a conversation of an older program lacks. */
export const CONVERSATION_DEFAULTS = { abuse: null } as const;

/** Readers of what this program wrote itself; the store is trusted as its own memory is. */
const json = <T>() => z.string().transform((text) => JSON.parse(text) as T);

/** Conversations and tickets of older programs lack what came later. */
export const conversationJson = json<Conversation>().transform(
  (conversation): Conversation => ({ ...CONVERSATION_DEFAULTS, ...conversation }),
);
export const ticketJson = json<Ticket>().transform((ticket): Ticket => ({ ...TICKET_DEFAULTS, ...ticket }));
export const lineJson = json<StoredLine>();
export const noteJson = json<Note>();
export const auditJson = json<AuditEntry>();
export const erasureJson = json<ErasureRecord>();
export const holdJson = json<Hold>();
export const orderJson = json<Pick<ErasureRecord, 'code' | 'requestedBy'>>();
