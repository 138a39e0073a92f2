// @ts-check

/** What the chat's client module says to a citizen. */
export const SENTENCES = {
  authors: { citizen: 'Anh/chị', bot: 'Trợ lý tự động', staff: 'Cán bộ' },
  owners: {
    bot: 'Trợ lý tự động trả lời',
    queue: 'Đang chờ cán bộ trả lời',
    staff: 'Cán bộ đang hỗ trợ anh/chị',
  },
  typing: 'Trợ lý đang tìm câu trả lời…',
  slow: 'Câu hỏi đã được ghi nhận. Câu trả lời sẽ hiện tại đây, anh/chị có thể để trang mở.',
  sending: 'Đang gửi…',
  sent: 'Đã gửi',
  /** What the transcript has in the place of a code for linking, which is not kept as it was typed. */
  codeTyped: '(mã liên kết)',
  waitingForNetwork: 'Đang chờ mạng',
  offline:
    'Mất kết nối. Tin nhắn của anh/chị được giữ lại và sẽ tự gửi khi có mạng. Trẻ em gặp nguy hiểm: gọi 111, 113, 115.',
  busy: 'Hệ thống đang bận. Tin nhắn của anh/chị được giữ lại và sẽ tự gửi lại.',
  refused: 'Chưa gửi được tin nhắn này.',
  edit: 'Sửa lại',
  again: 'Gửi lại',
  noFiles: 'Kênh này chỉ nhận chữ, chưa nhận ảnh hay tệp.',
  empty: 'Anh/chị nhập câu hỏi trước khi gửi.',
  startOverFailed: 'Chưa bắt đầu lại được vì mất kết nối. Anh/chị thử lại sau ít phút.',
  today: 'Hôm nay',
  replies: 'Chọn nhanh',
  openDocument: 'Mở văn bản',
  newTab: ' (mở thẻ mới)',
  /** @param {number} count */
  sources: (count) => (count === 1 ? 'Xem nguồn' : `Xem nguồn (${count})`),
  /** @param {string} day */
  inForceFrom: (day) => `Có hiệu lực từ ${day}`,
  /** @param {number} left */
  left: (left) => `Còn ${left} ký tự`,
  /** @param {number} extra */
  tooLong: (extra) => `Dài quá ${extra} ký tự. Anh/chị rút gọn hoặc chia thành nhiều tin.`,
};
