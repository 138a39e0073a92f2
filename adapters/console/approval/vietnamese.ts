import { LONGEST_APPROVAL_WAIT_MINUTES, MOST_APPROVAL_WORDS } from '../../../bot/approval.ts';

export const APPROVAL_PAGE = {
  title: 'Duyệt trước khi gửi',
  lead: 'Dùng trong những tuần cao điểm hoặc khi quy định vừa thay đổi: câu trả lời lấy từ văn bản chờ cán bộ duyệt trong phiếu rồi mới gửi cho người dân. Việc trẻ em gặp nguy hiểm, khiếu nại, báo chí và các câu cố định khác không phải chờ.',
  mode: 'Câu trả lời nào phải chờ duyệt?',
  modes: {
    off: 'Không câu nào: trợ lý trả lời ngay',
    words: 'Chỉ câu hỏi có các từ dưới đây',
    all: 'Mọi câu trả lời lấy từ văn bản',
  },
  words: 'Các từ, mỗi dòng một từ hoặc cụm từ',
  wordsRule: `Ví dụ: tuyển sinh lớp 6, học phí. Có dấu hay không dấu đều được. Tối đa ${MOST_APPROVAL_WORDS} dòng.`,
  minutes: 'Tự gửi sau bao nhiêu phút nếu chưa ai duyệt',
  minutesRule: `Từ 0 đến ${LONGEST_APPROVAL_WAIT_MINUTES}. Ghi 0 nếu chỉ gửi khi có người duyệt.`,
  save: 'Lưu',
  now: 'Đang áp dụng',
  history: 'Các lần thay đổi',
  noHistory: 'Chưa ai thay đổi.',
  states: {
    off: 'Không câu nào phải chờ duyệt.',
    words: (count: number) => `Câu hỏi có một trong ${count} từ phải chờ duyệt.`,
    all: 'Mọi câu trả lời lấy từ văn bản phải chờ duyệt.',
  },
  afterMinutes: (minutes: number) => `Tự gửi sau ${minutes} phút nếu chưa ai duyệt.`,
  never: 'Chỉ gửi khi có người duyệt.',
  notices: {
    changed: 'Đã lưu. Có hiệu lực trong vài giây.',
    same: 'Không có gì thay đổi.',
    stale: 'Người khác vừa thay đổi. Anh/chị xem lại rồi lưu lần nữa.',
  },
  problems: {
    words: 'Anh/chị ghi ít nhất một từ, hoặc chọn cách khác.',
    'many-words': `Tối đa ${MOST_APPROVAL_WORDS} dòng, mỗi dòng không quá 100 ký tự.`,
    minutes: `Số phút từ 0 đến ${LONGEST_APPROVAL_WAIT_MINUTES}.`,
  },
} as const;
