/** Words of the page of the audit log. */
export const AUDIT_LOG = {
  title: 'Nhật ký thao tác',
  lead: 'Ai đã làm gì với hệ thống, văn bản, tài khoản. Nhật ký chỉ ghi thêm, không sửa và không xoá được; không có nội dung của người dân.',
  filters: {
    label: 'Lọc nhật ký',
    actor: 'Người làm (tên đăng nhập)',
    action: 'Loại việc',
    everything: 'Mọi việc',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    submit: 'Lọc',
    clear: 'Bỏ lọc',
  },
  badDay: 'Ngày bắt đầu đứng sau ngày kết thúc nên không có dòng nào. Anh/chị đổi lại hai ngày.',
  columns: { number: 'Số', at: 'Lúc', actor: 'Người làm', action: 'Việc', subject: 'Đối tượng', facts: 'Chi tiết' },
  hash: 'Mã của dòng',
  none: 'Không có dòng nào hợp với bộ lọc.',
  empty: 'Nhật ký chưa có dòng nào.',
  older: 'Các dòng cũ hơn',
  newest: 'Về dòng mới nhất',
  csv: 'Tải về bảng tính (CSV)',
  chain: {
    title: 'Tính nguyên vẹn',
    ok: (entries: number) => `${entries.toLocaleString('vi-VN')} dòng còn nguyên vẹn.`,
    head: 'Mã của dòng cuối. Ghi mã này ra giấy hoặc gửi đi nơi khác thì sau này biết nhật ký có bị cắt bớt không:',
    broken: (number: number) =>
      `Dòng ${number.toLocaleString('vi-VN')} không khớp với các dòng trước: nhật ký đã bị sửa từ bên ngoài. Anh/chị báo ngay người phụ trách kỹ thuật và giữ nguyên máy chủ.`,
    long: 'Nhật ký đã dài nên không tự kiểm tra mỗi lần mở trang.',
    check: 'Kiểm tra ngay',
  },
} as const;

/** What the actions are called, by their stable names; a group of actions by what they begin with. */
export const ACTION_GROUPS = {
  'bot.': 'Tạm dừng, bật lại trợ lý',
  'document.': 'Văn bản',
  'upload.': 'Tệp tải lên',
  'tickets.': 'Tìm phiếu',
  'calendar.': 'Lịch làm việc',
  'topic.': 'Chủ đề và câu trả lời',
  'staff.user': 'Tài khoản người dùng',
  'staff.log': 'Đăng nhập, đăng xuất',
  'staff.': 'Mọi việc về đăng nhập và tài khoản',
  'register.': 'Sổ báo chí',
  'audit.': 'Tải nhật ký về',
} as const;

/** Names of single actions; one that is not here is shown as it is. */
export const ACTIONS: Readonly<Record<string, string>> = {
  'bot.off': 'Tạm dừng trợ lý',
  'bot.on': 'Bật lại trợ lý',
  'staff.logged-in': 'Đăng nhập',
  'staff.log-in-refused': 'Đăng nhập sai',
  'staff.logged-out': 'Đăng xuất',
  'staff.password-changed': 'Đổi mật khẩu',
  'staff.factor-added': 'Bật xác thực hai bước',
  'staff.factor-removed': 'Tắt xác thực hai bước',
  'staff.recovery-codes-renewed': 'Tạo lại mã khôi phục',
  'staff.code-refused': 'Nhập sai mã hai bước',
  'staff.session-ended': 'Kết thúc một phiên',
  'staff.sessions-ended': 'Kết thúc các phiên khác',
  'staff.user-added': 'Thêm người dùng',
  'staff.user-changed': 'Sửa người dùng',
  'staff.user-disabled': 'Khoá tài khoản',
  'staff.user-enabled': 'Mở lại tài khoản',
  'staff.user-password-reset': 'Cấp mật khẩu mới',
  'staff.user-factor-reset': 'Đặt lại hai bước',
  'staff.user-sessions-ended': 'Kết thúc phiên của người khác',
  'upload.add': 'Tải tệp lên',
  'upload.remove': 'Bỏ tệp',
  'upload.bring-back': 'Lấy lại tệp',
  'tickets.searched': 'Tìm trong các phiếu',
  'ticket.opened-words': 'Xem lời gốc có dữ liệu cá nhân',
  'calendar.hours': 'Sửa giờ làm việc',
  'calendar.holidays': 'Sửa ngày lễ',
  'calendar.close': 'Thêm ngày nghỉ',
  'calendar.open': 'Thêm ngày làm việc',
  'calendar.remove-day': 'Bỏ ngày đã ghi riêng',
  'calendar.restore': 'Lấy lại lịch cũ',
  'topic.off': 'Tắt chủ đề',
  'topic.on': 'Bật chủ đề',
  'topic.reply': 'Sửa câu trả lời',
  'register.export': 'Tải sổ báo chí về',
  'audit.export': 'Tải nhật ký về',
};

/** What the facts of an entry are called; one that is not here is shown by its name. */
export const FACTS: Readonly<Record<string, string>> = { reason: 'lý do', version: 'bản số' };
