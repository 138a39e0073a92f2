import type { ClosedAs, TicketOutcome, TicketRating } from '../../bot/conversation.ts';
import type { Punctuality } from '../../bot/reporting/figures.ts';
import type { StatementKind } from '../../bot/statements/statement.ts';
import type { Outcome } from '../../bot/topics.ts';

/** Words of the parts of the monthly report, which the page shows as well. */
export const REPORT_PARTS = {
  privacy:
    'Số liệu về người hỏi dưới 5 được ghi “dưới 5”; ô “không nêu” để trống để không tính ngược ra được ô đã che. Câu hỏi trích dẫn đã bỏ thông tin riêng và những chữ ít người dùng.',
  few: 'dưới 5',
  withheld: 'không nêu',
  none: '–',
  fresh: 'mới',
  noRows: 'Không có.',
  uncompared: (month: string) => `Không so sánh được với tháng ${month}: báo cáo đã lưu của tháng đó không đọc được.`,
  sections: {
    overview: 'Tình hình chung',
    volume: 'Số lượt hỏi theo kênh và nhóm việc',
    matters: 'Điều người dân quan tâm nhất',
    mood: 'Chiều hướng thái độ của người dân',
    cases: 'Vụ việc khẩn cấp, vụ việc nóng và kết quả xử lý',
    punctuality: 'Thời hạn trả lời',
    unanswered: 'Câu hỏi chưa trả lời được',
    press: 'Yêu cầu của báo chí',
    statements: 'Tin sai lệch và phát ngôn của cơ quan',
    forecast: 'Dự báo',
    assessment: 'Nhận xét',
    proposals: 'Đề xuất, kiến nghị',
  },
  tables: {
    overview: 'Kết quả chung',
    channels: 'Theo kênh',
    topics: 'Theo nhóm việc',
    matters: 'Theo nội dung hỏi',
    moods: 'Theo thái độ trong lời nhắn',
    cases: 'Danh sách vụ việc',
    incidents: 'Sự việc nhà trường báo, mức khẩn cấp và cao',
    punctuality: 'Lần trả lời đầu tiên của cán bộ',
    ratings: 'Người dân đánh giá phần trả lời của cán bộ (phiếu đã đóng, không tính vụ khẩn cấp và báo chí)',
    unanswered: 'Nội dung hệ thống chưa có căn cứ để trả lời',
    gaps: 'Nhu cầu chưa có lời đáp và việc đã làm',
    press: 'Sổ báo chí trong tháng',
    findings: 'Tin đang lan đã được kết luận',
    statements: 'Lượt được trả lời bằng lời của cơ quan',
  },
  columns: {
    item: 'Chỉ tiêu',
    channel: 'Kênh',
    topic: 'Nhóm việc',
    matter: 'Nội dung',
    turns: 'Lượt hỏi',
    people: 'Người hỏi',
    before: 'So tháng trước',
    yearAgo: 'So cùng kỳ',
    claim: 'Tin đang lan (đã ẩn danh)',
    found: 'Kết luận',
    gaps: 'Số nhu cầu',
    typical: 'Câu hỏi thường gặp (đã ẩn danh)',
    school: 'Trường',
    incident: 'Việc',
    urgency: 'Mức',
    happened: 'Xảy ra lúc',
    ticket: 'Phiếu',
    heat: 'Loại',
    opened: 'Nhận lúc',
    reply: 'Trả lời đầu',
    state: 'Trạng thái',
    result: 'Kết quả',
    tickets: 'Số phiếu',
    outlet: 'Cơ quan báo chí',
    deadline: 'Cần trước',
    released: 'Lời đã phát ngôn',
  },
  all: 'Tất cả',
  erased: 'Đã xóa theo yêu cầu',
  noTopic: 'Hỏi theo văn bản',
  moods: { displeased: 'Không hài lòng', worried: 'Lo lắng', pleased: 'Hài lòng, cảm ơn', neutral: 'Bình thường' },
  mood: {
    share: (share: string, earlier: string) =>
      `Cứ 100 lượt nhắn có ${share} lượt tỏ ý không hài lòng${earlier === '' ? '' : ` (${earlier})`}.`,
    against: {
      before: (share: string) => `tháng trước ${share}`,
      yearAgo: (share: string) => `cùng kỳ ${share}`,
    },
    rule: 'Thái độ được nhận theo nhóm việc và từ ngữ, nên cho biết chiều hướng hơn là con số chính xác.',
  },
  gaps: {
    opened: 'Nhu cầu mới trong tháng',
    answered: 'Được có lời đáp trong tháng',
    waiting: 'Lời đáp đang chờ duyệt',
    ended: 'Lời đáp hết hạn, cần xem lại',
    open: 'Chưa có lời đáp',
  },
  heat: { crisis: 'Khẩn cấp', hot: 'Nóng' },
  notYet: 'Chưa',
  median: (words: string) => `Một nửa số phiếu được cán bộ trả lời lần đầu trong ${words}.`,
  tickets: (opened: string, closed: string, open: string) =>
    `Trong tháng mở ${opened} phiếu cho cán bộ; đến lúc lấy số liệu đã đóng ${closed}, còn mở ${open}.`,
  charts: {
    days: 'Lượt hỏi theo ngày trong tháng',
    matters: 'Nội dung được hỏi nhiều nhất (lượt)',
    history: 'Lượt hỏi theo tháng',
  },
  statements: {
    none: 'Trong tháng không có tin đang lan nào được cơ quan kết luận.',
    some: (claims: string) =>
      `Trong tháng, người dân được trả lời bằng kết luận của cơ quan về ${claims} tin đang lan.`,
  },
  forecast: {
    none: 'Chưa đủ số liệu để dự báo: cần ít nhất 6 tháng liên tục, mỗi tháng từ 100 lượt.',
    season: (month: string, low: string, high: string) =>
      `Tháng ${month} có thể có từ ${low} đến ${high} lượt hỏi, tính từ cùng tháng năm trước và mức tăng của ba tháng gần nhất.`,
    recent: (month: string, low: string, high: string) =>
      `Tháng ${month} có thể có từ ${low} đến ${high} lượt hỏi nếu giữ mức sáu tháng gần nhất; chưa có số liệu năm trước nên chưa tính được mùa vụ.`,
  },
} as const;

/** Words of the monthly report. */
export const REPORT_WORDS = {
  ...REPORT_PARTS,
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (number: string, symbol: string) => `Số: ${number}/${symbol}`,
  unnumbered: '        ',
  draft: 'DỰ THẢO',
  date: (place: string, day: string, month: string, year: number) => `${place}, ngày ${day} tháng ${month} năm ${year}`,
  undated: (place: string, year: number) => `${place}, ngày       tháng       năm ${year}`,
  kind: 'BÁO CÁO',
  subject: (month: number, year: number) =>
    `Kết quả tiếp nhận, trả lời người dân qua trợ lý Giáo dục Ba Đình tháng ${month} năm ${year}`,
  opening: (office: string, month: number, year: number, takenAt: string) =>
    `${office} báo cáo kết quả tiếp nhận và trả lời người dân trên Facebook, Zalo và trang web trong tháng ${month} năm ${year}. Số liệu lấy từ sổ ghi của hệ thống lúc ${takenAt}.`,
  recipients: 'Nơi nhận:',
  annex: { file: 'phu-luc', figures: 'Số liệu', sheetTitle: 'Phụ lục kèm báo cáo', chart: 'Theo ngày' },
} as const;

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  answered: 'Trả lời từ văn bản',
  abstained: 'Chưa tìm thấy căn cứ',
  escalated: 'Chuyển cán bộ',
  crisis: 'Khẩn cấp, báo ngay đường dây nóng',
  chat: 'Chào hỏi, hỏi lại',
};

/** What the office said itself, by what a statement does. */
export const STATEMENT_FIGURES: Readonly<Record<StatementKind, string>> = {
  refuted: 'Đính chính tin không đúng',
  confirmed: 'Xác nhận tin đúng',
  holding: 'Giữ lời trong lúc kiểm tra',
};

export const PUNCTUALITY_WORDS: Readonly<Record<Punctuality, string>> = {
  kept: 'Đúng hạn',
  missed: 'Trễ hạn',
  running: 'Còn trong hạn',
  void: 'Không tính hạn',
};

export const RATING_WORDS: Readonly<Record<TicketRating['rating'], string>> = {
  up: 'Hài lòng',
  down: 'Chưa hài lòng',
};

export const RESULT_WORDS: Readonly<Record<TicketOutcome | ClosedAs, string>> = {
  answered: 'Đã trả lời',
  'passed-on': 'Đã chuyển nơi khác',
  'not-enough': 'Thiếu thông tin',
  duplicate: 'Trùng phiếu khác',
  other: 'Khác',
  done: 'Đã đóng',
  quiet: 'Người dân không hỏi thêm',
  cancelled: 'Người dân rút lại',
};
