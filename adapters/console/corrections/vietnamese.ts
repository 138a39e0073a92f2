import type { CorrectionCause, CorrectionCounts, CorrectionState } from '../../../bot/corrections/correction.ts';
import { type CorrectionProblem, LONGEST_INTRO, LONGEST_WORDS } from '../../../bot/corrections/correction-changes.ts';
import type { PersonStanding } from '../../../bot/corrections/people.ts';

export const CORRECTION_STATES: Readonly<Record<CorrectionState, string>> = {
  draft: 'Mới phát hiện, cần soạn lời',
  proposed: 'Chờ người thứ hai duyệt',
  approved: 'Đã duyệt, đang báo lại',
  finished: 'Đã báo lại xong',
  dismissed: 'Đã gác lại',
  needless: 'Không còn cần đính chính',
};

export const CORRECTION_CAUSES_IN_WORDS: Readonly<Record<CorrectionCause, string>> = {
  superseded: 'Văn bản bị thay thế',
  amended: 'Một phần được sửa đổi',
  edited: 'Văn bản có bản mới',
  retired: 'Văn bản bị rút',
  expired: 'Trả lời khi văn bản đã hết hiệu lực',
  'not-yet': 'Trả lời khi văn bản chưa có hiệu lực',
};

export const PERSON_STANDINGS: Readonly<Record<PersonStanding, string>> = {
  sent: 'Đã gửi đính chính',
  sending: 'Đang gửi',
  failed: 'Nền tảng không nhận tin',
  'already-told': 'Đã được trả lời theo quy định mới',
  open: 'Gửi được ngay',
  'with-staff': 'Cán bộ đang trao đổi, chờ xong',
  waiting: 'Chờ người dân nhắn lại',
};

/** What must be mended before a change is kept. */
export const CORRECTION_PROBLEMS = {
  'not-now': 'Mục này không còn ở bước đó. Anh/chị xem lại trang.',
  'own-words': 'Người soạn không tự duyệt lời của mình. Anh/chị nhờ một đồng nghiệp duyệt.',
  empty: 'Anh/chị điền đủ câu mở đầu và lời cho từng nội dung.',
  'too-long': `Câu mở đầu tối đa ${LONGEST_INTRO} ký tự; lời cho mỗi nội dung tối đa ${LONGEST_WORDS.toLocaleString('vi-VN')} ký tự.`,
  'no-reason': 'Anh/chị ghi lý do để đồng nghiệp hiểu.',
  figures: (figures: string) =>
    `Những số, ngày này không có trong quy định hiện hành được trích: ${figures}. Anh/chị chỉ dùng số liệu của đoạn được trích.`,
} satisfies Record<CorrectionProblem['kind'], string | ((figures: string) => string)>;

/** Words of the pages on corrections. */
export const CORRECTIONS = {
  title: 'Đính chính',
  lead: 'Khi văn bản bị thay thế, sửa đổi, rút hoặc có bản mới, ở đây có đúng những người đã được trợ lý trả lời theo nội dung cũ. Soạn lời, nhờ người thứ hai duyệt, rồi mỗi người được báo lại một lần.',
  reach: (days: number) =>
    days === 0
      ? 'Xét mọi câu trả lời từ trước đến nay.'
      : `Xét các câu trả lời trong ${days} ngày qua: lời cũ hơn đã xóa theo thời hạn lưu.`,
  back: 'Danh sách',
  tabs: { waiting: 'Cần xử lý', approved: 'Đang báo lại', done: 'Đã xong' },
  none: {
    waiting: 'Không có nội dung nào cần đính chính.',
    approved: 'Không có đính chính nào đang gửi.',
    done: 'Chưa có đính chính nào kết thúc.',
  },
  columns: { document: 'Văn bản đã trả lời', cause: 'Lý do', state: 'Tình trạng', people: 'Số người', found: 'Từ' },
  people: (count: number) => `${count.toLocaleString('vi-VN')} người`,
  unknownPeople: '–',
  happened: (cause: string, what: string, _by: string | null) => `${cause}: ${what}`,
  inForce: (day: string) => `hiệu lực từ ${day}`,
  found: (at: string) => `phát hiện lúc ${at}`,
  since: (day: string) => `từ ngày ${day}`,
  report: {
    title: 'Kết quả',
    people: 'Đã được trả lời theo nội dung cũ',
    sent: 'Đã gửi đính chính',
    sending: 'Đang gửi',
    open: 'Gửi được ngay',
    waiting: 'Chờ nhắn lại hoặc chờ cán bộ xong việc',
    failed: 'Không gửi được',
    alreadyTold: 'Đã biết quy định mới',
  } satisfies Record<'title' | keyof CorrectionCounts, string>,
  changed: 'Điều gì đã thay đổi',
  was: 'Đã trả lời',
  now: 'Hiện nay',
  nothingNow: 'Chưa tìm thấy quy định nào thay cho nội dung này.',
  message: 'Lời báo lại',
  messageRule: 'Mỗi người chỉ nhận phần nói về nội dung họ đã được trả lời.',
  intro: 'Câu mở đầu',
  words: (address: string) => `Lời cho người đã hỏi về: ${address}`,
  wordsRule: 'Số tiền, ngày và số hiệu chỉ lấy từ đoạn “Hiện nay”.',
  propose: 'Gửi duyệt',
  proposeAgain: 'Sửa và gửi duyệt lại',
  writtenBy: (name: string, at: string) => `${name} soạn lúc ${at}`,
  decidedBy: (name: string, at: string) => `${name} quyết định lúc ${at}`,
  approve: 'Duyệt và báo lại',
  approveRule: (open: number, waiting: number) =>
    `Sau khi duyệt: gửi ngay cho ${open} người, ${waiting} người nhận sau khi nhắn lại hoặc khi cán bộ xong việc. Mỗi người một lần.`,
  ownRule: 'Anh/chị là người soạn nên cần một đồng nghiệp duyệt.',
  notWritten: 'Biên tập viên đọc lại, sửa nếu cần rồi gửi duyệt.',
  dismiss: 'Gác lại',
  stop: 'Ngừng báo lại',
  dismissRule: 'Không ai được báo nữa. Có thể lấy lại bất cứ lúc nào; ai đã nhận thì không nhận lại.',
  takeUp: 'Lấy lại',
  reason: 'Lý do',
  told: 'Ai đã được trả lời theo nội dung cũ',
  toldRule: 'Tên và tài khoản đã được che; mã giúp đồng nghiệp nói về cùng một người.',
  toldColumns: { person: 'Mã', channel: 'Kênh', told: 'Được trả lời lúc', passages: 'Nội dung', standing: 'Báo lại' },
  more: (count: number) => `Và ${count.toLocaleString('vi-VN')} người nữa, đã tính trong phần kết quả.`,
  nobody: 'Không còn ai: lời đã xóa theo thời hạn lưu hoặc theo yêu cầu của người dân.',
  unknown: { title: 'Không có mục này', advice: 'Địa chỉ không đúng. Anh/chị mở lại từ danh sách.' },
  notices: {
    changed: 'Đã lưu.',
    stale: 'Người khác vừa sửa mục này nên chưa lưu thay đổi của anh/chị. Anh/chị xem lại rồi làm lại.',
  },
} as const;
