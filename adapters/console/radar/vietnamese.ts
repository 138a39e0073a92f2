import type { RumourStatus } from '../../../bot/radar/radar-state.ts';

/** Words of the pages of the radar. */
export const RADAR = {
  title: 'Radar dư luận',
  lead: 'Nơi có nhiều người nhắn hơn hẳn bình thường vào giờ đó trong tuần, và những lời được nhiều người lặp lại. Không có tên hay mã của người dân.',
  looked: (at: string) => `Xem lần cuối lúc ${at}; năm phút một lần.`,
  never: 'Radar chưa xem lần nào. Radar cần hai tuần có tin nhắn để biết thế nào là bình thường.',
  surges: 'Tăng bất thường',
  noSurges: 'Không có tăng bất thường trong 30 ngày qua.',
  good: 'Tin tốt',
  surge: (people: number, minutes: number, expected: string) =>
    `${people} người trong ${minutes} phút, bình thường khoảng ${expected}.`,
  schoolSurge: (schools: number, minutes: number, expected: string) =>
    `${schools} trường báo trong ${minutes} phút, bình thường khoảng ${expected}.`,
  chance: (oneIn: string) => `Tình cờ mà nhiều như vậy: chưa tới 1 phần ${oneIn}.`,
  thanks: 'lời cảm ơn',
  ward: (name: string) => `phường ${name}`,
  reported: (incident: string) => `trường báo: ${incident}`,
  hour: (hour: number) => `${hour}h`,
  chart: (stream: string) => `Số lượt mỗi giờ quanh lúc đó: ${stream}`,
  turns: 'Xem các lượt nhắn',
  incidents: 'Xem sự việc nhà trường báo',
  hold: 'Soạn lời giữ khác',
  holdNow: 'Giữ lời ngay',
  holdAsk: 'Giữ lời: gửi người phát ngôn duyệt',
  holdWords: (until: string) => `Lời sẽ nói với người dân, đến ${until}`,
  held: 'Đã có lời giữ về việc này, đang nói hoặc đang chờ duyệt.',
  traffic: {
    title: 'Đang được hỏi gì',
    periods: { day: '24 giờ qua', week: '7 ngày qua' },
    export: 'Tải bảng số liệu (CSV)',
    sum: (turns: string, people: string, before: string) =>
      `${turns} lượt nhắn của ${people} người; khoảng thời gian dài như vậy ngay trước đó có ${before} lượt.`,
    chart: { day: 'Số lượt nhắn theo giờ', week: 'Số lượt nhắn theo ngày (24 giờ, tính đến giờ này)' },
    kind: 'Phân theo',
    kinds: {
      matter: 'Nội dung',
      topic: 'Nhóm việc',
      school: 'Trường được nhắc đến',
      ward: 'Phường được nhắc đến',
      territory: 'Tỉnh, thành phố được hỏi đến',
    },
    columns: { name: 'Tên', turns: 'Lượt', people: 'Người', before: 'Trước đó' },
    none: 'Không có.',
  },
  rumours: 'Lời được nhiều người lặp lại',
  noRumours: 'Không có lời nào được từ 5 người trở lên lặp lại.',
  rumourColumns: {
    words: 'Lời (đã che thông tin riêng)',
    people: 'Số người',
    first: 'Lần đầu',
    last: 'Lần cuối',
    channels: 'Kênh',
    status: 'Tình trạng',
  },
  unverified: 'Chưa kiểm chứng',
  verdicts: { holding: 'Đang giữ lời', refuted: 'Đã đính chính: không đúng', confirmed: 'Đã xác nhận: đúng' },
  steps: { holding: 'Giữ lời', refuted: 'Đính chính', confirmed: 'Xác nhận' },
  setStatus: 'Lưu',
  statusOf: (words: string) => `Tình trạng của: ${words}`,
  done: { saved: 'Đã lưu tình trạng.', unknown: 'Lời này không còn trong danh sách.' },
  exportRows: 'Tải các lượt nhắn (CSV)',
  rowsTitle: (stream: string) => `Các lượt nhắn: ${stream}`,
  rowsLead: (from: string, until: string) =>
    `Từ ${from} đến ${until}. Thông tin riêng nhận ra được đã được che. Tối đa 200 lượt đầu.`,
  back: 'Về radar',
} as const;

/** What matters are called where that is not what they are called in Vietnamese. */
export const MATTERS: Readonly<Record<string, string>> = {};

export const RUMOUR_STATUS_WORDS: Readonly<Record<RumourStatus, string>> = {
  new: 'Mới',
  checking: 'Đang kiểm tra',
  answered: 'Đã trả lời chung',
  dismissed: 'Không phải tin đồn',
};
