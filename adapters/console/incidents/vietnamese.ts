import type { IncidentKind } from '../../../bot/incidents/incident.ts';
import type { Priority } from '../../../bot/topics.ts';

/** What kinds of incidents are called. */
export const INCIDENT_KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  violence: 'Bạo lực, xâm hại học sinh',
  accident: 'Tai nạn, thương tích',
  food: 'An toàn thực phẩm, ngộ độc',
  disease: 'Dịch bệnh, nhiều học sinh ốm',
  missing: 'Học sinh mất liên lạc',
  fire: 'Cháy nổ, điện, sập đổ',
  weather: 'Mưa bão, ngập, nắng nóng',
  security: 'An ninh, người lạ, gây rối',
  rumour: 'Tin đồn, việc đang lan trên mạng',
  other: 'Việc khác',
};

export const URGENCY_WORDS: Readonly<Record<Priority, string>> = {
  urgent: 'Khẩn cấp: cần người xử lý ngay',
  high: 'Cao: cần biết trong buổi',
  normal: 'Thường: báo để nắm',
};

/** Words of the pages of incidents. */
export const INCIDENTS = {
  title: 'Sự việc nhà trường báo',
  lead: 'Việc đột xuất ở trường, do trường hoặc cán bộ báo. Việc khẩn cấp được báo ngay cho người trực.',
  report: 'Báo sự việc',
  open: 'Đang xử lý',
  handled: 'Đã xử lý',
  noneOpen: 'Không có sự việc nào đang xử lý.',
  noneHandled: 'Chưa có sự việc nào đã xử lý trong 90 ngày qua.',
  columns: { school: 'Trường', kind: 'Việc', urgency: 'Mức', happened: 'Xảy ra lúc', filed: 'Báo lúc' },
  shortUrgency: { urgent: 'Khẩn cấp', high: 'Cao', normal: 'Thường' },
  newTitle: 'Báo nhanh sự việc',
  newLead: 'Chưa rõ hết cũng gửi ngay; cán bộ sẽ gọi lại.',
  danger:
    'Nếu có người đang gặp nguy hiểm, gọi trước: 113 (công an), 114 (cứu hỏa), 115 (cấp cứu), 111 (bảo vệ trẻ em).',
  fields: {
    school: 'Trường',
    kind: 'Việc gì',
    choose: 'Chọn một việc',
    happened: 'Xảy ra lúc',
    urgency: 'Mức độ',
    description: 'Mô tả ngắn',
    descriptionRule:
      'Việc gì, ở đâu, bao nhiêu người, đã làm gì. Không ghi tên, ngày sinh, địa chỉ của học sinh; thông tin riêng nhận ra được sẽ tự che.',
    contact: 'Người ở trường có thể gọi lại',
    contactRule: 'Họ tên, chức vụ, số điện thoại. Được lưu dạng mã hóa, chỉ hiện trong bàn trực.',
  },
  submit: 'Gửi ngay',
  problems: {
    school: 'Chưa ghi tên trường (tối đa 120 ký tự).',
    kind: 'Chưa chọn việc gì.',
    urgency: 'Chưa chọn mức độ.',
    happened: 'Thời điểm chưa đúng, hoặc ở tương lai.',
    description: 'Chưa có mô tả (tối đa 1.000 ký tự).',
    contact: 'Chưa ghi người có thể gọi lại (tối đa 200 ký tự).',
  },
  filedBy: 'Người báo',
  state: 'Tình trạng',
  states: { open: 'Đang xử lý', handled: 'Đã xử lý' },
  noWords: '(đã xóa vì hết thời hạn lưu)',
  result: 'Kết quả xử lý',
  resultRule: 'Ngắn gọn, không ghi thông tin riêng của học sinh. Kết quả có trong báo cáo tháng.',
  handle: 'Lưu là đã xử lý',
  reopen: 'Mở lại để xử lý tiếp',
  handling: 'Ghi kết quả',
  back: 'Về danh sách sự việc',
  done: {
    filed: 'Đã nhận. Việc khẩn cấp đã được báo cho người trực.',
    handled: 'Đã lưu kết quả.',
    reopened: 'Đã mở lại sự việc.',
    stale: 'Người khác vừa cập nhật sự việc này. Anh/chị xem lại rồi thực hiện lại.',
    empty: 'Chưa ghi kết quả (tối đa 500 ký tự).',
  },
} as const;
