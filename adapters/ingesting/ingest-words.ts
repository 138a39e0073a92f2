/** What an ingest notes on its inputs, beside what is told of how files were read. */
export const INGEST_NOTES = {
  duplicateOf: (file: string) => `Trùng nội dung với ${file}: dùng chung một văn bản.`,
  noVectors: 'Bộ mã hóa câu không chạy được trên máy này: trợ lý chỉ tìm theo từ ngữ.',
  keptCopy: (address: string, why: string) => `Dùng bản đã lưu của ${address}: ${why}`,
  notRegular: 'Không phải tệp thường (ống dẫn hoặc thiết bị) nên không đọc.',
  overLimit: 'Tệp lớn hơn 50 MB: hãy tách nhỏ rồi nạp lại.',
  notOpened: 'Không mở được tệp: kiểm tra đường dẫn và quyền đọc.',
} as const;

/** Why a page of the web was not read. */
export const WEB_PROBLEMS = {
  robotsUnreadable: 'Không đọc được robots.txt của trang.',
  robotsRefuse: 'Trang không cho phép đọc tự động (robots.txt).',
  redirects: 'Địa chỉ chuyển hướng quá nhiều lần.',
  slow: 'Trang trả lời quá chậm.',
  unreachable: 'Không kết nối được tới trang.',
  notWeb: 'Chỉ đọc được địa chỉ http và https.',
  credentials: 'Địa chỉ không được chứa tên đăng nhập hoặc mật khẩu.',
  hostNotListed: (host: string) =>
    `Máy chủ ${host} không có trong cài đặt INGEST_HOSTS: hãy thêm vào nếu đó là nguồn tin cậy.`,
  status: (status: string) => `Máy chủ trả lời mã ${status}.`,
  large: (megabytes: string) => `Tệp trên trang lớn hơn ${megabytes} MB.`,
  manyPages: (read: string, listed: string) => `Chỉ đọc ${read} trên ${listed} địa chỉ: hãy nêu các mục nhỏ hơn.`,
  gone: 'Trang không còn trên máy chủ (404).',
} as const;
