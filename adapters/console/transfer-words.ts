import type { ClosedAs } from '../../bot/conversation.ts';

/** Words of passing a ticket on. */
export const TRANSFER = {
  title: 'Chuyển phiếu',
  lead: 'Chuyển cho một người thì người đó giữ phiếu; chuyển cho nhóm thì phiếu chờ người trong nhóm nhận.',
  to: 'Chuyển cho',
  note: 'Lời nhắn cho người nhận (người dân không thấy)',
  submit: 'Chuyển phiếu',
  kinds: { duty: 'Người trực', role: 'Theo vai trò', group: 'Theo trường hoặc nhóm', person: 'Một người' },
  duty: 'Danh sách trực',
} as const;

/** What became of a ticket with time. */
export const LIFE = {
  routedTo: 'Phân cho',
  transferNote: 'Lời nhắn khi chuyển',
  reminded: 'Đã nhắc đến hạn lúc',
  escalated: 'Đã báo quá hạn lúc',
  apologised: 'Đã xin lỗi người dân lúc',
  unattended: 'Không ai nhận, trả về trợ lý lúc',
  reopened: 'Số lần mở lại',
  closedAs: 'Kết thúc',
  leftByItself: 'Câu trả lời của trợ lý tự gửi khi hết giờ chờ duyệt',
} as const;

export const ENDINGS: Readonly<Record<ClosedAs, string>> = {
  done: 'Cán bộ đóng phiếu',
  quiet: 'Tự khép vì người dân không nhắn thêm',
  cancelled: 'Người dân hủy yêu cầu',
};
