/**
 * What a citizen is told when time passes over their matter. {number} is the ticket's, {due}, {since} and {now} are
 * moments. Nothing here blames or promises anybody.
 */
export const LAPSES = {
  apology:
    'Tin tự động lúc {now}: cán bộ đã hẹn trả lời anh/chị trước {due} nhưng chưa trả lời được, mong anh/chị thông cảm. Yêu cầu số {number} vẫn được giữ và đang báo quá hẹn cho cán bộ phụ trách. Anh/chị không cần gửi lại ạ.',
  unattended:
    'Tin tự động: yêu cầu số {number} của anh/chị gửi lúc {since} đến nay chưa có cán bộ nào nhận, mong anh/chị thông cảm. Yêu cầu vẫn được lưu để cán bộ xem lại. Từ bây giờ trợ lý tự động tiếp tục trả lời; nếu vẫn cần cán bộ, anh/chị gõ "gặp cán bộ" để xếp hàng lại, hoặc đến trực tiếp cơ quan trong giờ làm việc ạ.',
  quiet:
    'Tin tự động: sau khi cán bộ trả lời, em chưa thấy anh/chị nhắn thêm nên yêu cầu số {number} được khép lại. Trợ lý tự động tiếp tục hỗ trợ; cần cán bộ, anh/chị gõ "gặp cán bộ", yêu cầu sẽ được mở lại ạ.',
} as const;
