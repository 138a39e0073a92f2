import type { Kind } from '../stores/move/kinds.ts';

/** What `admin store` says to people. */
export const STORE_WORDS = {
  noRedis: 'Chưa đặt REDIS_URL. Lệnh này chuyển trạng thái giữa thư mục dữ liệu và Redis mà REDIS_URL chỉ tới.',
  problems: {
    toRedis: {
      'no-state': 'Thư mục dữ liệu này không có tệp trạng thái (state.db). Hãy kiểm tra --data hoặc DATA_DIR.',
      'not-empty':
        "Redis này đã có dữ liệu của hệ thống; chưa có gì thay đổi. Hãy dùng Redis khác, hoặc xóa dữ liệu đó khi chắc chắn không cần: redis-cli --scan --pattern '{giao-duc}:*' | xargs redis-cli unlink",
      'in-use': 'Redis này đang có tiến trình dùng; hãy dừng hết rồi chạy lại.',
    },
    toFile: {
      'no-state': 'Redis này không có dữ liệu của hệ thống. Hãy kiểm tra REDIS_URL.',
      'not-empty':
        'Thư mục dữ liệu này đã có tệp trạng thái (state.db); chưa có gì thay đổi. Hãy chuyển state.db* sang chỗ khác, hoặc dùng --data với thư mục khác.',
      'in-use':
        'Còn tiến trình của hệ thống đang dùng Redis này (hoặc vừa dừng chưa đầy nửa phút); chưa có gì thay đổi. Hãy dừng mọi máy chủ rồi chạy lại. Chỉ thêm --force khi chắc chắn không còn máy chủ nào chạy: tin nhắn mà máy chủ nhận trong lúc chuyển sẽ làm hai bên lệch nhau và lần chuyển bị hủy.',
    },
  },
  different: {
    toRedis:
      'Hai bên KHÔNG khớp. Trạng thái trong Redis bị đánh dấu dở dang, không máy chủ nào khởi động trên đó; tệp cũ vẫn dùng được. Chạy lại lệnh để chuyển lại từ đầu.',
    toFile:
      'Hai bên KHÔNG khớp (có thể vì còn máy chủ đang ghi vào Redis). Tệp mới đã bị bỏ; Redis vẫn dùng được. Hãy dừng mọi máy chủ rồi chạy lại.',
  },
  moved: {
    toRedis: [
      'Đã chuyển sang Redis, đọc lại cả hai bên và khớp.',
      'Việc tiếp theo:',
      '  - đặt REDIS_URL cho mọi tiến trình (tệp .env hoặc dịch vụ), rồi npm start',
      '  - nhân viên đăng nhập lại (các phiên đăng nhập không được chuyển)',
      'state.db cũ còn nguyên nhưng đã bị đánh dấu, không khởi động nhầm được. Lệnh bỏ dấu: npm run admin -- store unmark --at file',
      'Tệp cũ chứa dữ liệu cá nhân mà yêu cầu xóa từ nay không chạm tới: khi hệ thống mới chạy ổn, hãy xóa state.db*.',
    ],
    toFile: [
      'Đã chuyển về tệp trong thư mục dữ liệu, đọc lại cả hai bên và khớp.',
      'Việc tiếp theo:',
      '  - bỏ REDIS_URL (tệp .env hoặc dịch vụ), rồi npm start',
      '  - nhân viên đăng nhập lại (các phiên đăng nhập không được chuyển)',
      'Dữ liệu trong Redis còn nguyên nhưng đã bị đánh dấu, không khởi động nhầm được. Lệnh bỏ dấu: npm run admin -- store unmark --at redis',
      "Dữ liệu cũ đó chứa dữ liệu cá nhân mà yêu cầu xóa từ nay không chạm tới: khi hệ thống chạy ổn, hãy xóa: redis-cli --scan --pattern '{giao-duc}:*' | xargs redis-cli unlink",
    ],
  },
  unmarked: 'Đã bỏ dấu. Chỉ khởi động trên bản này khi bản kia không còn chạy: hai bản không biết tin nhắn của nhau.',
  unfinished:
    'Trạng thái trong Redis này chuyển dở, không dùng được. Hãy chạy lại "npm run admin -- store move --to redis", hoặc xóa: redis-cli --scan --pattern \'{giao-duc}:*\' | xargs redis-cli unlink',
  notMarked: 'Không có dấu nào ở đó; không có gì thay đổi.',
  tableHead: ['loại', 'số lượng', 'SHA-256'],
  moving: 'Đang chuyển',
} as const;

/** What the kinds are called. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  counters: 'bộ đếm',
  mail: 'tin đến còn chờ, tạm gác',
  keys: 'khóa chống trùng',
  delays: 'lần thử lại hẹn giờ',
  conversations: 'cuộc trò chuyện',
  lines: 'dòng hội thoại',
  outbox: 'tin gửi đi',
  tickets: 'phiếu',
  notes: 'ghi chú nội bộ',
  turns: 'dòng sổ ghi',
  gapQuestions: 'câu hỏi chưa có lời đáp',
  gaps: 'mục câu hỏi chưa có lời đáp',
  ratings: 'đánh giá câu trả lời',
  reminders: 'lời nhắc hạn',
  links: 'liên kết cuộc trò chuyện',
  partings: 'tin báo bỏ liên kết còn chờ',
  incidents: 'sự việc nhà trường báo',
  corrections: 'đính chính',
  tellings: 'lần báo lại đính chính',
  staff: 'tài khoản',
  factors: 'xác thực hai bước',
  audit: 'nhật ký thao tác',
  kept: 'giá trị lưu',
  erasures: 'chứng nhận xóa',
  pending: 'yêu cầu xóa còn chờ',
  holds: 'dữ liệu đang tạm giữ',
};
