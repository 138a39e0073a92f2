import type { Outcome } from '../../../bot/topics.ts';
import type { UnknownReason } from '../../../knowledge/answering/answer.ts';
import type { Validity } from '../../../knowledge/validity.ts';

/** The pages on what the assistant answers from. */
export const KNOWLEDGE = {
  views: 'Các trang về văn bản',
  documents: 'Danh sách',
  uploads: 'Nạp tệp',
  trial: 'Thử một câu hỏi',
} as const;

/** The result of an action, shown once on the page that follows it. */
export const KNOWLEDGE_NOTICES = {
  set: 'Đã lưu thông tin. Trợ lý dùng thông tin mới ngay từ câu hỏi tiếp theo.',
  unchanged: 'Không có gì thay đổi.',
  confirm: 'Đã ghi nhận: thông tin của văn bản này là đúng.',
  withdraw: 'Đã rút văn bản. Trợ lý không trả lời từ văn bản này nữa.',
  restore: 'Đã đưa văn bản trở lại phần trả lời.',
  relate: 'Đã thêm quan hệ.',
  unrelate: 'Đã bỏ quan hệ.',
  undo: 'Đã hoàn tác thao tác gần nhất.',
  reset: 'Đã bỏ mọi sửa đổi; thông tin trở lại như máy đã đọc.',
  stale:
    'Văn bản này vừa có người khác sửa, hoặc vừa được nạp lại, nên thao tác của anh/chị chưa được ghi. Anh/chị xem thông tin mới bên dưới rồi thực hiện lại.',
  'nothing-to-undo': 'Không còn thao tác nào để hoàn tác.',
  'no-reason': 'Anh/chị ghi lý do rút văn bản, để đồng nghiệp biết.',
  removed: 'Đã gỡ tệp và đang nạp lại. Nếu nhầm, bấm “Đưa trở lại” ở cuối trang.',
  'brought-back': 'Đã đưa tệp trở lại và đang nạp.',
  'no-file': 'Tệp này không còn ở đây; có thể đồng nghiệp vừa gỡ hoặc đưa trở lại.',
} as const;

/** States as a filter names them. */
export const STATE_FILTERS: Readonly<Record<Validity['state'], string>> = {
  'in-force': 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  expired: 'Hết hiệu lực',
  superseded: 'Đã bị thay thế, bãi bỏ',
  withdrawn: 'Đã rút',
  unknown: 'Chưa rõ hiệu lực',
  foreign: 'Của nơi khác',
};

export const LIST = {
  title: 'Văn bản',
  search: 'Tìm số hiệu, trích yếu, cơ quan, tên tệp',
  state: 'Hiệu lực',
  kind: 'Loại',
  territory: 'Nơi áp dụng',
  all: 'Tất cả',
  onlyDoubtful: 'Chỉ văn bản cần xác nhận',
  submit: 'Lọc',
  clear: 'Bỏ lọc',
  columns: {
    number: 'Số hiệu',
    title: 'Trích yếu',
    state: 'Hôm nay',
    passages: 'Số đoạn',
    change: 'Sửa gần nhất',
    flags: 'Lưu ý',
  },
  count: (shown: number, all: number) => (shown === all ? `${all} văn bản` : `${shown} trong ${all} văn bản`),
  noNumber: 'Không số',
  neverChanged: 'Chưa sửa',
  changed: (by: string, day: string) => `${by}, ${day}`,
  doubt: (fields: string) => `Cần xác nhận: ${fields}`,
  confirmed: 'Đã xác nhận',
  empty: 'Không có văn bản nào khớp',
  emptyAdvice: 'Thử bớt điều kiện lọc hoặc tìm bằng ít từ hơn; không cần gõ dấu.',
} as const;

export const DOCUMENT_PAGE = {
  back: 'Danh sách văn bản',
  public: 'Xem như người dân thấy',
  metadata: 'Thông tin',
  files: 'Tệp nguồn',
  relations: 'Quan hệ với văn bản khác',
  noRelations: 'Không có quan hệ nào với văn bản khác.',
  drop: 'Bỏ',
  dropRelation: (words: string) => `Bỏ quan hệ: ${words}`,
  addRelation: 'Thêm quan hệ',
  relationKind: 'Văn bản này',
  chooseKind: 'Anh/chị chọn một loại quan hệ trong danh sách.',
  other: 'Số hiệu văn bản kia',
  otherRule: 'Viết đủ, như 58/2025/NQ-HĐND.',
  parts: 'Phần liên quan (để trống nếu là toàn bộ)',
  partsRule: 'Như: Điều 5, khoản 2; Phụ lục 1.',
  from: 'Từ ngày (để trống nếu từ khi có hiệu lực)',
  actions: 'Việc cần làm',
  doubts: (fields: string) => `Máy chưa chắc về: ${fields}. Anh/chị đối chiếu với bản gốc, sửa nếu sai rồi xác nhận.`,
  confirmed: (by: string, when: string) => `${by} đã xác nhận lúc ${when}.`,
  withdrawnBecause: (reason: string) => `Lý do rút: ${reason}`,
  edit: 'Sửa thông tin',
  confirm: 'Xác nhận thông tin đúng',
  withdraw: 'Rút văn bản',
  withdrawLead: 'Trợ lý không trả lời từ văn bản này nữa. Có thể đưa trở lại bất cứ lúc nào.',
  reason: 'Lý do',
  restore: 'Đưa trở lại phần trả lời',
  undo: 'Hoàn tác',
  undoWhat: (what: string) => `Thao tác gần nhất: ${what}.`,
  reset: 'Bỏ mọi sửa đổi',
  resetLead: 'Thông tin trở lại như máy đã đọc, văn bản đã rút được đưa trở lại. Có thể hoàn tác.',
  history: 'Lịch sử',
  noHistory: 'Chưa ai sửa gì.',
  undone: 'đã hoàn tác',
  passages: (count: number) => `Nội dung trợ lý trả lời (${count} đoạn)`,
  search: 'Tìm trong văn bản',
  submitSearch: 'Tìm',
  found: (count: number, words: string) => `${count} đoạn có “${words}”.`,
  page: (page: number) => `trang ${page}`,
  publicPassage: (address: string) => `${address}: mở ở trang công khai`,
  readOnly: 'Anh/chị xem được; biên tập viên và quản trị được sửa.',
} as const;

export const EDIT_PAGE = {
  title: 'Sửa thông tin',
  lead: 'Để trống nếu văn bản không cho biết. Chỉ những ô anh/chị đổi mới được ghi.',
  save: 'Lưu',
  cancel: 'Không lưu',
  wrong: 'Chưa lưu được: anh/chị sửa các ô có ghi chú bên dưới.',
  stale:
    'Trong lúc anh/chị sửa, người khác đã sửa văn bản này hoặc văn bản vừa được nạp lại, nên chưa lưu. Những gì anh/chị gõ vẫn còn; xem các giá trị mới rồi bấm Lưu lần nữa.',
  now: (value: string) => `Hiện là: ${value}.`,
  read: (value: string) => `Máy đọc được: ${value}.`,
  rules: {
    territory: 'Cả nước, tên tỉnh, hoặc kèm phường, xã: Hà Nội › Ba Đình.',
    schoolYear: 'Như 2026-2027.',
    signer: 'Họ tên, rồi chức vụ sau dấu phẩy.',
    number: 'Như 58/2025/NQ-HĐND.',
  },
} as const;

const TWO_DECIMALS = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A share or a size, with two decimals. */
export const FIGURE = (value: number): string => TWO_DECIMALS.format(value);

export const TRIAL = {
  title: 'Thử một câu hỏi',
  lead: 'Câu hỏi chạy đúng các bước như tin nhắn của người dân, nhưng không lưu và không gửi cho ai.',
  question: 'Câu hỏi',
  earlier: 'Các tin trước của người dân (mỗi dòng một tin, không bắt buộc)',
  submit: 'Thử',
  empty: 'Anh/chị chưa gõ câu hỏi.',
  long: 'Câu hỏi dài quá 2.000 ký tự.',
  outcome: 'Kết quả',
  topic: 'Chủ đề',
  rule: 'Bước quyết định',
  understood: 'Máy hiểu câu hỏi là',
  parts: 'Tách thành các câu',
  confidence: 'Độ tin cậy',
  confidenceOf: (confidence: string, least: string) => `${confidence} (trả lời từ ${least})`,
  took: 'Thời gian',
  milliseconds: (count: number) => `${count} mili giây`,
  why: 'Vì sao chưa trả lời',
  reply: 'Người dân sẽ thấy',
  noReply: 'Trợ lý im lặng.',
  hits: 'Mười đoạn gần nhất',
  noHits: 'Không tìm thấy đoạn nào.',
  score: (score: string) => `điểm ${score}`,
  openDocument: 'mở trong bàn trực',
  openPublic: 'trang công khai',
} as const;

export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answered: 'Trả lời từ văn bản',
  abstained: 'Nói rõ là chưa biết, mời gặp cán bộ',
  escalated: 'Chuyển cán bộ',
  crisis: 'Khẩn cấp: đưa số gọi giúp, chuyển cán bộ ngay',
  chat: 'Trò chuyện hoặc hỏi lại',
};

/** Why the documents gave no answer. */
export const UNKNOWN_REASONS: Readonly<Record<UnknownReason, string>> = {
  unsure:
    'Không đoạn nào đủ chắc là trả lời được câu này. Nếu đoạn đúng có ở dưới, thử hỏi rõ hơn; nếu không có, cần nạp văn bản.',
  elsewhere: 'Câu hỏi về quy định của nơi khác.',
  'no-such-document': 'Câu hỏi nêu số hiệu một văn bản chưa được nạp.',
  ungrounded: 'Một con số trong câu trả lời không đứng trong nguồn, nên không được gửi.',
  'other-language': 'Tin không phải tiếng Việt.',
};
export const UNCLEAR = 'Câu hỏi còn để ngỏ một điểm quyết định, nên trợ lý hỏi lại.';

export const KNOWLEDGE_REFUSALS = {
  'no-document': {
    title: 'Không tìm thấy văn bản',
    advice: 'Văn bản đã được gỡ, hoặc tệp vừa được nạp lại dưới địa chỉ khác. Anh/chị tìm lại trong danh sách.',
  },
} as const;
