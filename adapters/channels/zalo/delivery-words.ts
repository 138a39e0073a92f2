/** What staff read beside words that Zalo does not let through. */
export const ZALO_REASONS = {
  notFollowing: 'Người dân không còn quan tâm OA nên Zalo không cho gửi.',
  blocked: 'Người dân đã chặn tin nhắn từ OA.',
  inactive: 'Tài khoản Zalo của người dân bị khóa hoặc không hoạt động hơn 45 ngày.',
  sevenDays: 'Người dân không nhắn cho OA trong 7 ngày qua nên Zalo không cho gửi.',
  noInteraction: 'Người dân chưa tương tác với OA hoặc đã quá hạn nên Zalo không cho gửi.',
  restricted: 'Người dân đã hạn chế loại tin này từ OA.',
  officeQuota: 'OA đã hết hạn mức gửi tin; cần mua thêm hoặc chờ kỳ sau.',
  citizenQuota: 'Người dân này đã nhận hết số tin cho phép từ OA.',
  content: 'Zalo từ chối nội dung tin nhắn theo tiêu chuẩn của nền tảng.',
  night: 'Zalo không cho gửi loại tin này từ 22 giờ đến 6 giờ.',
  adminNeeded: (mark: string) => `Zalo cần quản trị viên kiểm tra quyền của ứng dụng và gói OA (${mark}).`,
  unconfirmed: (mark: string) => `Zalo chưa xác nhận đã gửi (${mark}).`,
  rateLimited: (mark: string) => `Zalo giới hạn số lượt gửi, sẽ gửi lại sau (${mark}).`,
  temporary: (mark: string) => `Zalo tạm thời không gửi được, sẽ gửi lại (${mark}).`,
  refused: (mark: string) => `Zalo từ chối tin nhắn. Hãy báo quản trị viên (${mark}).`,
  unreachable: 'Không kết nối được tới Zalo.',
  lost: 'Mất kết nối với Zalo trước khi có câu trả lời.',
  consentNeeded: 'Zalo cần quản trị viên OA cấp quyền lại cho ứng dụng.',
  oauthUnreachable: 'Không kết nối được tới dịch vụ cấp quyền của Zalo.',
  withMark: (why: string, mark: string) => `${why} (${mark})`,
  code: (code: string) => `mã ${code}`,
} as const;

/** When Zalo takes no words, and what staff can do. */
export const ZALO_CLOSED = {
  neverWrote: 'Người dân chưa nhắn cho OA nên chưa gửi được; hãy chờ người dân nhắn trước.',
  bot: 'Đã quá 48 giờ từ tin nhắn cuối của người dân: trợ lý không gửi tin tính phí. Cán bộ vẫn có thể tự trả lời trong 7 ngày.',
  everybody:
    'Đã quá 7 ngày từ tin nhắn cuối của người dân: Zalo không cho gửi. Tin được giữ lại; hãy liên hệ bằng cách khác.',
} as const;
