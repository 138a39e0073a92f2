import type { ReplyId } from '../../../bot/policy/replies.ts';
import type { ReplyProblem } from '../../../bot/policy/reply-problems.ts';
import { LONGEST_FIXED_REPLY } from '../../../bot/policy/reply-problems.ts';

/** What the fixed replies are called. */
export const REPLY_TITLES = {
  crisisAdult: 'Trẻ bị hại hoặc gặp nguy hiểm',
  crisisSelfHarm: 'Có ý định tự làm hại mình',
  crisisMissing: 'Trẻ đi lạc, mất tích',
  complaint: 'Khiếu nại, tố cáo, phản ánh',
  press: 'Báo chí hỏi',
  politics: 'Hỏi về chính trị, nhà nước',
  stateSecret: 'Hỏi điều phải giữ kín',
  personalData: 'Người dân gửi dữ liệu cá nhân',
  othersData: 'Hỏi thông tin của người khác',
  privacy: 'Yêu cầu về dữ liệu của mình',
  privacyKept: 'Hỏi hệ thống giữ dữ liệu gì của mình',
  privacyErase: 'Yêu cầu xoá dữ liệu của mình',
  humanRequest: 'Muốn gặp cán bộ',
  individualCase: 'Trường hợp riêng của gia đình',
  rumourAlarm: 'Tin đồn gây hoang mang, lừa đảo',
  rumourCheck: 'Hỏi giấy tờ thật hay giả',
  rumour: 'Tin đồn khác',
  outOfScope: 'Ngoài phạm vi',
  vietnameseOnly: 'Viết bằng tiếng nước ngoài',
  injection: 'Tìm cách điều khiển trợ lý',
  greeting: 'Lời chào đầu',
  identity: 'Hỏi trợ lý là ai',
  capabilities: 'Hỏi trợ lý làm được gì',
  thanks: 'Đáp lời cảm ơn',
  goodbye: 'Đáp lời tạm biệt',
  acknowledgement: 'Đáp “vâng”, “ok”',
  emoji: 'Chỉ gửi biểu tượng',
  unreadable: 'Không đọc được câu hỏi',
} as const satisfies Readonly<Partial<Record<ReplyId, string>>>;

/** What must be mended before a reply can be used. */
export const REPLY_PROBLEMS: Readonly<Record<ReplyProblem, string>> = {
  empty: 'Câu trả lời chưa có nội dung.',
  'too-long': `Câu trả lời dài quá ${LONGEST_FIXED_REPLY.toLocaleString('vi-VN')} ký tự, khó đọc trên điện thoại.`,
  'no-hotline': 'Câu này phải có đủ ba số 111 (bảo vệ trẻ em), 113 (công an) và 115 (cấp cứu).',
  'foreign-address': 'Có địa chỉ trang web khác với địa chỉ của hệ thống (cài đặt PUBLIC_URL). Anh/chị bỏ địa chỉ đó.',
  'strange-characters': 'Có ký tự ẩn hoặc ký tự điều khiển, thường do chép từ nơi khác. Anh/chị gõ lại đoạn đó.',
  placeholder: 'Có chỗ trống dạng {…} hoặc %s; hệ thống không điền vào câu này.',
};

/** Words of the pages of topics and fixed replies. */
export const TOPIC_PAGES = {
  title: 'Chủ đề và câu trả lời',
  lead: 'Những việc trợ lý nhận ra trước khi tra văn bản, và câu trả lời cố định của từng việc. Thay đổi có hiệu lực trong 5 giây.',
  on: 'Đang bật',
  off: 'Đang tắt',
  fixed: 'Luôn bật',
  whyFixed: 'Chủ đề này bảo vệ người dân nên không tắt được.',
  turnOff: 'Tắt chủ đề',
  turnOn: 'Bật lại chủ đề',
  effectOff:
    'Khi tắt, tin nhắn thuộc chủ đề này được tra trong văn bản như câu hỏi thường. Trẻ gặp nguy hiểm vẫn luôn được nhận ra.',
  effectOn: 'Khi bật, trợ lý lại trả lời bằng câu cố định và chuyển cán bộ khi cần.',
  own: 'Đã sửa',
  edit: 'Xem và sửa',
  back: 'Danh sách chủ đề',
  current: 'Đang dùng',
  original: 'Câu mặc định',
  useOriginal: 'Xem thử câu mặc định',
  words: 'Câu trả lời',
  rule: `Tối đa ${LONGEST_FIXED_REPLY.toLocaleString('vi-VN')} ký tự. Thời hạn cán bộ trả lời được hệ thống tự thêm vào cuối; trong câu không hẹn giờ.`,
  crisisRule: 'Phải có đủ các số 111, 113, 115.',
  preview: 'Xem trước',
  check: 'Kiểm tra lại trước khi lưu',
  checkLead: 'Người dân sẽ thấy:',
  characters: (count: number) => `${count.toLocaleString('vi-VN')} ký tự`,
  before: 'Câu đang dùng',
  save: 'Lưu và dùng ngay',
  change: 'Sửa tiếp',
  unchanged: 'Câu này giống hệt câu đang dùng nên không có gì để lưu.',
  history: { use: 'Xem thử bản này', none: 'Câu này chưa được sửa lần nào.', title: 'Các bản đã dùng' },
  notices: {
    changed: 'Đã lưu. Thay đổi có hiệu lực trong 5 giây.',
    same: 'Không có gì khác trước nên không lưu gì.',
    stale: 'Người khác vừa sửa chủ đề hoặc câu trả lời nên chưa lưu thay đổi của anh/chị. Anh/chị xem lại rồi làm lại.',
  },
  unknown: { title: 'Không có câu trả lời này', advice: 'Địa chỉ không đúng hoặc câu này không sửa được.' },
} as const;
