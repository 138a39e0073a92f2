/** What staff read beside words that did not go out, whatever the channel. */
export const DELIVERY_REASONS = {
  takenOver: 'Cán bộ đã tiếp nhận cuộc trò chuyện.',
  unconfirmed: 'Không nhận được xác nhận từ nền tảng sau nhiều lần gửi.',
  gaveUp: (why: string) => `Đã thử gửi nhiều lần mà không được. ${why}`,
  empty: 'Tin nhắn không có nội dung để gửi.',
  channelOff: 'Kênh này đang tắt trong cài đặt.',
} as const;
