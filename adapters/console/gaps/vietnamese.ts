import type { GapAnswerState } from '../../../bot/gaps/gap.ts';
import type { GapStatus } from '../../../bot/gaps/gap-board.ts';
import { type GapProblem, LONGEST_ANSWER, LONGEST_FIELD } from '../../../bot/gaps/gap-changes.ts';

export const GAP_STATUSES: Readonly<Record<GapStatus, string>> = {
  new: 'Chưa ai nhận',
  drafted: 'Có nháp từ cán bộ',
  owned: 'Đang xử lý',
  proposed: 'Chờ duyệt',
  approved: 'Đang đưa vào sử dụng',
  answered: 'Đã có câu trả lời',
  review: 'Sắp hết hạn, cần xem lại',
  expired: 'Hết hạn, cần trả lời lại',
  dismissed: 'Đã gác lại',
};

export const GAP_ANSWER_STATES: Readonly<Record<GapAnswerState, string>> = {
  proposed: 'Chờ người thứ hai duyệt',
  approved: 'Đã duyệt, đang đưa vào sử dụng',
  'in-use': 'Đang dùng',
  returned: 'Trả lại để sửa',
  withdrawn: 'Đã ngừng dùng',
};

/** What must be mended before a change is kept. */
export const GAP_PROBLEMS: Readonly<Record<GapProblem, string>> = {
  'no-answer': 'Không còn câu trả lời nào ở bước này. Anh/chị xem lại trang.',
  'own-answer': 'Người soạn không tự duyệt câu trả lời của mình. Anh/chị nhờ một đồng nghiệp duyệt.',
  empty: 'Anh/chị điền cả câu hỏi và câu trả lời.',
  'no-source': 'Anh/chị ghi rõ căn cứ: văn bản, thông báo hoặc người có thẩm quyền đã xác nhận.',
  'too-long': `Câu trả lời tối đa ${LONGEST_ANSWER.toLocaleString('vi-VN')} ký tự; câu hỏi và căn cứ tối đa ${LONGEST_FIELD} ký tự.`,
  'bad-day': 'Ngày hết hạn chưa đúng. Anh/chị chọn một ngày có thật.',
  'past-day': 'Ngày hết hạn phải sau hôm nay.',
  'in-use': 'Mục này đang có câu trả lời dùng hoặc chờ duyệt nên không gom vào mục khác được.',
  'nothing-chosen': 'Anh/chị chọn mục hoặc câu hỏi; khi tách phải để lại ít nhất một câu.',
  'no-reason': 'Anh/chị ghi lý do để đồng nghiệp hiểu.',
};

/** Words of the pages on questions that nothing answers. */
export const GAPS = {
  title: 'Câu hỏi chưa có lời đáp',
  lead: 'Những điều người dân hỏi mà văn bản chưa trả lời được, gom theo nhu cầu. Xếp theo số người hỏi, mới hỏi và đang tăng.',
  none: 'Chưa có câu hỏi nào mà trợ lý không trả lời được.',
  back: 'Danh sách',
  noWords: '(lời hỏi đã xóa vì hết thời hạn lưu hoặc theo yêu cầu)',
  columns: {
    question: 'Câu hỏi thường gặp',
    people: 'Số người',
    trend: '7 ngày qua',
    status: 'Tình trạng',
    owner: 'Người theo dõi',
    age: 'Từ',
  },
  people: (count: number) => `${count.toLocaleString('vi-VN')} người`,
  trend: (recent: number, before: number) =>
    recent === before ? `${recent}, như tuần trước` : `${recent} (tuần trước ${before})`,
  since: (count: number) => `Vẫn có ${count} câu hỏi sau khi đã có câu trả lời`,
  nobody: 'Chưa có',
  asked: 'Người dân hỏi thế này',
  askedRule: 'Tên riêng, số điện thoại và số giấy tờ đã được che.',
  bad: (count: number, reasons: string) =>
    `${count} lượt được trả lời nhưng người dân báo chưa đúng${reasons === '' ? '' : `: ${reasons}`}.`,
  facts: (people: number, questions: number, first: string, last: string) =>
    `${people} người hỏi ${questions} lần, lần đầu ${first}, gần nhất ${last}.`,
  own: 'Tôi theo dõi việc này',
  dismiss: 'Gác lại',
  dismissRule: 'Dùng khi cơ quan không trả lời việc này. Có thể lấy lại bất cứ lúc nào.',
  takeUp: 'Xem lại',
  dismissedBy: (name: string, at: string, reason: string) => `${name} gác lại lúc ${at}: ${reason}`,
  reason: 'Lý do',
  drafts: 'Nháp từ phiếu cán bộ đã trả lời',
  draftsRule:
    'Thông tin riêng nhận ra được đã che. Chưa dùng để trả lời ai: biên tập viên xem lại, thêm căn cứ và hạn dùng, rồi người thứ hai duyệt.',
  draftBy: (name: string, at: string) => `${name} trả lời lúc ${at}`,
  staff: 'Cán bộ',
  useDraft: 'Dùng để soạn',
  dropDraft: 'Bỏ nháp này',
  merge: 'Gom vào mục khác',
  mergeInto: 'Mục nhận câu hỏi',
  mergeRule: 'Câu hỏi sau này giống mục này cũng vào mục nhận. Có thể tách lại.',
  mergedInto: 'Mục này đã được gom vào mục khác.',
  openTarget: 'Mở mục nhận',
  parts: 'Đã gom vào đây',
  unmerge: 'Tách lại như cũ',
  choose: '(chọn một mục)',
  split: 'Tách một số câu ra mục mới',
  splitChoose: 'Câu hỏi chuyển sang mục mới',
  splitRule: 'Để lấy lại, mở mục mới và gom vào mục này.',
  write: 'Soạn câu trả lời',
  writeAgain: 'Soạn lại câu trả lời',
  question: 'Câu hỏi, viết gọn cho mọi người',
  text: 'Câu trả lời',
  textRule: `Tối đa ${LONGEST_ANSWER.toLocaleString('vi-VN')} ký tự. Không ghi thông tin riêng của ai.`,
  source: 'Căn cứ',
  sourceRule: 'Văn bản, thông báo hoặc người có thẩm quyền đã xác nhận. Người dân sẽ thấy.',
  expiresOn: 'Dùng đến trước ngày',
  propose: 'Gửi duyệt',
  answers: 'Câu trả lời của cơ quan',
  noAnswer: 'Chưa có. Biên tập viên soạn câu trả lời ở đây, rồi một người khác duyệt.',
  writtenBy: (name: string, at: string) => `${name} soạn lúc ${at}`,
  decidedBy: (name: string, at: string) => `${name} quyết định lúc ${at}`,
  until: (day: string) => `Dùng đến trước ngày ${day}`,
  approve: 'Duyệt',
  approveRule:
    'Sau khi duyệt, trợ lý dùng câu này để trả lời và gửi một lần cho những người đã hỏi mà kênh còn cho phép nhắn.',
  ownRule: 'Anh/chị là người soạn nên cần một đồng nghiệp duyệt.',
  sendBack: 'Trả lại để sửa',
  withdraw: 'Ngừng dùng',
  told: (told: number, waiting: number) =>
    `Đã gửi cho ${told} người đã hỏi; ${waiting} người sẽ nhận khi kênh cho phép nhắn lại.`,
  unknown: { title: 'Không có mục này', advice: 'Địa chỉ không đúng, hoặc mục này đã được gom vào mục khác.' },
  notices: {
    changed: 'Đã lưu.',
    stale: 'Người khác vừa sửa mục này nên chưa lưu thay đổi của anh/chị. Anh/chị xem lại rồi làm lại.',
  },
} as const;
