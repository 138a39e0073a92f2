import type { QuickReply } from './conversation.ts';

/** Payloads of the product's own buttons. Text channels let people type the words instead. */
export const PAYLOADS = {
  handover: 'HANDOVER_REQUEST',
  /** Followed by a passage id. */
  source: 'SOURCE:',
  /** Followed by a position in characters, a colon and a passage id. */
  readOn: 'MORE:',
  /** Followed by the words that the tap says for the citizen. */
  say: 'SAY:',
  start: 'GET_STARTED',
  /** Confirms that the citizen's data shall be erased. */
  erase: 'ERASE_MY_DATA',
} as const;

export const ASK_STAFF: QuickReply = { title: 'Gặp cán bộ', payload: PAYLOADS.handover };

/** Offered with the explanation of what erasing means; nothing is erased before it is chosen. */
export const ERASE_MY_DATA: QuickReply = { title: 'Xóa dữ liệu của tôi', payload: PAYLOADS.erase };

/** A quoted passage, and from which character on its words were not shown; `null` = all were. */
export interface ShownPassage {
  readonly id: string;
  readonly unshownFrom: number | null;
}

/** Buttons of quoted passages: the rest of each where there is one, then the whole. One passage quoted twice has one. */
export function showSources(passages: readonly ShownPassage[]): readonly QuickReply[] {
  const shown = [...new Map(passages.map((passage) => [passage.id, passage])).values()];
  const numbered = (title: string, index: number) => (shown.length === 1 ? title : `${title} ${index + 1}`);
  return [
    ...shown.flatMap(({ id, unshownFrom }, index) =>
      unshownFrom === null ? [] : [{ ...readOn(id, unshownFrom), title: numbered(READ_ON_TITLE, index) }],
    ),
    ...shown.map(({ id }, index) => ({
      title: numbered('Xem nguồn', index),
      payload: `${PAYLOADS.source}${id}`,
    })),
  ];
}

const READ_ON_TITLE = 'Xem thêm';

/** Shows a passage's words from a character on. */
export function readOn(passageId: string, from: number): QuickReply {
  return { title: READ_ON_TITLE, payload: `${PAYLOADS.readOn}${from}:${passageId}` };
}

/** A tap that says words for the citizen. */
export function sayFor(title: string, words: string): QuickReply {
  return { title, payload: `${PAYLOADS.say}${words}` };
}
