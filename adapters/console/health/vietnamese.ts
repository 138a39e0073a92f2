import type { ChannelId } from '../../../bot/ports/channel.ts';
import type { StorageFault } from '../../../bot/ports/store-health.ts';
import type { ChannelTraces } from '../../channels/channel-traces.ts';

/** Words of the page that shows how the product does. */
export const HEALTH = {
  title: 'Tình trạng hệ thống',
  lead: (moment: string) => `Số liệu lúc ${moment}.`,
  refresh: 'Xem lại bây giờ',
  allWell: 'Không thấy điều gì cần xử lý.',
  attention: 'Cần xử lý',
  never: 'Chưa có',
  channel: {
    off: 'Đang tắt',
    on: 'Đang bật',
    turnOn: (settings: readonly string[]) => `Để bật, đặt ${settings.join(', ')} trong cài đặt.`,
    lastIn: 'Tin gần nhất nhận được',
    lastSent: 'Tin gần nhất gửi được',
    sending: 'Việc gửi',
    sends: 'Bình thường',
    retries: (count: number) => `${count.toLocaleString('vi-VN')} lần lỗi liên tiếp, đang thử lại`,
    lastFault: 'Lỗi gửi gần nhất',
    parked: 'Tin bỏ lại gần nhất',
    parkedWords: (count: number, code: string, age: string) =>
      `${count.toLocaleString('vi-VN')} tin, ${age}, mã lỗi ${code}. Phiếu đã được mở cho cán bộ đọc.`,
    token: 'Mã truy cập Zalo',
    tokenDays: (days: number) => (days === 0 ? 'Hết hạn, phải cấp quyền lại' : `Còn ${days} ngày; hệ thống tự gia hạn`),
    window: 'Thời gian được trả lời',
    paid: 'Tin bị tính tiền gần nhất',
    paidWords: (quota: string, age: string) => `${age}, loại ${quota}`,
    allFree: 'Chưa có tin nào bị tính tiền',
  },
  queue: {
    title: 'Hàng đợi',
    waiting: 'Tin chờ trả lời',
    pending: 'Tin chờ gửi',
    parked: 'Tin bỏ lại sau nhiều lần lỗi',
    tickets: 'Phiếu đang mở',
    oldest: (count: number, age: string) =>
      count === 0 ? '0' : `${count.toLocaleString('vi-VN')}, lâu nhất đã chờ ${age}`,
  },
  index: {
    title: 'Kho văn bản',
    built: 'Lập lúc',
    size: 'Nội dung',
    sizeWords: (documents: number, passages: number) =>
      `${documents.toLocaleString('vi-VN')} văn bản, ${passages.toLocaleString('vi-VN')} đoạn`,
    search: 'Tìm theo nghĩa',
    yes: 'Đang bật',
    no: 'Đang tắt; chạy lại npm run ingest để bật',
  },
  store: { title: 'Nơi lưu dữ liệu', state: 'Trạng thái', fine: 'Đọc và ghi được' },
  problems: {
    noIndex: 'Kho văn bản trống nên trợ lý không trả lời được gì. Anh/chị chạy npm run ingest hoặc tải văn bản lên.',
    refusedIndex: 'Kho văn bản mới lập không dùng được; trợ lý đang trả lời bằng kho cũ. Anh/chị lập lại kho.',
    late: (age: string) => `Có tin đã chờ trả lời ${age}. Nếu con số này tăng, tiến trình trả lời có thể đã dừng.`,
    lateSending: (age: string) => `Có tin đã chờ gửi ${age}. Anh/chị xem lỗi gửi của từng kênh bên dưới.`,
    token: (days: number) =>
      days === 0
        ? 'Zalo đang chờ anh/chị cấp quyền lại: chạy npm run admin -- zalo authorise.'
        : `Quyền truy cập Zalo chỉ còn ${days} ngày và chưa tự gia hạn được: chạy npm run admin -- zalo authorise.`,
  },
} as const;

/** Why a channel rests, after its name. */
export const RESTS: Readonly<Record<NonNullable<ChannelTraces['rests']>, string>> = {
  failures: 'Tạm ngừng vì lỗi liên tiếp, tự thử lại mỗi 15 giây',
  'rate-limit': 'Nền tảng yêu cầu gửi chậm lại, hệ thống tự gửi tiếp sau',
  token: 'Nền tảng không nhận mã truy cập. Tin được giữ lại, chạy npm run admin -- doctor để biết cách sửa',
};

/** Why the store cannot keep changes. */
export const FAULTS: Readonly<Record<StorageFault, string>> = {
  full: 'Ổ đĩa đầy: tin mới không lưu được. Anh/chị dọn ổ đĩa ngay.',
  'read-only': 'Nơi lưu chỉ đọc được: kiểm tra quyền ghi của thư mục dữ liệu.',
  damaged: 'Tệp dữ liệu bị hỏng: dừng hệ thống và khôi phục bản sao lưu.',
  busy: 'Nơi lưu đang bận, hệ thống đang tự thử lại.',
  failing: 'Nơi lưu báo lỗi: xem nhật ký của máy chủ.',
  unreachable: 'Nơi lưu không trả lời: kiểm tra máy chủ Redis hoặc ổ đĩa.',
};

/** How long staff may answer on a channel. */
export const WINDOWS: Readonly<Record<ChannelId, string>> = {
  messenger: 'Trợ lý 24 giờ, cán bộ 7 ngày kể từ tin cuối của người dân',
  zalo: 'Trả lời miễn phí trong 48 giờ kể từ tin cuối của người dân',
  web: 'Luôn gửi được; người dân thấy khi mở lại trang',
};

/** Why a message last did not go out, where the platform gave no reason of its own. */
export const FAULT_CAUSES = {
  temporary: 'nền tảng tạm thời lỗi, đã tự gửi lại',
  retry: 'nền tảng tạm thời lỗi, đã tự gửi lại',
  'rate-limit': 'nền tảng giới hạn tốc độ gửi, đã tự gửi lại',
  token: 'mã truy cập hoặc quyền gửi không dùng được',
  'no-answer': 'nền tảng không trả lời',
  unknown: 'nền tảng không trả lời',
  unconfirmed: 'nền tảng không xác nhận đã gửi',
  other: (code: string) => `nền tảng từ chối (mã lỗi ${code})`,
} as const;
