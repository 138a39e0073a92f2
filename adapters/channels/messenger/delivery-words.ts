/** What staff read beside words that Messenger does not let through. */
export const MESSENGER_REASONS = {
  windowClosed:
    'Messenger không cho gửi vì đã quá thời hạn kể từ tin nhắn cuối của người dân. Hãy chờ người dân nhắn lại.',
  personUnavailable: 'Người dân hiện không nhận được tin nhắn của trang (có thể đã chặn trang hoặc khóa tài khoản).',
  appNotApproved: 'Ứng dụng Messenger chưa được Meta duyệt quyền nhắn tin cho người dân. Hãy báo quản trị viên.',
  pageRestricted: 'Meta đang tạm hạn chế trang gửi tin nhắn. Hãy báo quản trị viên kiểm tra Chất lượng trang.',
  tokenInvalid: 'Mã truy cập trang Facebook không còn hiệu lực nên chưa gửi được. Hãy báo quản trị viên cấp mã mới.',
  tagRemoved: 'Messenger không còn chấp nhận loại tin nhắn này. Hãy báo quản trị viên.',
  recipientUnknown: 'Messenger không tìm thấy người nhận. Có thể tài khoản đã bị xóa.',
  permissionMissing: 'Ứng dụng Messenger không có quyền gửi tin nhắn này. Hãy báo quản trị viên.',
  heldByAnotherApp:
    'Một ứng dụng khác (thường là hộp thư của trang) đang giữ cuộc trò chuyện. Hãy trả lời trong hộp thư của trang, hoặc chuyển quyền cho trợ lý rồi gửi lại.',
  commentAnswered: 'Mỗi bình luận chỉ được trả lời riêng một lần. Hãy chờ người dân nhắn tin cho trang.',
  refused: 'Messenger từ chối tin nhắn. Hãy báo quản trị viên.',
  unreachable: 'Không kết nối được tới Messenger.',
  lost: 'Mất kết nối với Messenger trước khi có câu trả lời.',
  unreadable: 'Messenger đã nhận lệnh gửi nhưng câu trả lời không đọc được.',
  unconfirmed: (mark: string) => `Messenger chưa xác nhận đã gửi (mã ${mark}).`,
  rateLimited: (mark: string) => `Messenger đang giới hạn tốc độ gửi (mã ${mark}).`,
  temporary: (mark: string) => `Messenger tạm thời gặp lỗi (mã ${mark}).`,
  withCode: (why: string, mark: string) => `${why} (mã ${mark})`,
} as const;

/** What staff are told when Meta limits the Page. */
export const MESSENGER_ALARMS = {
  warning:
    'Meta cảnh cáo trang về cách gửi tin nhắn. Quản trị viên mở mục Chất lượng trang trong Meta Business Suite để xem lý do và kháng nghị.',
  block:
    'Meta đã chặn trang gửi tin nhắn. Quản trị viên mở mục Chất lượng trang trong Meta Business Suite để xem lý do và kháng nghị.',
  unblock: 'Meta đã bỏ chặn; trang gửi được tin nhắn trở lại.',
  notice: (action: string) => `Meta báo về chính sách: ${action}.`,
  withReason: (alarm: string, reason: string) => `${alarm} Lý do của Meta: ${reason}`,
} as const;

/** When Messenger takes no words, and what staff can do. */
export const MESSENGER_CLOSED = {
  neverWrote:
    'Người dân chưa nhắn tin cho trang nên Messenger chưa cho gửi. Hãy chờ người dân nhắn trước hoặc liên hệ qua điện thoại.',
  bot: 'Đã quá 24 giờ kể từ tin nhắn cuối của người dân nên trợ lý không được gửi nữa. Cán bộ vẫn có thể tự trả lời trong 7 ngày kể từ tin nhắn đó.',
  everybody:
    'Đã quá 7 ngày kể từ tin nhắn cuối của người dân nên Messenger không cho gửi. Hãy chờ người dân nhắn lại hoặc liên hệ qua điện thoại.',
} as const;
