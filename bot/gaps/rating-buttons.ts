import type { QuickReply } from '../conversation.ts';
import { ASK_STAFF } from '../quick-replies.ts';

const PAYLOAD = 'RATE:';
const READ = new RegExp(`^${PAYLOAD}(up|down|other|old|unclear):(.{1,200})$`, 'u');

/** Why an answer was not what the citizen needed: buttons under the question why. */
export const RATING_REASONS = {
  other: { title: 'Không đúng câu hỏi', reason: 'không đúng câu hỏi' },
  old: { title: 'Thông tin sai, cũ', reason: 'thông tin sai hoặc cũ' },
  unclear: { title: 'Khó hiểu, còn thiếu', reason: 'khó hiểu hoặc còn thiếu' },
} as const;

/** What a tap says of an answer. */
export interface ReadRating {
  readonly turnId: string;
  readonly rating: 'up' | 'down';
  readonly reason: string | null;
}

/** Buttons that rate the answer of a turn. They come after all others: where a channel shows few, those go before. */
export function rateButtons(turnId: string): readonly QuickReply[] {
  return [
    { title: '👍 Đúng ý tôi', payload: `${PAYLOAD}up:${turnId}` },
    { title: '👎 Chưa đúng', payload: `${PAYLOAD}down:${turnId}` },
  ];
}

/** Buttons that tell why an answer was not right. */
export function reasonButtons(turnId: string): readonly QuickReply[] {
  return [
    ...Object.entries(RATING_REASONS).map(([name, { title }]) => ({ title, payload: `${PAYLOAD}${name}:${turnId}` })),
    ASK_STAFF,
  ];
}

/** What a payload says of an answer; `null` for any other payload. */
export function readRating(payload: string): ReadRating | null {
  const [, verdict, turnId] = READ.exec(payload) ?? [];
  if (verdict === undefined || turnId === undefined) return null;
  if (verdict === 'up' || verdict === 'down') return { turnId, rating: verdict, reason: null };
  const reason = Object.entries(RATING_REASONS).find(([name]) => name === verdict)?.[1].reason ?? null;
  return { turnId, rating: 'down', reason };
}
