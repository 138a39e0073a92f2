/** Sentences of the pages on which admins look after accounts. */
export const USERS = {
  title: 'Người dùng',
  lead: 'Mỗi người một tài khoản riêng. Người nghỉ việc thì khoá tài khoản; phiếu cũ vẫn giữ tên người trả lời.',
  columns: {
    name: 'Người dùng',
    role: 'Vai trò',
    group: 'Trường, tổ',
    factor: 'Hai bước',
    lastLogin: 'Đăng nhập gần nhất',
    state: 'Trạng thái',
  },
  never: 'Chưa đăng nhập',
  noGroup: 'Không ghi',
  factor: { on: 'Đã bật', off: 'Chưa bật', due: 'Phải cài' },
  states: { active: 'Đang dùng', 'one-time': 'Chờ đổi mật khẩu', disabled: 'Đã khoá' },
  add: 'Thêm người dùng',
  back: 'Danh sách người dùng',
  fields: {
    name: 'Tên đăng nhập',
    nameRule: 'Từ 2 đến 32 ký tự: a–z không dấu, số, dấu chấm, gạch ngang. Không đổi được về sau.',
    displayName: 'Tên hiển thị',
    displayNameRule: 'Người dân thấy tên này khi người dùng trả lời.',
    role: 'Vai trò',
    group: 'Trường hoặc tổ (không bắt buộc)',
  },
  create: 'Tạo tài khoản',
  save: 'Lưu thay đổi',
  changing: 'Thông tin',
  saveRule: 'Đổi vai trò thì người này phải đăng nhập lại.',
  ownRole: 'Anh/chị không đổi vai trò của chính mình được.',
  actions: 'Đăng nhập và bảo mật',
  problems: {
    name: 'Tên đăng nhập chưa đúng: từ 2 đến 32 ký tự a–z không dấu, số, dấu chấm, gạch ngang, bắt đầu bằng chữ hoặc số.',
    taken: 'Tên đăng nhập này đã có người dùng.',
    displayName: 'Tên hiển thị cần từ 1 đến 80 ký tự, trên một dòng.',
    group: 'Tên trường hoặc tổ dài nhất 80 ký tự, trên một dòng.',
    role: 'Anh/chị chọn một vai trò trong danh sách.',
  },
  password: {
    action: 'Cấp mật khẩu mới',
    advice: (name: string) =>
      `Mật khẩu hiện tại của ${name} hết tác dụng, mọi phiên đăng nhập kết thúc. Hệ thống hiện một mật khẩu dùng một lần để anh/chị đưa tận tay.`,
  },
  resetFactor: {
    action: 'Đặt lại xác thực hai bước',
    advice: (name: string) =>
      `Chỉ làm khi ${name} mất điện thoại và cả mã khôi phục. Anh/chị nên gặp trực tiếp hoặc gọi số đã biết để chắc đúng người.`,
  },
  endSessions: {
    action: 'Kết thúc mọi phiên đăng nhập',
    advice: (name: string) => `${name} phải đăng nhập lại ở mọi nơi. Nội dung đang soạn vẫn còn trên máy của họ.`,
  },
  disable: {
    action: 'Khoá tài khoản',
    advice: (name: string) => `${name} bị đăng xuất ngay và không đăng nhập được cho đến khi mở lại. Không xoá gì cả.`,
  },
  enable: {
    action: 'Mở lại tài khoản',
    advice: (name: string) => `${name} đăng nhập lại được bằng mật khẩu cũ.`,
  },
  oneTime: {
    title: 'Mật khẩu dùng một lần',
    lead: (name: string) => `Đưa tận tay cho ${name}. Mật khẩu chỉ hiện một lần và phải đổi ở lần đăng nhập đầu tiên.`,
    name: 'Tên đăng nhập',
    password: 'Mật khẩu',
    done: 'Xong, về trang của người dùng',
  },
} as const;
