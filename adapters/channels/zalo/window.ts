import type { Author, SendWindow } from '../../../bot/ports/channel.ts';

const HOUR_MS = 3_600_000;
/** Within 48 hours of the citizen's last action answers are free of charge; the bot never costs the office money. */
const FREE_MS = 48 * HOUR_MS;
/** Later than 7 days Zalo refuses consultation messages (error -230). */
const ALLOWED_MS = 7 * 24 * HOUR_MS;

/** Whether Zalo lets us write now: the bot within 48 hours, staff within 7 days of the citizen's last message. */
export function zaloWindow(author: Author, lastInboundAt: number | null, now: number): SendWindow {
  if (lastInboundAt === null) {
    return { open: false, reason: 'Người dân chưa nhắn cho OA nên chưa gửi được; hãy chờ người dân nhắn trước.' };
  }
  const until = lastInboundAt + (author === 'bot' ? FREE_MS : ALLOWED_MS);
  if (now <= until) return { open: true, until, mode: 'response' };
  return author === 'bot'
    ? {
        open: false,
        reason:
          'Đã quá 48 giờ từ tin nhắn cuối của người dân: trợ lý không gửi tin tính phí. Cán bộ vẫn có thể tự trả lời trong 7 ngày.',
      }
    : {
        open: false,
        reason:
          'Đã quá 7 ngày từ tin nhắn cuối của người dân: Zalo không cho gửi. Tin được giữ lại; hãy liên hệ bằng cách khác.',
      };
}
