/** What a refused request is told, by a stable code. */
export type ErrorCode =
  | 'NOT_FOUND'
  | 'BODY_MALFORMED'
  | 'ADDRESS_MALFORMED'
  | 'BODY_TOO_LARGE'
  | 'REQUEST_ABORTED'
  | 'INTERNAL';

/** The words of a page that says what went wrong, and where it leads back to. */
export interface ErrorWords {
  readonly refusals: Readonly<Record<ErrorCode, { readonly title: string; readonly advice: string }>>;
  readonly status: (status: number) => string;
  readonly back: string;
  /** What stands in the head of the page, with the same way back. */
  readonly site: string;
}

/** How an error looks to whoever made the request. */
export interface ErrorLook {
  readonly words: ErrorWords;
  readonly language: 'vi' | 'en';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Where it leads back to. */
  readonly home: string;
}

/** In Vietnamese, for the public pages. */
export const ERRORS: ErrorWords = {
  refusals: {
    NOT_FOUND: { title: 'Không tìm thấy trang', advice: 'Địa chỉ này không có hoặc đã được gỡ.' },
    BODY_MALFORMED: { title: 'Nội dung gửi lên không đọc được', advice: 'Vui lòng tải lại trang rồi thử lại.' },
    ADDRESS_MALFORMED: { title: 'Địa chỉ không đọc được', advice: 'Vui lòng kiểm tra lại đường dẫn.' },
    BODY_TOO_LARGE: { title: 'Nội dung gửi lên quá lớn', advice: 'Vui lòng rút gọn rồi gửi lại.' },
    REQUEST_ABORTED: { title: 'Kết nối bị ngắt giữa chừng', advice: 'Vui lòng thử lại.' },
    INTERNAL: {
      title: 'Hệ thống đang gặp sự cố',
      advice: 'Vui lòng thử lại sau ít phút. Tin nhắn đã gửi thành công không bị mất.',
    },
  },
  status: (status) => `Mã lỗi ${status}`,
  back: 'Về trang chủ',
  site: 'Về trang hỏi đáp',
};

/** To everybody outside the console. */
export const TO_CITIZENS: ErrorLook = { words: ERRORS, language: 'vi', theme: 'auto', home: '/' };
