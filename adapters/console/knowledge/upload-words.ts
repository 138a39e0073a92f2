import type { PageReading } from '../../../ingest/blocks.ts';
import { whyNotRead } from '../../../ingest/load/kinds-not-read.ts';
import { LEFT_OUT } from '../../../ingest/load/reading-words.ts';

/** Words of the page on which files are uploaded. */
export const UPLOADS = {
  title: 'Nạp tệp',
  lead: 'Tệp nạp ở đây được trợ lý dùng để trả lời, cùng với các nguồn đã nạp bằng lệnh.',
  files: 'Chọn tệp',
  rule: 'Tối đa 10 tệp mỗi lần, mỗi tệp 25 MB: docx, doc, pdf, ảnh chụp trang (jpg, png), html, txt, xlsx, xls, csv hoặc zip. Không nạp tệp có mật khẩu.',
  submit: 'Nạp',
  unnamed: 'Tệp không rõ tên',
  resultsTitle: 'Kết quả nhận tệp',
  problems: {
    none: 'Anh/chị chưa chọn tệp nào.',
    many: 'Mỗi lần nạp tối đa 10 tệp. Anh/chị chia thành nhiều lần.',
    large: 'Tổng các tệp quá lớn (tối đa 60 MB mỗi lần). Anh/chị chia thành nhiều lần, hoặc tách nhỏ tệp.',
    broken: 'Tệp chưa gửi hết: có thể mất mạng giữa chừng. Anh/chị thử lại.',
    full: 'Máy chủ hết chỗ lưu nên chưa nhận được tệp: hãy báo người quản trị hệ thống.',
  },
  running: 'Đang nạp',
  waiting: 'Đang đợi một lượt nạp khác (chạy bằng lệnh trên máy chủ) kết thúc, rồi sẽ tự nạp.',
  starting: 'Đang khởi động lượt nạp…',
  reload: 'Xem tiến độ mới',
  steps: {
    fetch: (done: number, total: number) => `Tải trang web ${done}/${total}`,
    read: (done: number, total: number) => `Đã đọc ${done}/${total} tệp`,
    page: (done: number, total: number) => `Đang đọc trang ${done}/${total}`,
    encode: (done: number, total: number) => `Đang lập chỉ mục ${done}/${total} đoạn`,
  },
  ended: (when: string) => `Lượt nạp gần nhất xong lúc ${when}.`,
  outcomes: {
    switched: (documents: number, passages: number) =>
      `Trợ lý đang trả lời từ chỉ mục mới: ${documents} văn bản, ${passages} đoạn.`,
    unchanged: (documents: number, passages: number) =>
      `Không có gì thay đổi: chỉ mục vẫn gồm ${documents} văn bản, ${passages} đoạn.`,
    'nothing-indexed': () =>
      'Không nạp được văn bản nào nên chỉ mục cũ được giữ nguyên. Muốn ngừng trả lời từ một văn bản, anh/chị rút văn bản đó.',
    'source-missing': () =>
      'Chỉ mục cũ được giữ nguyên vì một nguồn đã nạp bằng lệnh không còn thấy trên máy chủ (ổ đĩa hoặc thư mục có thể mất kết nối). Anh/chị báo người quản trị hệ thống.',
  },
  failed:
    'Lượt nạp gần nhất không chạy xong; chỉ mục cũ được giữ nguyên. Anh/chị thử lại; nếu vẫn lỗi, báo người quản trị hệ thống xem nhật ký.',
  listTitle: (count: number) => `Tệp đã nạp (${count})`,
  none: 'Chưa có tệp nào được nạp ở đây.',
  size: (megabytes: string) => `${megabytes} MB`,
  statuses: { indexed: 'Đã nạp', duplicate: 'Trùng nội dung', skipped: 'Không nạp được', pending: 'Chưa nạp' },
  passages: (count: number) => `${count} đoạn`,
  pages: (count: number) => `${count} trang`,
  pagesOf: (count: number, way: string) => `${count} trang ${way}`,
  doubtfulPages: (pages: string) => `Nên xem lại trang ${pages}: chữ đọc được chưa chắc đúng.`,
  remove: 'Gỡ tệp',
  removeLead: 'Trợ lý không trả lời từ tệp này nữa. Có thể đưa trở lại.',
  confirmRemove: 'Gỡ',
  removedTitle: 'Tệp đã gỡ hoặc đã bị thay',
  bringBack: 'Đưa trở lại',
  bringBackFile: (name: string) => `Đưa trở lại ${name}`,
} as const;

/** What became of a file that was sent. */
export const UPLOAD_RESULTS = {
  new: 'đã nhận',
  replaced: 'đã nhận, thay tệp cũ cùng tên',
  same: 'đã có từ trước, không đổi',
  size: 'Tệp lớn hơn 25 MB: hãy tách nhỏ rồi nạp lại.',
  empty: LEFT_OUT.empty,
  name: 'Tên tệp không dùng được: hãy đổi tên ngắn gọn, có phần đuôi như .docx, rồi nạp lại.',
  presentation: whyNotRead('presentation'),
  'open-document': whyNotRead('open-document'),
  'binary-sheet': whyNotRead('binary-sheet'),
  'encrypted-office': whyNotRead('encrypted-office'),
  'other-binary': whyNotRead('other-binary'),
};

/** How pages were read. */
export const PAGE_WAYS: Readonly<Record<PageReading['way'], string>> = {
  'text-layer': 'có lớp chữ',
  rebuilt: 'dựng lại từ vị trí chữ',
  ocr: 'nhận dạng chữ',
};
