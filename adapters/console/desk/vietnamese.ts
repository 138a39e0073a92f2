import type { TicketOutcome } from '../../../bot/conversation.ts';
import type { Variable } from './variable-names.ts';

export const REPLY = {
  proposal: 'Bản nháp từ văn bản',
  proposalFor: (question: string) => `Cho câu: “${question}”`,
  proposalRule: 'Máy chép từ văn bản, chưa ai duyệt. Anh/chị đọc lại rồi mới gửi.',
  proposalSources: (count: number) => `Nguồn của bản nháp (${count})`,
  useProposal: 'Dùng bản nháp',
  noProposal: 'Văn bản hiện có không trả lời được các tin gần đây nên không có bản nháp.',
  canned: 'Câu trả lời mẫu',
  cannedPick: 'Chọn mẫu',
  cannedName: 'Tên người dân',
  cannedNameRule: 'Điền vào {{ten}}. Nền tảng không cho biết tên nên anh/chị tự gõ.',
  insert: 'Chèn mẫu',
  noCanned: 'Chưa có câu trả lời mẫu nào.',
  manageCanned: 'Sửa các câu mẫu',
  approvalTitle: 'Câu trả lời của trợ lý chờ duyệt',
  approvalNever: 'Chỉ gửi khi có người duyệt.',
  approvalIn: 'Tự gửi sau',
  approvalLater: (moment: string) => `(lúc ${moment}) nếu chưa ai duyệt, sửa, bỏ hay nhận phiếu.`,
  approvalYours: 'Anh/chị đã nhận phiếu nên câu này không tự gửi nữa: duyệt, sửa hoặc bỏ.',
  approvalTaken: 'Đã có người nhận phiếu nên câu này không tự gửi nữa; người nhận phiếu sẽ duyệt, sửa hoặc bỏ.',
  approvalPast: 'Đã đến giờ tự gửi; trợ lý gửi trong ít phút nếu chưa ai nhận phiếu.',
  approvalSources: (count: number) => `Nguồn (${count})`,
  approve: 'Duyệt và gửi',
  changeProposal: 'Đưa vào ô để sửa',
  drop: 'Bỏ, tôi tự trả lời',
  why: 'Vì sao?',
  whyFound: 'Trợ lý tìm thấy gì?',
  whyTitle: 'Vì sao trợ lý làm vậy',
  whyLead: (question: string) => `Với câu “${question}” và văn bản hiện có:`,
  whyClose: 'Đóng phần này',
} as const;

/** Why the words in the reply box were not sent or not filled in; they stay in the box. */
export const REPLY_PROBLEMS = {
  open: (names: readonly string[]) =>
    `Câu trả lời còn chỗ chưa điền: ${names.map((name) => `{{${name}}}`).join(', ')}. Anh/chị điền hoặc xóa rồi gửi; nội dung vẫn còn trong ô.`,
  unknown: (names: readonly string[], known: readonly string[]) =>
    `Không có biến ${names.map((name) => `{{${name}}}`).join(', ')}. Các biến dùng được: ${known.map((name) => `{{${name}}}`).join(', ')}.`,
  noCanned: 'Câu mẫu này không còn. Anh/chị chọn câu khác; nội dung đang soạn vẫn còn.',
  noProposal: 'Không còn bản nháp cho câu hỏi này. Nội dung đang soạn vẫn còn.',
} as const;

/** What each variable stands for, for the page where canned replies are written. */
export const VARIABLE_MEANINGS: Readonly<Record<Variable, string>> = {
  ten: 'tên người dân, cán bộ gõ khi chèn',
  so_phieu: 'số phiếu',
  han_tra_loi: 'hạn trả lời đã hẹn',
  can_bo: 'tên hiển thị của cán bộ đang trả lời',
};

/** With what a canned reply is shown as a citizen would get it. */
export const VARIABLE_EXAMPLES: Readonly<Record<Variable, string>> = {
  ten: 'chị Hoa',
  so_phieu: '128',
  han_tra_loi: '10:30 ngày 03/02/2026',
  can_bo: 'Nguyễn Thị Lan',
};

export const CANNED = {
  title: 'Câu trả lời mẫu',
  lead: 'Những câu cán bộ hay gửi. Khi trả lời một phiếu, cán bộ chọn câu mẫu rồi sửa trước khi gửi.',
  variables: 'Biến dùng được',
  add: 'Thêm câu mẫu',
  name: 'Tên câu mẫu',
  text: 'Nội dung',
  textRule: 'Tối đa 2.000 ký tự. Viết biến trong hai ngoặc nhọn, ví dụ {{can_bo}}.',
  preview: 'Xem trước',
  previewTitle: 'Người dân sẽ thấy (với giá trị ví dụ)',
  save: 'Lưu',
  change: (title: string) => `Sửa “${title}”`,
  confirmRemove: (title: string) => `Xóa “${title}”`,
  none: 'Chưa có câu mẫu nào.',
  problems: {
    empty: 'Câu mẫu cần có tên và nội dung.',
    'long-title': 'Tên câu mẫu dài quá 80 ký tự.',
    'long-text': 'Nội dung dài quá 2.000 ký tự.',
    taken: 'Đã có câu mẫu khác mang tên này.',
    stale:
      'Người khác vừa sửa các câu mẫu nên thay đổi này chưa được lưu. Anh/chị xem lại danh sách mới rồi lưu lần nữa.',
  },
} as const;

/** What a matter came to. */
export const TICKET_OUTCOME_WORDS: Readonly<Record<TicketOutcome, string>> = {
  answered: 'Đã trả lời',
  'passed-on': 'Đã chuyển đơn vị khác',
  'not-enough': 'Không đủ thông tin',
  duplicate: 'Trùng phiếu khác',
  other: 'Khác',
};

export const CLOSING = {
  outcome: 'Kết quả',
  choose: 'Chọn kết quả',
  undelivered: 'Câu trả lời gần nhất chưa tới được người dân. Đóng phiếu lúc này thì người dân chưa có câu trả lời.',
  rating: 'Người dân đánh giá',
  ratingReasons: { slow: 'trả lời chậm', unclear: 'khó hiểu, còn thiếu', unsolved: 'chưa giải quyết được' },
  problems: {
    outcome: 'Anh/chị chọn kết quả trước khi đóng phiếu.',
    'other-note': 'Với kết quả “Khác”, anh/chị ghi lý do vào ghi chú.',
  },
} as const;

export const TAGS = {
  title: 'Nhãn',
  change: 'Đổi nhãn',
  label: 'Các nhãn, cách nhau bằng dấu phẩy',
  rule: 'Tối đa 10 nhãn, mỗi nhãn 30 ký tự. Không ghi tên hay thông tin của người dân.',
  inUse: (tags: readonly string[]) => `Đang dùng: ${tags.join(', ')}.`,
  save: 'Lưu nhãn',
} as const;

export const NOTES = {
  title: 'Trao đổi nội bộ',
  rule: 'Chỉ cán bộ đọc được. Không bao giờ gửi cho người dân.',
  otherTicket: '(ở phiếu khác của người này)',
  label: 'Ghi chú cho đồng nghiệp',
  mentionRule: (names: readonly string[]) =>
    names.length === 0
      ? 'Tối đa 2.000 ký tự.'
      : `Tối đa 2.000 ký tự. Gọi đồng nghiệp bằng tên đăng nhập: ${names
          .slice(0, 12)
          .map((name) => `@${name}`)
          .join(', ')}${names.length > 12 ? '…' : '.'}`,
  save: 'Lưu ghi chú',
  unread: (count: number) => `${count} ghi chú nhắc đến anh/chị`,
  mentionsTitle: 'Ghi chú nhắc đến tôi',
  mentionsLead: 'Mở phiếu thì ghi chú được coi là đã đọc.',
  noMentions: 'Không có ghi chú nào chưa đọc.',
  openTicket: 'Mở phiếu',
  problems: {
    empty: 'Ghi chú chưa có nội dung.',
    long: 'Ghi chú dài quá 2.000 ký tự.',
    unknown: (names: readonly string[]) =>
      `Không có đồng nghiệp nào đọc được phiếu với tên ${names.map((name) => `@${name}`).join(', ')}. Nội dung vẫn còn trong ô.`,
    gone: 'Dữ liệu của người dân này vừa được xóa nên không lưu ghi chú được nữa.',
  },
} as const;

export const HISTORY = {
  title: 'Các phiếu khác của người này',
  none: 'Chưa có phiếu nào khác trên kênh này.',
} as const;

export const ATTACHMENT = {
  kind: (kind: string) => `Đính kèm: ${kind}`,
  open: (host: string) => `Mở ở ${host}`,
  gone: 'nền tảng không cho địa chỉ',
  hidden: 'ai giữ phiếu mới mở được',
} as const;

export const PRESENCE = {
  viewing: (name: string) => `${name} cũng đang mở phiếu này.`,
  typing: (name: string) => `${name} đang soạn trả lời.`,
} as const;

export const UNDO = {
  button: 'Hoàn tác',
  waits: 'Sẽ gửi sau vài giây.',
  left: 'Gửi sau {n} giây.',
  takenBack: 'Đã hoàn tác trước khi gửi.',
} as const;

export const TRANSCRIPT = {
  newLine: 'Mới',
} as const;

/** Names of the units of a countdown, the largest first. */
export const WINDOW_UNITS = 'ngày giờ phút giây';
