import type { QuickReply } from './conversation.ts';

/** Payloads of the product's own buttons. Text channels let people type the words instead. */
export const PAYLOADS = {
  handover: 'HANDOVER_REQUEST',
  /** Followed by a passage id. */
  source: 'SOURCE:',
  start: 'GET_STARTED',
} as const;

export const ASK_STAFF: QuickReply = { title: 'Gặp cán bộ', payload: PAYLOADS.handover };

export function showSource(passageId: string): QuickReply {
  return { title: 'Xem nguồn', payload: `${PAYLOADS.source}${passageId}` };
}
