import type { TicketRating } from '../conversation.ts';

/** How a matter was dealt with, in the citizen's words; at most 20 characters, as buttons need. */
export const RATING_VERDICTS: Readonly<Record<TicketRating['rating'], string>> = {
  up: '👍 Hài lòng',
  down: '👎 Chưa hài lòng',
};

/** Buttons under the question why somebody was not content. */
export const RATING_REASON_BUTTONS: Readonly<Record<NonNullable<TicketRating['reason']>, string>> = {
  slow: 'Trả lời chậm',
  unclear: 'Khó hiểu, còn thiếu',
  unsolved: 'Chưa giải quyết được',
};

/** Stands under the words that end a matter, above the buttons. */
export const CLOSING_QUESTION = 'Anh/chị có hài lòng với phần trả lời của cán bộ không ạ? (Không bắt buộc)';

/** What the citizen reads after rating. */
export const TICKET_RATING_REPLIES = {
  up: 'Dạ, em cảm ơn anh/chị đã đánh giá ạ.',
  down: 'Dạ, em xin lỗi vì anh/chị chưa hài lòng. Em đã ghi lại để phụ trách xem. Anh/chị cho em biết vì sao, hoặc chọn "Gặp cán bộ" để được trả lời tiếp ạ.',
  reason:
    'Dạ, em đã ghi lại để phụ trách xem. Anh/chị vẫn cần được giải quyết thì chọn "Gặp cán bộ", phiếu sẽ được mở lại ạ.',
} as const;
