import type { QuickReply } from './conversation.ts';

/** Payloads of the product's own buttons. Text channels let people type the words instead. */
export const PAYLOADS = {
  handover: 'HANDOVER_REQUEST',
  /** Followed by a passage id. */
  source: 'SOURCE:',
  start: 'GET_STARTED',
} as const;

export const ASK_STAFF: QuickReply = { title: 'Gặp cán bộ', payload: PAYLOADS.handover };

/** One button a quoted passage; a passage that is quoted twice has one. */
export function showSources(passageIds: readonly string[]): readonly QuickReply[] {
  const ids = [...new Set(passageIds)];
  return ids.map((id, index) => ({
    title: ids.length === 1 ? 'Xem nguồn' : `Xem nguồn ${index + 1}`,
    payload: `${PAYLOADS.source}${id}`,
  }));
}
