import type { Owner } from '../../bot/conversation.ts';
import type { TicketChange, TurnCommit } from '../../bot/ports/records.ts';

/** A committed turn of the web chat; state only what is in question. A reply cites passage 7 of `doc1`. */
export function aWebTurn(fields: {
  readonly conversationId: string;
  readonly heard?: readonly string[];
  readonly reply?: string;
  readonly owner?: Owner;
  readonly at?: number;
  readonly ticket?: TicketChange;
}): TurnCommit {
  const at = fields.at ?? 1_000;
  return {
    conversationId: fields.conversationId,
    channel: 'web',
    reference: {},
    itemIds: [],
    fence: null,
    at,
    heard: (fields.heard ?? []).map((text) => ({ author: 'citizen', text, at })),
    lastInboundAt: at,
    ledger: null,
    ticket: fields.ticket ?? null,
    owner: fields.owner ?? 'bot',
    disclosed: false,
    outgoing:
      fields.reply === undefined
        ? []
        : [{ author: 'bot', authorName: null, text: fields.reply, quickReplies: [], citations: [CITATION] }],
  };
}

const CITATION = {
  documentId: 'doc1',
  passageId: 'doc1#7',
  passageDigest: 'digest',
  number: '1/2026/TT-BGDĐT',
  title: 'Quy định về học sinh',
  file: 'van-ban.txt',
  address: 'Điều 5',
  quote: 'Nguyên văn điều 5.',
  inForceFrom: '2026-01-15',
} as const;
