import type { TicketView } from '../../../bot/ports/ticket-lists.ts';
import { TICKETS } from '../vietnamese.ts';

type Empty = { readonly title: string; readonly advice: string };

/** The words of the inbox. */
export const INBOX = {
  ...TICKETS,
  views: {
    mine: 'Của tôi',
    unassigned: 'Chưa ai nhận',
    crisis: 'Khẩn cấp',
    overdue: 'Quá hạn',
    open: 'Tất cả đang mở',
    closed: 'Đã đóng',
  } satisfies Record<TicketView, string>,
  viewsLabel: 'Chọn danh sách phiếu',
  empty: {
    mine: {
      title: 'Anh/chị chưa nhận phiếu nào',
      advice: 'Mở danh sách “Chưa ai nhận” và bấm “Nhận phiếu” để bắt đầu.',
    },
    unassigned: { title: 'Không có phiếu nào chờ người nhận', advice: 'Phiếu mới sẽ tự hiện ở đây.' },
    crisis: { title: 'Không có phiếu khẩn cấp', advice: 'Tin về trẻ em gặp nguy hiểm hiện ở đây ngay khi đến.' },
    overdue: {
      title: 'Không có phiếu quá hạn',
      advice: 'Người dân nào cũng đã được trả lời đúng hẹn, hoặc còn trong hạn.',
    },
    open: { title: 'Không có phiếu nào đang chờ', advice: 'Phiếu mới sẽ tự hiện ở đây khi người dân cần gặp cán bộ.' },
    closed: { title: 'Chưa có phiếu nào đã đóng', advice: 'Phiếu đã xử lý xong được lưu tại đây.' },
  } satisfies Record<TicketView, Empty>,
  emptyFilter: { title: 'Không có phiếu nào khớp bộ lọc', advice: 'Anh/chị bỏ bớt điều kiện lọc rồi xem lại.' },
  filter: 'Lọc',
  filtered: 'Đang lọc',
  topic: 'Chủ đề',
  channel: 'Kênh',
  priority: 'Mức độ',
  tag: 'Nhãn',
  age: 'Mở đã',
  any: 'Tất cả',
  ages: { day: 'hơn 1 ngày', 'three-days': 'hơn 3 ngày', week: 'hơn 7 ngày' },
  apply: 'Áp dụng',
  clear: 'Bỏ lọc',
  first: 'Về đầu danh sách',
  next: 'Trang sau',
  pages: 'Các trang của danh sách',
  search: 'Tìm trong phiếu và nội dung trao đổi',
  searchPlaceholder: 'Từ cần tìm, số phiếu…',
  searchSubmit: 'Tìm',
  searchRule: 'Không cần gõ dấu. Phiếu có đủ mọi từ đã gõ sẽ hiện ra. Mỗi lần tìm được ghi vào nhật ký.',
  searchPress: 'Phiếu báo chí chỉ người phát ngôn và phụ trách tìm thấy.',
  results: (words: string, count: number) => `${count} phiếu có “${words}”`,
  resultsCut: (count: number) => `Chỉ hiện ${count} phiếu mới nhất. Anh/chị gõ thêm từ để thu hẹp.`,
  noResults: {
    title: 'Không tìm thấy phiếu nào',
    advice: 'Anh/chị thử ít từ hơn. Nội dung đã xóa theo yêu cầu hoặc hết hạn lưu thì không tìm được nữa.',
  },
  backToList: 'Trở lại danh sách',
  assignee: (name: string) => `Người nhận: ${name}`,
  you: 'anh/chị',
  rated: { up: '👍 Hài lòng', down: '👎 Chưa hài lòng' },
  notify: 'Thông báo trên màn hình',
  sound: 'Âm thanh',
  alerts: 'Báo khi có phiếu mới',
  notifyBlocked: 'Trình duyệt đang chặn thông báo của trang này. Anh/chị mở khóa trong cài đặt trình duyệt.',
  newTicket: 'Có phiếu mới chờ người nhận',
  newCrisis: 'KHẨN CẤP: có phiếu khẩn cấp mới',
} as const;

/** The sheet of keyboard shortcuts. */
export const SHORTCUTS = {
  title: 'Phím tắt',
  open: 'Phím tắt (?)',
  close: 'Đóng',
  off: 'Tắt phím tắt trên máy này',
  note: 'Phím tắt không có tác dụng khi đang gõ vào ô nhập.',
  move: 'Xuống, lên trong danh sách',
  enter: 'Mở phiếu đang chọn',
  search: 'Tới ô tìm kiếm',
  help: 'Mở bảng này',
  goTo: (view: string) => `Tới “${view}”`,
  andThen: 'rồi',
} as const;

/** Theme and language, in the menu of the account. */
export const PREFERENCES = {
  title: 'Hiển thị',
  theme: 'Nền',
  themes: { auto: 'Theo thiết bị', light: 'Sáng', dark: 'Tối' },
  language: 'Ngôn ngữ',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  save: 'Lưu hiển thị',
} as const;

/** Durations and moments. */
export const TIMES = {
  days: (count: number) => `${count} ngày`,
  hours: (count: number) => `${count} giờ`,
  minutes: (count: number) => `${count} phút`,
  ago: (duration: string) => `${duration} trước`,
  justNow: 'vừa xong',
  moment: (clock: string, day: string) => `${clock} ngày ${day}`,
} as const;
