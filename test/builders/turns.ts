import type { LedgerEntry, OutgoingMessage, TurnCommit } from '../../bot/ports/records.ts';

/** Words of the bot on their way out. */
export function outgoing(text: string, fields: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return { author: 'bot', authorName: null, text, quickReplies: [], citations: [], ...fields };
}

export function aLedgerEntry(fields: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    turnId: 'turn-1',
    outcome: 'answered',
    topic: null,
    priority: null,
    decidedBy: 'test',
    question: 'Học phí?',
    reply: 'Dạ, miễn học phí ạ.',
    citations: [],
    ms: 1,
    ...fields,
  };
}

/** A turn of the web chat that says nothing and changes nothing; state only the fields in question. */
export function aTurn(fields: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId: 'web:web:an',
    channel: 'web',
    reference: {
      channelId: 'web',
      conversation: { id: 'web:web:an', name: '', conversationType: 'personal', isGroup: false },
    },
    itemIds: [],
    fence: null,
    at: 2_000,
    heard: [],
    lastInboundAt: null,
    ledger: null,
    ticket: null,
    owner: 'bot',
    disclosed: false,
    outgoing: [],
    ...fields,
  };
}
