import type { StatementKind, StatementState } from '../../../bot/statements/statement.ts';
import {
  LONGEST_STATEMENT,
  LONGEST_STATEMENT_FIELD,
  MOST_PHRASES,
  type StatementProblem,
} from '../../../bot/statements/statement-changes.ts';

export const STATEMENT_KIND_WORDS: Readonly<Record<StatementKind, { readonly name: string; readonly effect: string }>> =
  {
    holding: {
      name: 'Giữ lời tạm thời',
      effect: 'Trợ lý nói lời này thay cho câu trả lời từ văn bản, tới khi hết giờ hoặc có người gỡ.',
    },
    refuted: {
      name: 'Đính chính: tin không đúng',
      effect: 'Ai hỏi tin này thì được trả lời bằng lời đính chính, kèm nguồn và ngày.',
    },
    confirmed: {
      name: 'Xác nhận: tin đúng',
      effect: 'Ai hỏi tin này thì được trả lời bằng lời xác nhận, kèm nguồn và ngày.',
    },
  };

export const STATEMENT_STATES: Readonly<Record<StatementState, string>> = {
  draft: 'Chờ người phát ngôn',
  said: 'Đang trả lời người dân',
  ended: 'Đã gỡ',
  over: 'Đã hết giờ',
};

/** What must be mended before a change is kept. */
export const STATEMENT_PROBLEMS: Readonly<Record<StatementProblem, string>> = {
  empty: 'Anh/chị viết nội dung trả lời người dân.',
  'too-long': `Nội dung tối đa ${LONGEST_STATEMENT.toLocaleString('vi-VN')} ký tự; các ô khác tối đa ${LONGEST_STATEMENT_FIELD} ký tự; tối đa ${MOST_PHRASES} dòng từ khóa.`,
  'foreign-address': 'Có địa chỉ trang web khác với địa chỉ của hệ thống (cài đặt PUBLIC_URL). Anh/chị bỏ địa chỉ đó.',
  'strange-characters': 'Có ký tự ẩn hoặc ký tự điều khiển, thường do chép từ nơi khác. Anh/chị gõ lại đoạn đó.',
  'about-nothing': 'Anh/chị ghi ít nhất một dòng từ khóa, hoặc chọn một chủ đề.',
  'too-broad': 'Có dòng từ khóa quá ngắn nên sẽ trúng nhiều tin nhắn khác. Mỗi dòng cần ít nhất 6 chữ cái.',
  'no-source': 'Kết luận phải có nguồn và ngày của nguồn, không sau hôm nay.',
  'bad-until': 'Thời điểm hết hạn phải sau bây giờ.',
  'too-late': 'Hết hạn quá xa: lời tạm thời tối đa 14 ngày, kết luận tối đa một năm.',
  'no-reason': 'Anh/chị ghi lý do để đồng nghiệp hiểu.',
  'not-possible': 'Việc này không còn làm được. Anh/chị xem lại tình trạng ở dưới.',
};

/** Words of the pages of what the office says itself. */
export const STATEMENTS = {
  title: 'Phát ngôn của cơ quan',
  lead: 'Khi một việc đang nóng, cơ quan nói một lời chung thay cho câu trả lời từ văn bản. Trẻ em gặp nguy hiểm, báo chí, tố cáo và việc riêng vẫn được xử lý như thường.',
  fresh: 'Soạn lời mới',
  back: 'Phát ngôn của cơ quan',
  groups: { said: 'Đang trả lời người dân', draft: 'Chờ người phát ngôn', past: 'Đã xong' },
  none: { said: 'Không có lời nào đang dùng.', draft: 'Không có lời nào đang chờ.', past: 'Chưa có lời nào.' },
  columns: { about: 'Về việc', kind: 'Loại', state: 'Tình trạng', until: 'Đến', by: 'Người soạn' },
  about: {
    claim: (words: string) => `tin “${words}”`,
    stream: (name: string) => `chủ đề ${name}`,
    phrases: (words: string) => `tin nhắn có ${words}`,
    and: '; ',
    nothing: 'việc này',
  },
  newTitle: { holding: 'Giữ lời tạm thời', refuted: 'Đính chính một tin', confirmed: 'Xác nhận một tin' },
  kinds: 'Loại lời',
  spread: (people: number, first: string, last: string, channels: string) =>
    `${people} người đã nhắn, lần đầu ${first}, gần nhất ${last}, qua ${channels}.`,
  text: 'Lời trả lời người dân',
  textRule: `Mẫu có sẵn, anh/chị sửa cho đúng việc. Tối đa ${LONGEST_STATEMENT.toLocaleString('vi-VN')} ký tự.`,
  match: 'Trả lời cho tin nhắn nào',
  stream: 'Chủ đề',
  noStream: '(không theo chủ đề)',
  rumourStream: 'mọi tin nhắn hỏi về tin đồn',
  claim: 'Tin đang lan',
  claimRule: 'Ai nhắn gần giống lời này thì được trả lời. Để trống nếu chỉ dùng từ khóa.',
  phrases: 'Từ khóa, mỗi dòng một bộ',
  phrasesRule: 'Dấu + nối các từ phải cùng có trong tin, ví dụ: Hoa Sen + giải thể. Không cần gõ dấu tiếng Việt.',
  sourceName: 'Nguồn của kết luận',
  sourceRule: 'Văn bản, thông báo hoặc người có thẩm quyền. Người dân sẽ thấy.',
  sourceDay: 'Ngày của nguồn',
  until: 'Dùng đến (giờ Việt Nam)',
  why: 'Lý do (chỉ cán bộ thấy)',
  preview: 'Xem trước',
  check: 'Kiểm tra trước khi phát',
  seen: 'Người dân sẽ thấy',
  reach: (count: number, looked: number) =>
    looked === 0
      ? 'Chưa có tin nhắn nào trong 24 giờ qua để so.'
      : `Trong ${looked.toLocaleString('vi-VN')} tin nhắn của 24 giờ qua, ${count.toLocaleString('vi-VN')} tin sẽ được trả lời bằng lời này.`,
  reachTitle: 'Tin nhắn sẽ trúng',
  reachRule: 'Tên riêng và số điện thoại đã được che. Nếu có tin không liên quan, anh/chị sửa từ khóa.',
  release: 'Phát ngay',
  releaseRule: 'Trong vài giây, trợ lý dùng lời này trên mọi kênh.',
  keep: 'Lưu, chờ người phát ngôn',
  keepRule: 'Chỉ người phát ngôn được phát lời của cơ quan. Lời này chờ ở trang danh sách.',
  keepOwn: 'Lưu, chưa phát',
  edit: 'Sửa tiếp',
  facts: {
    kind: 'Loại',
    about: 'Về việc',
    until: 'Dùng đến',
    why: 'Lý do',
    written: 'Soạn',
    released: 'Phát',
    ended: 'Gỡ',
  },
  byAt: (name: string, at: string) => `${name}, ${at}`,
  lift: 'Gỡ lời này',
  drop: 'Bỏ bản soạn',
  liftRule: 'Trợ lý trả lời từ văn bản trở lại ngay.',
  reason: 'Lý do',
  askers: 'Người đã hỏi trong lúc giữ lời',
  askersCount: (people: number, questions: number) => `${people} người, ${questions} tin nhắn.`,
  noAskers: 'Chưa có ai hỏi.',
  askerColumns: { at: 'Lúc', channel: 'Kênh', question: 'Hỏi (đã che thông tin riêng)', told: 'Đã báo lại' },
  told: 'Rồi',
  untold: 'Chưa',
  farewell: 'Báo cho người đã hỏi',
  farewellRule:
    'Gửi một lần cho từng người đã hỏi, khi kênh cho phép nhắn; không chen vào cuộc trò chuyện cán bộ đang giữ.',
  farewellSend: 'Gửi',
  farewellSaid: (name: string, at: string) => `${name} cho gửi lúc ${at}:`,
  farewellWaits: 'Sau khi lời này được gỡ hoặc hết giờ, người phát ngôn có thể báo lại cho những người này.',
  onlySpokesperson: 'Chỉ người phát ngôn làm được việc này.',
  banner: (about: string, until: string) => `Trợ lý đang nói lời tạm thời của cơ quan về ${about}, đến ${until}.`,
  open: 'Xem',
  notices: {
    drafted: 'Đã lưu. Lời này chờ người phát ngôn.',
    released: 'Đã phát. Trợ lý dùng lời này trong vài giây tới.',
    lifted: 'Đã gỡ.',
    told: 'Đã nhận. Trợ lý gửi cho người đã hỏi khi kênh cho phép.',
    stale: 'Người khác vừa sửa ở trang này nên chưa lưu thay đổi của anh/chị. Anh/chị xem lại rồi làm lại.',
  },
  unknown: { title: 'Không có lời này', advice: 'Địa chỉ không đúng, hoặc lời này đã cũ nên chỉ còn trong nhật ký.' },
} as const;
