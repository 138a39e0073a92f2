/** Sentences of the page of one's own log-ins. */
export const OWN_SESSIONS = {
  title: 'Phiên đăng nhập của tôi',
  lead: 'Những nơi đang đăng nhập bằng tài khoản này. Nếu có nơi anh/chị không nhận ra, hãy kết thúc nó rồi đổi mật khẩu.',
  device: (browser: string, system: string) => `${browser} trên ${system}`,
  unknownDevice: 'Thiết bị không rõ',
  present: 'Phiên này',
  lastUsed: (age: string) => `Dùng lần cuối: ${age}`,
  opened: (moment: string) => `Đăng nhập lúc ${moment}`,
  end: 'Kết thúc',
  endOf: (device: string, opened: string) => `Kết thúc phiên ${device}, ${opened}`,
  endOthers: 'Kết thúc mọi phiên khác',
  only: 'Không có phiên đăng nhập nào khác.',
  rule: 'Mỗi phiên tự kết thúc sau 4 giờ không dùng, và chậm nhất 12 giờ sau khi đăng nhập.',
} as const;
