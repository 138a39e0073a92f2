/** What the web chat says to a citizen, apart from answers. */
export const CHAT = {
  title: (office: string) => `${office} – Hỏi đáp về giáo dục`,
  description: (office: string) =>
    `Hỏi đáp về tuyển sinh, học phí, hồ sơ nhà trường cùng ${office}. Câu trả lời lấy từ văn bản chính thức, có nêu nguồn.`,
  assistant: 'Trợ lý tự động',
  greeting: 'Anh/chị cần hỏi điều gì?',
  introduction:
    'Trợ lý tìm câu trả lời trong các văn bản chính thức và luôn nêu nguồn. Điều gì chưa chắc chắn, trợ lý sẽ nói rõ và chuyển cho cán bộ.',
  suggestionsLabel: 'Câu hỏi thường gặp',
  suggestions: [
    'Hồ sơ vào lớp 1 gồm những gì?',
    'Tuyển sinh trực tuyến từ ngày nào?',
    'Trường công có phải đóng học phí không?',
    'Tiền ăn bán trú tối đa bao nhiêu?',
  ],
  kept: 'Đây là trợ lý tự động, không phải cán bộ. Kênh này chỉ nhận chữ, không nhận ảnh hay tệp. Nội dung trò chuyện được lưu trên hệ thống của đơn vị cùng một mã ẩn danh của trình duyệt này để trả lời và kiểm tra chất lượng. Xin không gửi số căn cước, ảnh giấy tờ hay thông tin riêng của con em.',
  conversation: 'Nội dung trò chuyện',
  inputLabel: 'Câu hỏi của anh/chị',
  placeholder: 'Nhập câu hỏi…',
  send: 'Gửi',
  menu: 'Thêm',
  startOver: 'Bắt đầu lại',
  startOverQuestion: 'Bắt đầu cuộc trò chuyện mới?',
  startOverExplanation:
    'Cuộc trò chuyện hiện tại sẽ không còn hiện trên máy này. Câu hỏi đã chuyển cho cán bộ vẫn được xử lý, nhưng anh/chị sẽ không thấy câu trả lời tại đây.',
  cancel: 'Giữ lại',
  newer: 'Xem tin mới',
  close: 'Đóng khung trò chuyện',
  blocked:
    'Trình duyệt đang chặn việc lưu cuộc trò chuyện trong khung này. Anh/chị mở trò chuyện trong thẻ mới để tiếp tục.',
  openInTab: 'Mở trò chuyện trong thẻ mới',
  noScript:
    'Trang trò chuyện cần JavaScript. Anh/chị hãy bật JavaScript, hoặc nhắn tin qua Facebook, Zalo của đơn vị, hoặc đến trực tiếp trụ sở trong giờ hành chính.',
  noScriptHotlines:
    'Trẻ em gặp nguy hiểm: gọi 111 (bảo vệ trẻ em), 113 (công an), 115 (cấp cứu), miễn phí cả ngày đêm.',
} as const;

/** Words of the widget on other sites. */
export const WIDGET = {
  label: (office: string) => `Hỏi ${office}`,
  unread: 'Có tin nhắn mới',
  close: 'Đóng',
  trouble: 'Chưa mở được khung trò chuyện tại đây.',
  openInTab: 'Mở trò chuyện trong thẻ mới',
  notAllowed:
    'Khung trò chuyện không hiện vì trang này chưa được phép nhúng. Thêm địa chỉ sau vào WEB_EMBED_ORIGINS của máy chủ trò chuyện rồi khởi động lại:',
} as const;

/** Refusals of the chat's address, by their stable code. */
export const CHAT_ERRORS = {
  empty: 'Tin nhắn chưa có nội dung. Anh/chị nhập câu hỏi rồi gửi lại.',
  'too-long': 'Tin nhắn dài quá 2.000 ký tự. Anh/chị rút gọn hoặc chia thành nhiều tin.',
  'too-large': 'Tin nhắn quá lớn nên chưa gửi được. Anh/chị rút gọn hoặc chia thành nhiều tin.',
  malformed: 'Tin nhắn gửi lên không đúng định dạng. Anh/chị tải lại trang rồi thử lại.',
  'too-many': 'Anh/chị đang gửi hơi nhanh. Xin chờ một lát rồi gửi tiếp.',
  'other-site': 'Yêu cầu không đến từ trang trò chuyện này nên không được nhận.',
  'no-visitor': 'Trình duyệt chưa lưu được mã phiên trò chuyện. Anh/chị cho phép cookie rồi tải lại trang.',
} as const;

/** Words of the page that shows one official document. */
export const DOCUMENT = {
  number: 'Số hiệu',
  issuer: 'Cơ quan ban hành',
  issuedOn: 'Ngày ban hành',
  inForceFrom: 'Có hiệu lực từ',
  inForceUntil: 'Hết hiệu lực từ',
  schoolYear: 'Năm học',
  territory: 'Nơi áp dụng',
  signer: 'Người ký',
  page: (page: number) => `Trang ${page}`,
  linkTo: (address: string) => `Liên kết tới ${address}`,
  origin: (files: readonly string[]) =>
    `Nội dung được đọc từ tệp ${files.map((file) => `“${file}”`).join(', ')}. Khi cần dùng làm căn cứ, xin đối chiếu với bản gốc.`,
  empty: 'Văn bản này chưa có nội dung đọc được.',
} as const;

/** The published admission table as a page. */
export const ADMISSION_PAGE = {
  title: (year: string) => `Bảng tuyển sinh năm học ${year}`,
  sample: 'DỮ LIỆU MẪU, chỉ để thử, không phải quy định.',
  calendar: 'Lưu vào lịch (.ics)',
} as const;
