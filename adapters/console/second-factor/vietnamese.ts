/** Sentences of the second factor. */
export const FACTOR = {
  title: 'Xác thực hai bước',
  code: {
    title: 'Nhập mã xác thực',
    lead: 'Mở ứng dụng xác thực trên điện thoại và nhập mã 6 số của tài khoản này.',
    label: 'Mã 6 số hoặc mã khôi phục',
    submit: 'Tiếp tục',
    lost: 'Không có điện thoại bên mình?',
    lostAdvice:
      'Nhập một trong các mã khôi phục đã lưu; mỗi mã dùng được một lần. Nếu cũng không có mã khôi phục, anh/chị nhờ quản trị đặt lại xác thực hai bước.',
    cancel: 'Đăng nhập tài khoản khác',
  },
  setUp: {
    lead: 'Sau mật khẩu, mỗi lần đăng nhập cần thêm mã 6 số trên điện thoại. Lộ mật khẩu thì người khác vẫn không vào được.',
    required:
      'Vai trò của anh/chị bắt buộc có xác thực hai bước. Anh/chị cài một lần ngay bây giờ, mất khoảng hai phút.',
    steps: [
      'Cài một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator, Microsoft Authenticator hoặc Aegis.',
      'Trong ứng dụng, chọn thêm tài khoản rồi quét hình dưới đây.',
      'Nhập mã 6 số mà ứng dụng đang hiện.',
    ],
    picture: 'Hình vuông để quét bằng ứng dụng xác thực',
    byHand: 'Không quét được? Nhập khoá bằng tay',
    key: 'Khoá',
    keyAdvice: 'Chọn loại khoá theo thời gian (TOTP). Không gửi khoá này cho ai.',
    code: 'Mã 6 số',
    password: 'Mật khẩu hiện tại',
    submit: 'Bật xác thực hai bước',
  },
  on: {
    lead: 'Xác thực hai bước đang bật cho tài khoản này.',
    codesLeft: (count: number) =>
      count === 0 ? 'Không còn mã khôi phục nào. Anh/chị nên tạo mã mới.' : `Còn ${count} mã khôi phục chưa dùng.`,
    renew: 'Tạo mã khôi phục mới',
    renewAdvice: 'Các mã cũ hết tác dụng. Nhập mã trên điện thoại để xác nhận.',
    remove: 'Tắt xác thực hai bước',
    removeAdvice:
      'Sau khi tắt, chỉ cần mật khẩu để đăng nhập. Nhập mã trên điện thoại hoặc một mã khôi phục để xác nhận.',
    replace: 'Đổi sang điện thoại khác',
    replaceAdvice:
      'Điện thoại cũ hết tác dụng và anh/chị cài lại ngay trên điện thoại mới. Nhập mã trên điện thoại cũ hoặc một mã khôi phục để xác nhận.',
  },
  recovery: {
    title: 'Mã khôi phục',
    lead: 'Các mã này chỉ hiện một lần. Anh/chị lưu hoặc in ra và cất nơi an toàn, không để cùng mật khẩu.',
    use: 'Khi mất điện thoại, nhập một mã thay cho mã 6 số. Mỗi mã dùng được một lần.',
    download: 'Tải về',
    file: 'ma-khoi-phuc.txt',
    heading: (name: string) => `Mã khôi phục của tài khoản ${name} (mỗi mã dùng một lần):`,
    done: 'Tôi đã lưu các mã',
  },
  wrong: 'Mã không đúng hoặc đã dùng. Anh/chị đợi mã mới hiện ra; nếu vẫn sai, kiểm tra giờ của điện thoại.',
  throttled: (wait: string) => `Đã nhập sai nhiều mã. Anh/chị thử lại sau ${wait}.`,
  stale: 'Khoá này đã cũ. Anh/chị xoá tài khoản vừa thêm trong ứng dụng rồi quét lại hình mới.',
} as const;
