import type { Alarm, AlarmFailureReason } from '../../bot/ports/alarms.ts';

/** Words in front of every subject, so that a phone's rule can ring for the urgent ones. */
export const SEVERITIES: Readonly<Record<Alarm['severity'], string>> = { urgent: 'KHẨN CẤP', warning: 'Cảnh báo' };

/** What happened and what to do next; `{…}` are facts of the alarm. */
export interface AlarmWords {
  readonly subject: string;
  readonly happened: string;
  readonly next: string;
}

const OPEN_TICKETS = 'Đăng nhập bàn trực, đọc các phiếu mới nhất';
const TO_SUPPORT = 'báo người quản trị hệ thống kèm mã ở trên';

/** Limits that a platform sets on our account, by their code. */
export const ACCOUNT_ALARMS: Readonly<Record<string, AlarmWords>> = {
  MESSENGER_TOKEN_INVALID: {
    subject: 'Trang Facebook không gửi được tin',
    happened: 'Mã truy cập trang Facebook không còn hiệu lực. Tin trả lời trên Messenger đang chờ, chưa mất.',
    next: 'Quản trị viên cấp mã truy cập trang mới, đặt MESSENGER_PAGE_TOKEN rồi khởi động lại trợ lý. Trong lúc chờ, trả lời người dân trong hộp thư của trang.',
  },
  MESSENGER_PAGE_RESTRICTED: {
    subject: 'Trang Facebook đang bị hạn chế gửi tin',
    happened: 'Meta tạm hạn chế trang gửi tin nhắn. Tin trả lời trên Messenger đang chờ, chưa mất.',
    next: 'Quản trị viên mở Chất lượng trang trong Meta Business Suite, xem lý do và kháng nghị.',
  },
  MESSENGER_POLICY_BLOCK: {
    subject: 'Trang Facebook bị chặn gửi tin',
    happened: 'Meta đã chặn trang gửi tin nhắn vì lý do chính sách.',
    next: 'Quản trị viên mở Chất lượng trang trong Meta Business Suite, xem lý do và kháng nghị. Phiếu trong bàn trực ghi lời Meta báo.',
  },
  MESSENGER_POLICY_WARNING: {
    subject: 'Meta cảnh cáo trang Facebook',
    happened: 'Meta cảnh cáo trang về cách gửi tin nhắn. Tin vẫn gửi được.',
    next: 'Quản trị viên mở Chất lượng trang trong Meta Business Suite xem lý do trong ngày làm việc tới.',
  },
  MESSENGER_POLICY_UNBLOCK: {
    subject: 'Trang Facebook gửi được tin trở lại',
    happened: 'Meta đã bỏ chặn; trang gửi được tin nhắn trở lại.',
    next: 'Không cần làm gì thêm.',
  },
  MESSENGER_APP_NOT_APPROVED: {
    subject: 'Ứng dụng Messenger chưa được duyệt',
    happened: 'Meta chưa duyệt quyền nhắn tin cho người dân, nên có tin không gửi được.',
    next: 'Quản trị viên kiểm tra App Review; chạy npm run admin -- doctor để xem quyền còn thiếu.',
  },
};

/** A code that has no words of its own. */
export const OTHER_ACCOUNT_ALARM: AlarmWords = {
  subject: 'Kênh {channel}: nền tảng báo về tài khoản ({code})',
  happened: 'Nền tảng {channel} báo về tài khoản của đơn vị, mã {code}. Có thể tin trả lời không gửi được.',
  next: `${OPEN_TICKETS}; chạy npm run admin -- doctor, rồi ${TO_SUPPORT} nếu chưa rõ.`,
};

/** Alarms whose words do not hang on a platform's code. */
export const ALARMS: Readonly<
  Record<Exclude<Alarm['kind'], 'account-limited'> | 'zalo-token-ended' | 'traffic-surge-good', AlarmWords>
> = {
  'crisis-ticket': {
    subject: 'Phiếu {number}: có thể có trẻ em đang gặp nguy hiểm',
    happened:
      'Một người nhắn qua kênh {channel} có dấu hiệu cho thấy trẻ em có thể đang gặp nguy hiểm. Trợ lý đã gửi ngay các số 111, 113, 115 và chuyển cho cán bộ. Phiếu {number}, chủ đề: {topic}, mức: {priority}.',
    next: 'Mở phiếu ngay, đọc tin nhắn, trả lời người nhắn. Nếu có nguy hiểm trước mắt, gọi 113 hoặc 115 và Tổng đài bảo vệ trẻ em 111, rồi báo lãnh đạo trực.',
  },
  'mail-given-up': {
    subject: 'Kênh {channel}: có tin nhắn trợ lý không xử lý được',
    happened:
      'Trợ lý gặp lỗi nhiều lần với {messages} tin nhắn trên kênh {channel} nên chưa trả lời. Chưa ai xem nội dung, nên chưa rõ có việc khẩn hay không.',
    next: `${OPEN_TICKETS} của kênh này và trả lời người nhắn. Trong một giờ tới, nếu có thêm tin như vậy, sẽ không có cảnh báo mới: xin xem cả danh sách phiếu. Không thấy phiếu thì mở hộp thư của kênh, và báo người quản trị hệ thống.`,
  },
  'zalo-token-ending': {
    subject: 'Zalo: quyền gửi tin còn {days} ngày',
    happened: 'Quyền truy cập Zalo Official Account còn {days} ngày và hệ thống không tự gia hạn được.',
    next: 'Quản trị viên chạy npm run admin -- zalo authorise trước ngày hết hạn và đồng ý cấp quyền lại.',
  },
  'zalo-token-ended': {
    subject: 'Zalo: cần cấp quyền lại ngay',
    happened: 'Trợ lý không còn quyền truy cập Zalo Official Account. Tin trả lời trên Zalo đang chờ, chưa mất.',
    next: 'Quản trị viên chạy npm run admin -- zalo authorise và đồng ý cấp quyền lại. Trong lúc chờ, trả lời người dân bằng công cụ chat của OA.',
  },
  'replies-due-soon': {
    subject: '{count} phiếu sắp đến hạn trả lời',
    happened: 'Sắp đến giờ đã hẹn trả lời người dân của {count} phiếu:\n{tickets}',
    next: 'Người nhận phiếu trả lời trước giờ hẹn. Phiếu chưa ai nhận thì người trực nhận hoặc chuyển cho đồng nghiệp.',
  },
  'replies-missed': {
    subject: '{count} phiếu đã quá giờ hẹn trả lời',
    happened: 'Đã quá giờ hẹn trả lời người dân của {count} phiếu:\n{tickets}',
    next: 'Lãnh đạo hoặc người trực cử người trả lời ngay; trong phiếu có thể chuyển cho người khác. Mỗi phiếu chỉ báo một lần cho mỗi lần trễ hẹn.',
  },
  'nobody-online': {
    subject: 'Phiếu {number}: chưa có cán bộ nào đang trực',
    happened:
      'Có phiếu mới mức {priority} qua kênh {channel}, chủ đề: {topic}, mà không cán bộ nào đang mở bàn trực. Phiếu {number} đang chờ.',
    next: 'Người trực mở phiếu, nhận và trả lời, hoặc gọi đồng nghiệp vào bàn trực.',
  },
  'traffic-surge': {
    subject: 'Nhiều người nhắn bất thường: {stream}',
    happened: 'Trong {minutes} phút có {people} người nhắn về “{stream}”, bình thường khoảng {expected} người.',
    next: 'Vào Radar xem người dân đang hỏi gì, kiểm tra nguồn tin, và nếu cần thì đăng thông báo chung.',
  },
  'traffic-surge-good': {
    subject: 'Nhiều lời cảm ơn hơn bình thường',
    happened: 'Trong {minutes} phút có {people} người nhắn lời cảm ơn, bình thường khoảng {expected} người.',
    next: 'Không cần làm gì. Vào Radar xem để biết điều gì đang làm tốt.',
  },
  'school-incident': {
    subject: 'Sự việc ở trường: {incident}',
    happened: 'Một trường vừa báo sự việc mức {priority}: {incident}.',
    next: 'Mở sự việc trong bàn trực, gọi lại người báo theo số ghi ở đó, cử người xử lý rồi ghi kết quả.',
  },
  'statement-waits': {
    subject: 'Phát ngôn chờ người phát ngôn duyệt: {statement}',
    happened:
      'Có một phát ngôn của cơ quan ({statement}) vừa soạn xong, chưa nói với ai. Chỉ người phát ngôn cho nói được.',
    next: 'Người phát ngôn mở phát ngôn, đọc kỹ rồi cho nói, hoặc bỏ bản nháp và ghi lý do.',
  },
  'codes-guessed': {
    subject: 'Có thể có người đang dò mã liên kết',
    happened:
      'Trong một giờ có {wrong} mã liên kết sai, gửi từ nhiều cuộc trò chuyện, nên trợ lý tạm không nhận mã của ai. Câu hỏi và tin báo trẻ gặp nguy hiểm vẫn được trả lời như thường.',
    next: 'Không cần làm gì ngay: sau một giờ trợ lý tự nhận mã trở lại. Nếu cảnh báo lặp lại, báo người quản trị hệ thống xem số mã sai (assistant_link_codes_total) và nhật ký máy chủ để chặn nơi gửi.',
  },
  'kill-switch': {
    subject: 'Công tắc {name}: {state}',
    happened: 'Công tắc dừng “{name}” vừa được chuyển sang: {state}.',
    next: 'Nếu đơn vị không chủ động làm việc này, vào bàn trực kiểm tra ngay và báo người quản trị hệ thống. Khi phần này dừng, cán bộ trả lời trực tiếp trên kênh.',
  },
  test: {
    subject: 'Thử cảnh báo',
    happened: 'Đây là tin thử. Nếu anh/chị đọc được tin này thì cảnh báo đến được anh/chị.',
    next: 'Không cần làm gì thêm. Nên đặt chuông riêng trên điện thoại cho thư có chữ “KHẨN CẤP” trong tiêu đề.',
  },
};

/** What the switches stop, by their name in alarms. */
export const SWITCHES: Readonly<Record<string, string>> = { bot: 'trợ lý tự động' };

/** The state of a switch. */
export const SWITCH_STATES = { thrown: 'ĐÃ DỪNG', released: 'hoạt động trở lại' } as const;

/** Lines around the words. */
export const LETTER = {
  next: 'Việc cần làm',
  ticket: 'Mở phiếu',
  tickets: 'Mở bàn trực',
  incident: 'Mở sự việc',
  statement: 'Mở phát ngôn',
  noLink: 'Mở bàn trực của trợ lý, mục Phiếu.',
  at: 'Thời điểm',
  privacy: 'Thư này không ghi lời nhắn, tên hay mã của người dân; chỉ xem được trong bàn trực sau khi đăng nhập.',
} as const;

/** Why an alarm did not get through, and what to look at. */
export const FAILURES: Readonly<Record<AlarmFailureReason, string>> = {
  unreachable: 'không kết nối được; kiểm tra địa chỉ máy chủ, cổng và tường lửa',
  timeout: 'máy chủ không trả lời kịp; thử lại, hoặc kiểm tra máy chủ',
  authentication: 'máy chủ không nhận tên hoặc mật khẩu; kiểm tra ALARM_SMTP_URL',
  encryption: 'kết nối không mã hóa được hoặc chứng chỉ không tin cậy; kiểm tra máy chủ, cổng và smtp:// hay smtps://',
  busy: 'máy chủ đang bận hoặc hẹn gửi lại sau',
  refused: 'máy chủ từ chối; kiểm tra địa chỉ nhận và địa chỉ gửi',
  redirected: 'webhook chuyển sang địa chỉ khác; đặt ALARM_WEBHOOK_URL là địa chỉ cuối cùng',
  stopped: 'chương trình dừng trước khi gửi xong',
};

/** Ways to a recipient, before its address where it has one. */
export const RECIPIENTS = { email: 'Thư tới', webhook: 'Webhook' } as const;

/** What `alarm test` and `doctor` say. */
export const TRIAL = {
  unset: 'cảnh báo đang tắt, chỉ ghi vào nhật ký; để bật, đặt ALARM_SMTP_URL và ALARM_EMAIL_TO, hoặc ALARM_WEBHOOK_URL',
  taken: { email: 'máy chủ thư đã nhận; xem hộp thư, cả mục thư rác', webhook: 'đã nhận' },
  servers: { email: 'Máy chủ thư nhận tên và mật khẩu', webhook: 'Webhook trả lời' },
  recipients: 'Người nhận thư',
  unsigned: 'chưa ký; đặt ALARM_WEBHOOK_SECRET để bên nhận biết cảnh báo là thật',
  signature: 'Chữ ký của webhook',
  link: 'Đường dẫn tới phiếu trong cảnh báo',
  noLink: 'chưa có; đặt PUBLIC_URL',
  tryOut: 'chạy npm run admin -- alarm test để gửi thử tới từng người',
} as const;
