/** What staff read in the place of a citizen's words, where there are none to show or more is to be told. */
export const NOTES_TO_STAFF = {
  withoutWords: '(tin nhắn không có chữ)',
  attachment: '(tệp đính kèm)',
  takenBack: '(người dân đã thu hồi tin nhắn này)',
  erased: '(đã xóa theo yêu cầu của người dân)',
  spokeInPageInbox: 'Cán bộ đã trả lời trực tiếp từ hộp thư của trang.',
  claimedInPageInbox: 'Cán bộ đã nhận cuộc trò chuyện trong hộp thư của trang.',
  unworkable: 'Một thông báo từ kênh nhắn tin không xử lý được. Hãy mở cuộc trò chuyện trên kênh đó để xem.',
  gaveUp: (words: string) => `Trợ lý gặp sự cố nhiều lần với tin nhắn này nên chưa trả lời được: ${words}`,
  erasureUnderHold: (request: string, code: string) =>
    `(${request}. Dữ liệu đang được tạm giữ nên chưa xóa; hết tạm giữ là hệ thống tự xóa. Mã ${code}.)`,
  erasureUnderTicket: (request: string, code: string) =>
    `(${request}. Vì phiếu này đang xử lý nên dữ liệu được giữ lại; đóng phiếu là xóa. Mã ${code}.)`,
  erasureOfUnknown: (code: string) =>
    `Một người yêu cầu xóa dữ liệu qua nền tảng, nhưng không có cuộc trò chuyện nào mang mã người dùng của yêu cầu. Cần tìm theo thông tin người đó cung cấp rồi xóa; đóng phiếu là ghi nhận đã xử lý. Mã ${code}.`,
} as const;

/** Who asked that data be erased, as {@link NOTES_TO_STAFF} begin. */
export const ERASURE_REQUESTS = {
  citizen: 'Người dân yêu cầu xóa dữ liệu của mình',
  platform: 'Người dân đã rút lại sự đồng ý trên nền tảng và yêu cầu xóa dữ liệu của họ',
  staff: 'Cán bộ yêu cầu xóa dữ liệu của người dân',
} as const;
