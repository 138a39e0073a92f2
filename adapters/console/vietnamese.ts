import type { DeliveryState, TicketState } from '../../bot/conversation.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';
import type { StaffRole } from '../../bot/ports/staff.ts';
import type { Priority, Topic } from '../../bot/topics.ts';
import { ERRORS, type ErrorWords } from '../http/error-words.ts';

export const TOPICS: Readonly<Record<Topic, string>> = {
  child_safety: 'An toàn trẻ em',
  complaint_denunciation: 'Khiếu nại, tố cáo',
  press: 'Báo chí',
  politics_state: 'Chính trị, nhà nước',
  personal_data: 'Dữ liệu cá nhân',
  privacy_request: 'Yêu cầu về dữ liệu cá nhân',
  human_request: 'Muốn gặp cán bộ',
  individual_case: 'Trường hợp cụ thể',
  out_of_scope: 'Ngoài phạm vi',
  rumour: 'Tin đồn',
  injection: 'Can thiệp hệ thống',
  smalltalk: 'Trò chuyện',
};
export const NO_TOPIC = 'Chưa phân loại';

export const PRIORITIES: Readonly<Record<Priority, string>> = { urgent: 'Khẩn cấp', high: 'Cao', normal: 'Thường' };

export const CHANNELS: Readonly<Record<ChannelId, string>> = { messenger: 'Facebook', zalo: 'Zalo', web: 'Trang web' };

export const STATES: Readonly<Record<TicketState, string>> = {
  new: 'Chưa ai nhận',
  claimed: 'Đang xử lý',
  waiting: 'Chờ người dân',
  closed: 'Đã đóng',
};

export const ROLES: Readonly<Record<StaffRole, string>> = {
  agent: 'Cán bộ trả lời',
  supervisor: 'Phụ trách',
  editor: 'Biên tập nội dung',
  spokesperson: 'Người phát ngôn',
  admin: 'Quản trị',
};

/** What became of our words; the reason is added for those that did not arrive. */
export const DELIVERIES: Readonly<Record<DeliveryState, string>> = {
  pending: 'Đang chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  held: 'Đang giữ lại, chưa gửi',
  withheld: 'Không gửi vì cán bộ đã tiếp nhận',
};

/** The result of an action, shown once on the page that follows it. */
export const NOTICES = {
  claimed: {
    tone: 'good',
    words: 'Anh/chị đã nhận phiếu này. Trợ lý tự động ngừng trả lời người dân cho đến khi phiếu đóng.',
  },
  sent: { tone: 'good', words: 'Đã nhận câu trả lời để gửi. Trạng thái gửi hiện dưới tin nhắn.' },
  'sent-waiting': {
    tone: 'good',
    words: 'Đã nhận câu hỏi để gửi. Phiếu chờ người dân trả lời; trong lúc chờ không tính hạn.',
  },
  transferred: { tone: 'good', words: 'Đã chuyển phiếu.' },
  'no-target': { tone: 'bad', words: 'Người hoặc nhóm được chọn không còn nhận phiếu. Anh/chị chọn lại giúp.' },
  'sent-soon': {
    tone: 'good',
    words: 'Đã nhận câu trả lời để gửi. Còn vài giây để bấm “Hoàn tác” ở tin cuối nếu cần sửa.',
  },
  approved: { tone: 'good', words: 'Đã duyệt. Câu trả lời đang được gửi cho người dân.' },
  dropped: {
    tone: 'good',
    words: 'Đã bỏ câu trả lời của trợ lý. Người dân vẫn đang chờ: anh/chị trả lời hoặc chuyển phiếu giúp.',
  },
  'not-taken-back': { tone: 'bad', words: 'Tin đã đi hoặc đã được hoàn tác trước đó nên không hoàn tác được nữa.' },
  noted: { tone: 'good', words: 'Đã lưu ghi chú nội bộ. Người dân không thấy ghi chú này.' },
  tagged: { tone: 'good', words: 'Đã lưu nhãn.' },
  'bad-tags': { tone: 'bad', words: 'Chưa lưu: tối đa 10 nhãn, mỗi nhãn tối đa 30 ký tự.' },
  held: { tone: 'good', words: 'Đã tạm giữ dữ liệu của người dân này.' },
  'held-linked': {
    tone: 'good',
    words: 'Đã tạm giữ dữ liệu của người dân này ở đây và ở các cuộc trò chuyện đã liên kết.',
  },
  released: { tone: 'good', words: 'Đã bỏ tạm giữ. Dữ liệu theo thời hạn lưu như bình thường.' },
  'released-erased': { tone: 'good', words: 'Đã bỏ tạm giữ; yêu cầu xóa đang chờ đã được thực hiện.' },
  'not-held': { tone: 'bad', words: 'Dữ liệu này không còn bị tạm giữ từ trước.' },
  'bad-hold': {
    tone: 'bad',
    words: 'Chưa tạm giữ: cần lý do 5 đến 500 ký tự, và ngày cuối cùng (nếu có) từ hôm nay trở đi.',
  },
  'nothing-to-hold': { tone: 'bad', words: 'Dữ liệu của người dân này đã được xóa nên không còn gì để giữ.' },
  lifted: { tone: 'good', words: 'Đã bỏ bậc nhắc nhở. Trợ lý trả lời người dân này như bình thường.' },
  'not-on-ladder': { tone: 'bad', words: 'Người dân này không còn ở bậc nhắc nhở nào.' },
  'canned-saved': { tone: 'good', words: 'Đã lưu câu mẫu.' },
  'canned-removed': { tone: 'good', words: 'Đã xóa câu mẫu.' },
  'canned-stale': { tone: 'bad', words: 'Người khác vừa sửa các câu mẫu. Anh/chị xem lại rồi xóa lần nữa.' },
  'closed-now': { tone: 'good', words: 'Đã đóng phiếu. Trợ lý tự động trả lời người dân trở lại.' },
  'switched-off': { tone: 'good', words: 'Đã tạm dừng trợ lý. Từ tin nhắn tiếp theo, cán bộ trả lời.' },
  'switched-on': { tone: 'good', words: 'Đã bật lại trợ lý. Từ tin nhắn tiếp theo, trợ lý trả lời.' },
  'switched-before': { tone: 'bad', words: 'Công tắc đã ở trạng thái này từ trước; không có gì thay đổi.' },
  'no-reason': { tone: 'bad', words: 'Chưa ghi lý do (tối đa 300 ký tự), nên công tắc chưa đổi.' },
  'password-changed': { tone: 'good', words: 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.' },
  'factor-removed': { tone: 'good', words: 'Đã tắt xác thực hai bước.' },
  'session-ended': { tone: 'good', words: 'Đã kết thúc phiên đăng nhập đó.' },
  'sessions-ended': { tone: 'good', words: 'Đã kết thúc mọi phiên đăng nhập khác.' },
  'no-session': { tone: 'bad', words: 'Phiên đăng nhập đó đã kết thúc từ trước.' },
  'user-changed': { tone: 'good', words: 'Đã lưu thay đổi của tài khoản.' },
  'user-disabled': { tone: 'good', words: 'Đã khoá tài khoản. Người này không đăng nhập được nữa.' },
  'user-enabled': { tone: 'good', words: 'Đã mở lại tài khoản.' },
  'user-factor-reset': {
    tone: 'good',
    words:
      'Đã xoá xác thực hai bước. Lần đăng nhập sau chỉ cần mật khẩu, rồi hệ thống yêu cầu cài lại nếu vai trò cần.',
  },
  'user-no-factor': { tone: 'bad', words: 'Tài khoản này chưa bật xác thực hai bước.' },
  'user-sessions-ended': { tone: 'good', words: 'Đã kết thúc mọi phiên đăng nhập của tài khoản.' },
  'last-admin': { tone: 'bad', words: 'Đây là quản trị cuối cùng còn hoạt động nên không thể khoá hoặc đổi vai trò.' },
  'own-account': {
    tone: 'bad',
    words: 'Anh/chị không tự khoá hoặc đổi vai trò của chính mình được. Anh/chị nhờ một quản trị khác.',
  },
  taken: {
    tone: 'bad',
    words:
      'Đồng nghiệp khác đã nhận phiếu này nên thao tác của anh/chị không được thực hiện. Nội dung đang soạn vẫn còn.',
  },
  closed: {
    tone: 'bad',
    words: 'Phiếu đã đóng trước đó nên thao tác của anh/chị không được thực hiện. Nội dung đang soạn vẫn còn.',
  },
  newer: {
    tone: 'bad',
    words:
      'Có tin mới sau khi anh/chị mở trang nên câu trả lời chưa được gửi. Nội dung vẫn còn trong ô; anh/chị đọc tin mới rồi gửi.',
  },
  stale: { tone: 'bad', words: 'Phiếu vừa thay đổi. Anh/chị xem lại rồi thực hiện lại.' },
  empty: { tone: 'bad', words: 'Câu trả lời chưa có nội dung.' },
  'too-long': { tone: 'bad', words: 'Câu trả lời dài quá 2.000 ký tự. Anh/chị chia thành nhiều tin.' },
  'note-too-long': { tone: 'bad', words: 'Ghi chú dài quá 1.000 ký tự.' },
  window: {
    tone: 'bad',
    words: 'Nền tảng hiện không cho gửi tin tới người này nên câu trả lời chưa được gửi. Nội dung đang soạn vẫn còn.',
  },
  'press-only': { tone: 'bad', words: 'Chỉ người phát ngôn được trả lời báo chí. Nội dung đang soạn vẫn còn.' },
} as const satisfies Record<string, { readonly tone: 'good' | 'bad'; readonly words: string }>;

export const CONSOLE = {
  product: 'Bàn trực cán bộ',
  skip: 'Tới nội dung chính',
  signOut: 'Đăng xuất',
  changePassword: 'Đổi mật khẩu',
  secondFactor: 'Xác thực hai bước',
  sessions: 'Phiên đăng nhập của tôi',
  cannedReplies: 'Câu trả lời mẫu',
  mentions: 'Ghi chú nhắc đến tôi',
  account: 'Tài khoản',
  live: 'Tự cập nhật',
  liveLost: 'Mất kết nối, đang nối lại…',
  liveExpired: 'Phiên làm việc đã hết. Nội dung đang soạn vẫn được giữ trên máy này.',
  signInAgain: 'Đăng nhập lại',
  unsent: 'Nội dung chưa được gửi',
  unsentRule:
    'Nội dung này sẽ trở lại ô soạn khi anh/chị mở lại trang đó. Để chắc chắn, anh/chị sao chép trước khi đi tiếp.',
  again: 'Mở lại trang',
  parts: 'Các phần của bàn trực',
  follow: 'Theo dõi',
  waits: (count: number) => `${count} việc chờ`,
} as const;

/** What the links of the header are called, by where they lead. */
export const PARTS = { 'GET /staff/tickets': 'Phiếu hỗ trợ', 'GET /staff/documents': 'Văn bản' } as const;

/** What the pages are called on which the office follows what people ask and say, in the order in which they are listed. */
export const FOLLOW_PAGES = {
  'GET /staff/gaps': 'Câu hỏi chưa có lời đáp',
  'GET /staff/corrections': 'Đính chính',
  'GET /staff/radar': 'Radar dư luận',
  'GET /staff/statements': 'Phát ngôn của cơ quan',
  'GET /staff/incidents': 'Sự việc nhà trường báo',
  'GET /staff/press': 'Sổ báo chí',
  'GET /staff/reports': 'Báo cáo tháng',
} as const;

/** What the pages are called on which the product is looked after, in the order in which they are listed. */
export const ADMIN_PAGES = {
  'GET /staff/switch': 'Tạm dừng trợ lý',
  'GET /staff/calendar': 'Lịch làm việc',
  'GET /staff/approval': 'Duyệt trước khi gửi',
  'GET /staff/topics': 'Chủ đề và câu trả lời',
  'GET /staff/admission': 'Bảng tuyển sinh',
  'GET /staff/users': 'Người dùng',
  'GET /staff/health': 'Tình trạng hệ thống',
  'GET /staff/audit': 'Nhật ký thao tác',
} as const;

export const LOGIN = {
  title: 'Đăng nhập',
  lead: 'Dành cho cán bộ trả lời người dân.',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
  throttled: (wait: string) =>
    `Đã nhập sai nhiều lần nên tạm thời không đăng nhập được, kể cả khi mật khẩu đúng. Anh/chị thử lại sau ${wait}, hoặc nhờ quản trị cấp lại mật khẩu. Mỗi lần sai nữa thì phải chờ lâu hơn.`,
  tooManyFromHere: 'Có quá nhiều lần đăng nhập từ mạng này. Anh/chị thử lại sau một phút.',
  expired: 'Phiên làm việc đã hết, mời anh/chị đăng nhập lại. Nội dung đang soạn vẫn được giữ trên máy này.',
} as const;

export const PASSWORD = {
  title: 'Đổi mật khẩu',
  forced: 'Mật khẩu hiện tại chỉ dùng một lần. Anh/chị đặt mật khẩu riêng trước khi làm việc.',
  current: 'Mật khẩu hiện tại',
  next: 'Mật khẩu mới',
  rule: 'Ít nhất 12 ký tự, khác mật khẩu hiện tại, không phải mật khẩu nhiều người dùng. Một câu dài dễ nhớ là tốt nhất.',
  repeat: 'Nhập lại mật khẩu mới',
  submit: 'Lưu mật khẩu',
  wrong: 'Mật khẩu hiện tại không đúng.',
  throttled: (wait: string) => `Đã nhập sai nhiều lần. Anh/chị thử lại sau ${wait}.`,
  short: 'Mật khẩu mới phải có ít nhất 12 ký tự.',
  common:
    'Mật khẩu mới dễ đoán: gần như chỉ gồm từ hoặc dãy phím nhiều người dùng. Anh/chị chọn một câu của riêng mình.',
  'own-name': 'Mật khẩu mới gần như chỉ là tên đăng nhập. Anh/chị chọn một câu của riêng mình.',
  long: 'Mật khẩu mới dài quá 200 ký tự.',
  same: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
  different: 'Hai lần nhập mật khẩu mới không giống nhau.',
} as const;

export const TICKETS = {
  title: 'Phiếu hỗ trợ',
  number: (number: number) => `Phiếu ${number}`,
  nobody: 'Chưa ai nhận',
} as const;

export const TICKET = {
  back: 'Danh sách phiếu',
  conversation: 'Nội dung trao đổi',
  truncated: (count: number) => `Chỉ hiện ${count} tin gần nhất.`,
  masked:
    'Tên, số điện thoại, địa chỉ và số giấy tờ của người dân đang được che. Người nhận phiếu xem được lời gốc; mỗi lần xem được ghi vào nhật ký.',
  maskedClosed: 'Phiếu đã đóng nên dữ liệu cá nhân của người dân được che.',
  authors: { citizen: 'Người dân', bot: 'Trợ lý tự động', staff: 'Cán bộ' },
  sources: (count: number) => `Nguồn trợ lý đã dẫn (${count})`,
  inForceFrom: (day: string) => `Có hiệu lực từ ${day}`,
  earlier: 'Lần trao đổi trước',
  present: 'Lần trao đổi này',
  facts: {
    state: 'Trạng thái',
    assignee: 'Người nhận',
    channel: 'Kênh',
    topic: 'Chủ đề',
    opened: 'Mở lúc',
    closed: 'Đóng lúc',
  },
  question: 'Câu hỏi mở phiếu',
  closingNote: 'Ghi chú khi đóng',
  noNote: 'Không có ghi chú.',
  claim: 'Nhận phiếu',
  reply: 'Câu trả lời gửi người dân',
  replyRule: 'Tối đa 2.000 ký tự. Ctrl+Enter để gửi.',
  replyTakes: 'Gửi câu trả lời cũng là nhận phiếu.',
  send: 'Gửi trả lời',
  sendAndWait: 'Gửi và chờ người dân',
  close: 'Đóng phiếu',
  closeLead: 'Sau khi đóng, trợ lý tự động trả lời người dân trở lại.',
  note: 'Ghi chú nội bộ (người dân không thấy)',
  farewell: 'Gửi lời kết thúc cho người dân',
  heldByOther: (name: string) => `${name} đang giữ phiếu này. Anh/chị chỉ xem được, không trả lời thay.`,
  closed: 'Phiếu đã đóng nên không gửi thêm được ở đây.',
  pressOnly: 'Đây là phiếu báo chí: chỉ người phát ngôn được trả lời.',
  windowAlways: 'Có thể trả lời bất cứ lúc nào.',
  windowLeft: 'Còn',
  windowUntil: (until: string) => `để trả lời (đến ${until}).`,
  windowHumanAgent: 'Đã quá 24 giờ, đang trong thời hạn dành riêng cho cán bộ.',
  windowClosed: (reason: string) => `Hiện chưa gửi được tin tới người này: ${reason}`,
} as const;

/** How the clock of the first reply stands. */
export const DUE = {
  'on-time': (moment: string) => `Trả lời trước ${moment}`,
  'due-soon': (moment: string) => `Sắp đến hạn: trước ${moment}`,
  overdue: (late: string) => `Quá hạn ${late}`,
  news: 'Người dân vừa trả lời',
  waiting: 'Đang chờ người dân',
  unattended: 'Việc để lại: chưa ai nhận, người dân đã về với trợ lý',
} as const;

export const SWITCH = {
  title: 'Tạm dừng trợ lý',
  on: 'Trợ lý tự động đang trả lời.',
  off: 'Trợ lý tự động đang tạm nghỉ. Mọi tin nhắn chuyển đến cán bộ.',
  banner: 'Trợ lý tự động đang tạm nghỉ: mọi tin nhắn chuyển đến cán bộ.',
  by: 'Người thực hiện',
  at: 'Thời điểm',
  reason: 'Lý do',
  reasonRule: 'Tối đa 300 ký tự, lưu vào nhật ký. Không ghi tên hay thông tin của người dân.',
  ask: { off: 'Tạm dừng trợ lý…', on: 'Bật lại trợ lý…' },
  confirm: {
    off: {
      title: 'Tạm dừng trợ lý?',
      effect:
        'Trợ lý ngừng trả lời trên mọi kênh. Mỗi người nhắn được báo một lần trong ngày và có phiếu cho cán bộ. Tin về trẻ em gặp nguy hiểm vẫn nhận ngay các số 111, 113, 115. Người trực được báo.',
      submit: 'Tạm dừng ngay',
    },
    on: {
      title: 'Bật lại trợ lý?',
      effect: 'Trợ lý trả lời các cuộc trò chuyện mới. Những phiếu đang mở vẫn do cán bộ trả lời. Người trực được báo.',
      submit: 'Bật lại ngay',
    },
  },
  cancel: 'Không thay đổi',
} as const;

export const REFUSALS = {
  role: {
    title: 'Tài khoản chưa được mở phần này',
    advice: 'Vai trò của anh/chị không bao gồm phần này. Nếu cần, anh/chị nhờ quản trị đổi vai trò.',
  },
  token: {
    title: 'Biểu mẫu đã cũ',
    link: 'Mở lại trang',
    advice:
      'Có thể anh/chị đã đăng nhập lại ở thẻ khác. Mở lại trang rồi gửi lần nữa; nội dung đang soạn vẫn được giữ trên máy này.',
  },
  'no-user': { title: 'Không tìm thấy tài khoản', advice: 'Tài khoản không tồn tại hoặc đường dẫn bị thiếu.' },
  'factor-off': {
    title: 'Xác thực hai bước đang tắt',
    advice: 'Máy chủ đang tắt xác thực hai bước cho mọi tài khoản (cài đặt STAFF_SECOND_FACTOR).',
  },
  'no-ticket': { title: 'Không tìm thấy phiếu', advice: 'Phiếu không tồn tại hoặc đường dẫn bị thiếu.' },
} as const;

/** Requests that nothing answers or that fail, under the console's addresses. */
export const CONSOLE_ERRORS: ErrorWords = { ...ERRORS, back: 'Về bàn trực', site: CONSOLE.product };

/** Numbers as the language writes them; `tenths` shows one digit after the point. */
export const NUMBERS = {
  whole: (value: number) => value.toLocaleString('vi-VN'),
  tenths: (value: number) => value.toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
} as const;
