import type { QuickReply } from './conversation.ts';

/** Payloads of the product's own buttons. Text channels let people type the words instead. */
export const PAYLOADS = {
  handover: 'HANDOVER_REQUEST',
  /** Followed by a passage id. */
  source: 'SOURCE:',
  start: 'GET_STARTED',
  /** Confirms that the citizen's data shall be erased. */
  erase: 'ERASE_MY_DATA',
} as const;

export const ASK_STAFF: QuickReply = { title: 'Gặp cán bộ', payload: PAYLOADS.handover };

/** Offered with the explanation of what erasing means; nothing is erased before it is chosen. */
export const ERASE_MY_DATA: QuickReply = { title: 'Xóa dữ liệu của tôi', payload: PAYLOADS.erase };

export function showSource(passageId: string): QuickReply {
  return { title: 'Xem nguồn', payload: `${PAYLOADS.source}${passageId}` };
}
