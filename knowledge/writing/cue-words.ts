import { spaced } from './plain-words.ts';

/** Words that turn a statement round or change how binding or how wide it is, with diacritics. Reviewed by hand. */

/** Phrases as `spaced` writes them. */
const phrases = (...written: readonly string[]) => written.map((phrase) => spaced(phrase).trim());

/** Deny or forbid. */
export const DENIALS = phrases('không', 'chưa', 'cấm', 'nghiêm cấm', 'chẳng', 'chớ', 'đừng', 'miễn', 'khỏi phải');

/** Hold such a word and deny nothing, or say how far a figure goes. */
export const NO_DENIALS = phrases(
  'không chỉ',
  'không những',
  'hay không',
  'nếu không thì',
  'có không',
  'không gian',
  'không khí',
  'miễn phí',
  'miễn nhiệm',
  'không quá',
  'không vượt quá',
  'không được quá',
  'không dưới',
);

/** Oblige. */
export const DUTIES = phrases('phải', 'bắt buộc', 'có trách nhiệm', 'có nghĩa vụ');

/** Grant something: what an official text says without them, and of no will, is done by duty. */
export const GRANTS = phrases('được', 'có thể', 'có quyền', 'quyền', 'khuyến khích', 'tự nguyện', 'không', 'muốn');

/** What is managed by others: «được» grants it nothing. */
export const THINGS = phrases(
  ...`việc; tài chính; tài sản; dữ liệu; thông tin; hồ sơ; quyết định; kết quả; mức; khoản; kế hoạch; giấy; học bạ; bài thi; đề thi;
chương trình; danh sách; văn bản; nội dung; hệ thống; thời gian; kinh phí; học phí`
    .split(';')
    .map((phrase) => phrase.trim()),
);

/** Leave the choice. */
export const CHOICES = phrases(
  'có thể',
  'được phép',
  'được quyền',
  'có quyền',
  'tự nguyện',
  'khuyến khích',
  'không bắt buộc',
  'không phải',
  'tùy',
);

/** Widen or narrow whom a statement is about; the words of one row say the same. */
export const SCOPES = [
  phrases('mọi', 'tất cả', 'toàn bộ', 'bất kỳ', 'bất cứ', 'mọi người', 'nào cũng', 'ai cũng', 'gì cũng', 'đâu cũng'),
  phrases('luôn', 'luôn luôn', 'lúc nào cũng', 'bao giờ cũng'),
  phrases('hoàn toàn', 'tuyệt đối'),
  phrases('chỉ', 'duy nhất'),
  phrases('riêng'),
  phrases('rất'),
  phrases('hầu hết', 'phần lớn', 'đa số', 'đa phần'),
  phrases('một số', 'một vài', 'vài'),
  phrases('kể cả', 'bất kể', 'dù', 'không phân biệt', 'không kể'),
  phrases('ngoài', 'ngoại trừ', 'trừ'),
  phrases('cao hơn', 'lớn hơn', 'nhiều hơn'),
  phrases('thấp hơn', 'nhỏ hơn', 'ít hơn'),
  phrases('khác với'),
];

/** Say that one is meant and no more. */
export const ONE_ALONE = phrases('chỉ', 'duy nhất', 'cao nhất', 'một trong');

/** Say that one of several is enough, and that all of them are needed. */
export const ONE_OF = phrases('một trong', 'bất kỳ', 'hoặc');
export const ALL_OF = phrases('đủ các', 'đầy đủ các', 'tất cả các', 'đồng thời các', 'đáp ứng các');

/** Say that more than one is meant. */
export const SEVERAL = phrases(
  'đủ các',
  'đồng thời',
  'cùng lúc',
  'tất cả',
  'cả hai',
  'các mức',
  'nhiều mức',
  'mọi',
  'cộng dồn',
  'đầy đủ các',
);

/** Whom a statement is about, where the words behind tell who exactly. */
export const PEOPLE = phrases(
  'học sinh',
  'sinh viên',
  'học viên',
  'thí sinh',
  'giáo viên',
  'nhà giáo',
  'giảng viên',
  'trẻ em',
  'trẻ',
  'người học',
);

/** Hold such a word and say nothing of the scope. */
export const NO_SCOPES = phrases(
  'ngoài ra',
  'ngoài công lập',
  'ngoài giờ',
  'chỉ tiêu',
  'chỉ số',
  'chỉ đạo',
  'chỉ thị',
  'chỉ dẫn',
  'địa chỉ',
  'chứng chỉ',
);

/** What a statement holds under, behind it. */
export const CONDITIONS =
  /(?<![\p{L}\p{M}])(?:nếu|trường hợp|trừ|(?<!phù hợp )với điều kiện|chỉ khi|(?<!trước |sau |từ |và )khi|đối với|từ nguồn|ở vùng|thuộc diện|thuộc hộ|có(?= (?:cha|mẹ|thể lực|trình độ|chứng chỉ)(?!\p{L})))(?![\p{L}\p{M}])((?:(?!\s(?:và|khi|nếu)\s)[^,;.:()–])*)/giu;

/** Levels and kinds of schools: a sentence may name none that its sources do not. */
export const LEVELS: readonly (readonly string[])[] = [
  phrases('mầm non', 'mẫu giáo', 'nhà trẻ'),
  phrases('tiểu học'),
  phrases('trung học cơ sở', 'thcs'),
  phrases('trung học phổ thông', 'thpt'),
  phrases('đại học'),
];

/**
 * Words of one row say the same, words of different rows exclude each other: where a source says one of a group, no
 * sentence that says it again may say another.
 */
export const CONTRARIES: readonly (readonly (readonly string[])[])[] = [
  [phrases('trước'), phrases('sau', 'kể từ'), phrases('đồng thời với', 'cùng thời điểm', 'cùng lúc')],
  [phrases('cao hơn', 'lớn hơn', 'nhiều hơn'), phrases('thấp hơn', 'nhỏ hơn', 'ít hơn')],
  [phrases('sớm hơn'), phrases('muộn hơn')],
  [phrases('cao nhất', 'lớn nhất'), phrases('thấp nhất', 'nhỏ nhất')],
  [phrases('trong phạm vi'), phrases('ngoài phạm vi', 'vượt phạm vi')],
  [phrases('có thời hạn'), phrases('vô thời hạn', 'không thời hạn', 'vĩnh viễn')],
  [phrases('miễn'), phrases('giảm')],
  [phrases('tăng', 'tăng lên'), phrases('giảm', 'giảm bớt')],
  [phrases('trở lên'), phrases('trở xuống')],
  [phrases('tối đa', 'nhiều nhất', 'mức trần'), phrases('tối thiểu', 'ít nhất', 'mức sàn')],
  [phrases('chậm nhất', 'muộn nhất', 'không muộn hơn'), phrases('sớm nhất')],
  [phrases('đầu năm', 'đầu kỳ'), phrases('cuối năm', 'cuối kỳ')],
  [phrases('học kỳ i', 'học kỳ một', 'học kỳ 1'), phrases('học kỳ ii', 'học kỳ hai', 'học kỳ 2')],
  [phrases('đầu'), phrases('giữa'), phrases('cuối')],
  [phrases('sáng'), phrases('trưa'), phrases('chiều'), phrases('tối nay', 'buổi tối', 'bữa tối')],
  LEVELS,
  [phrases('sơ cấp'), phrases('trung cấp'), phrases('cao đẳng')],
  [phrases('công lập'), [...phrases('tư thục', 'dân lập'), 'ngoài-công-lập']],
  [phrases('trực tiếp'), phrases('trực tuyến')],
  [['phó-hiệu-trưởng'], phrases('hiệu trưởng')],
  [['phó-chủ-tịch'], phrases('chủ tịch')],
  [phrases('giáo viên nam', 'học sinh nam', 'nam giới'), phrases('giáo viên nữ', 'học sinh nữ', 'nữ giới')],
  [phrases('nội trú'), phrases('bán trú')],
  [phrases('thi tuyển'), phrases('xét tuyển')],
  [phrases('tự luận'), phrases('trắc nghiệm')],
  [phrases('thành thị', 'đô thị'), phrases('nông thôn')],
  [phrases('bắt buộc'), phrases('tự nguyện', 'tự chọn')],
  [phrases('số chẵn', 'chẵn'), phrases('số lẻ', 'lẻ')],
  [
    phrases('đúng hạn', 'đúng thời hạn'),
    phrases('trước hạn', 'trước thời hạn'),
    phrases('quá hạn', 'quá thời hạn', 'sau thời hạn'),
  ],
  [phrases('cùng tỉnh', 'cùng nơi', 'cùng địa bàn', 'cùng một', 'giống'), phrases('khác', 'khác với')],
  [phrases('bản sao'), phrases('bản chính', 'bản gốc')],
  [phrases('thường trú'), phrases('tạm trú')],
  [phrases('trong nước'), phrases('ngoài nước', 'nước ngoài')],
  [phrases('lý thuyết'), phrases('thực hành')],
  [phrases('vấn đáp'), phrases('thi viết', 'bài viết')],
  [phrases('bỏ phiếu kín', 'phiếu kín'), phrases('giơ tay', 'công khai')],
  [phrases('tập thể'), phrases('cá nhân')],
  [phrases('ngày làm việc'), phrases('ngày nghỉ', 'ngày lễ')],
  [phrases('con đẻ', 'con ruột'), phrases('con nuôi')],
  [phrases('hộ nghèo'), phrases('hộ cận nghèo')],
  [phrases('nhẹ'), phrases('nặng')],
  [
    phrases('cấp trường'),
    phrases('cấp xã'),
    phrases('cấp huyện'),
    phrases('cấp tỉnh'),
    phrases('cấp quốc gia', 'toàn quốc'),
  ],
  [phrases('đầu tiên', 'lần đầu'), phrases('cuối cùng', 'lần cuối')],
  [phrases('bằng văn bản'), phrases('bằng lời', 'bằng miệng', 'qua điện thoại')],
];

/** Narrow the word before them: what is told of those alone may not be told of all. */
export const QUALIFIERS = phrases(
  'rất ít người',
  'đặc biệt khó khăn',
  'chất lượng cao',
  'không vì lợi nhuận',
  'có vốn đầu tư nước ngoài',
  'chưa tự bảo đảm',
);

/** Bodies and things that are told from others of their kind by the two words behind. */
export const KINDS = /(?<= )(?:hội đồng|ban|phòng|quỹ|ủy ban|học bổng|chương trình|trợ cấp) (?=\S+ \S+ )/gu;

/** Say that somebody may choose, of whoever asks: an official text does not speak to them. */
export const TO_CITIZEN = /(?:anh\/chị|phụ huynh|quý vị|cha mẹ)[^.;]*có thể/iu;

/** Who does something: a sentence that says a statement again may name no other. */
export const ACTORS: readonly (readonly string[])[] = [
  phrases('hiệu trưởng', 'hiệu trưởng nhà trường', 'người đứng đầu'),
  phrases('giáo viên', 'giám thị', 'nhà giáo', 'giáo viên chủ nhiệm'),
  phrases('ban đại diện', 'ban phụ huynh'),
  phrases('hội đồng nhân dân'),
  phrases('ủy ban nhân dân', 'ubnd'),
  phrases('sở giáo dục và đào tạo', 'sở giáo dục', 'sở gdđt'),
  phrases('bộ trưởng'),
  phrases('thủ tướng'),
  phrases('chính phủ'),
  phrases('công an'),
];

/**
 * Those who do something at the beginning of a statement; `meant`: of whom a text may speak that an assistant so puts
 * to whoever asks.
 */
export const DOERS: readonly { readonly names: readonly string[]; readonly meant: readonly string[] }[] = [
  {
    names: phrases('phụ huynh', 'cha mẹ', 'gia đình'),
    meant: phrases(
      'cha',
      'mẹ',
      'người giám hộ',
      'học sinh',
      'trẻ',
      'trẻ em',
      'người học',
      'người đỡ đầu',
      'cá nhân',
      'thí sinh',
      'con',
    ),
  },
  {
    names: phrases('người dân', 'công dân'),
    meant: phrases('cá nhân', 'tổ chức', 'cha', 'mẹ', 'người yêu cầu', 'người đề nghị', 'học sinh'),
  },
  { names: phrases('nhà nước'), meant: phrases('ngân sách', 'chính phủ') },
  { names: ['phó-hiệu-trưởng'], meant: [] },
];

/** Who may do something, those above and who asks an office; the names of one row mean the same. */
export const AGENTS: readonly (readonly string[])[] = [
  ...ACTORS,
  phrases('trưởng điểm thi'),
  phrases('nhà trường', 'cơ sở giáo dục'),
  phrases('bộ giáo dục và đào tạo', 'bộ giáo dục', 'bộ gdđt'),
  phrases('bộ y tế'),
  phrases('bộ tài chính'),
  phrases('bộ nội vụ'),
  phrases('bộ quốc phòng'),
  phrases('ban giám hiệu'),
  phrases('nơi đkdt', 'nơi thí sinh đkdt', 'nơi đăng ký dự thi'),
  phrases('học sinh', 'người học', 'sinh viên', 'học viên'),
  phrases('thí sinh', 'người dự thi'),
  phrases('cha mẹ học sinh', 'cha mẹ', 'phụ huynh', 'người giám hộ', 'người đỡ đầu', 'gia đình'),
  phrases('nhà nước'),
  phrases('nhà đầu tư'),
];

/** Those of whom a school's texts speak: what is told of one is told of no other. */
export const GROUPS: readonly (readonly string[])[] = [
  phrases('học sinh', 'sinh viên', 'học viên', 'người học', 'thí sinh', 'trẻ em', 'trẻ'),
  phrases('giáo viên', 'nhà giáo', 'giảng viên'),
  phrases('nhân viên', 'người lao động'),
];

/** Who does something and is told from others by the word behind. */
export const AGENT_KINDS = phrases('hội đồng', 'trưởng', 'tổ', 'bộ');

/** What offices, schools and families do, where it matters who does it. */
export const DEEDS = phrases(
  'quyết định',
  'thành lập',
  'nhận đơn',
  'công bố',
  'thông báo',
  'xem xét',
  'có đơn',
  'phê duyệt',
  'ban hành',
  'triệu tập',
  'lập biên bản',
  'báo cáo',
  'chi trả',
  'bổ nhiệm',
  'giám sát',
  'quy định',
  'cấp bằng',
  'cấp giấy',
  'cấp phép',
  'xác nhận',
  'công nhận',
  'đề nghị',
  'tổ chức',
  'phân công',
  'nộp',
  'trình',
  'ký',
);

/** Somebody has to agree, be told or be asked: no statement may be told with one that stands in another alone. */
export const CONSENTS = phrases(
  'đồng ý',
  'chấp thuận',
  'cho phép',
  'phê duyệt',
  'thông báo',
  'báo cáo',
  'xin ý kiến',
  'lấy ý kiến',
  'chứng thực',
  'công chứng',
  'đề xuất',
  'kiến nghị',
);

/**
 * Say what follows for somebody, praise or blame, count loosely or tell a day by today: no sentence may hold one that
 * its sources do not.
 */
export const WEIGHTY = phrases(
  ...`miễn phí; hoàn tiền; hoàn lại; trả lại; hoàn trả; bồi thường; tặng; thưởng; phạt; xử phạt; kỷ luật; đuổi học; buộc thôi học;
bị loại; bị cấm; cấm; bắt giữ; khởi tố; công an; bảo hiểm; chuyển khoản; tài khoản; ngân hàng; thẻ cào; mã otp; quyên góp;
ưu tiên; cộng điểm; trúng tuyển; đỗ; trượt; đậu; rớt; bốc thăm; hộ khẩu; hộ nghèo; khuyết tật; đắt; rẻ; tốt; xấu; kém; tệ;
giỏi; dễ; khó; hợp lý; vô lý; hợp pháp; trái luật; vi phạm; tuyệt vời; hiệu quả; đáng tin; gấp đôi; gấp ba; gấp rưỡi;
chục; hàng trăm; hàng nghìn; gần; xấp xỉ; khoảng; hôm nay; ngày mai; hôm qua; tuần sau; tuần tới;
tháng sau; tháng tới; năm sau; năm tới; năm ngoái; sắp tới; mới nhất; bãi bỏ; hết hiệu lực; thay thế; tạm dừng; hủy bỏ; hoãn;
đóng cửa; nghỉ học; điện thoại; mạng xã hội; facebook; zalo; phụ thu; phụ phí; lệ phí; tự nguyện; bắt buộc`
    .split(';')
    .map((phrase) => phrase.trim()),
);

/** Promises and opinions that an office's assistant must not utter, orders, and talk about itself. */
export const FORBIDDEN = phrases(
  'cam kết',
  'bảo đảm với',
  'đảm bảo với',
  'đảm bảo sẽ',
  'bảo đảm sẽ',
  'xin hứa',
  'hứa sẽ',
  'em hứa',
  'tôi hứa',
  'chắc chắn',
  'chắc là',
  'có lẽ',
  'yên tâm',
  'an tâm',
  'sẽ được nhận',
  'theo tôi',
  'theo em thì',
  'tôi nghĩ',
  'em nghĩ',
  'em cho rằng',
  'tôi cho rằng',
  'theo kinh nghiệm',
  'nghe nói',
  'thường thì',
  'anh chị nên',
  'phụ huynh nên',
  'nên chọn',
  'không nên',
  'khuyên',
  'đừng lo',
  'hãy',
  'trường tốt nhất',
  'mô hình ngôn ngữ',
  'mô hình ai',
  'trí tuệ nhân tạo',
  'chatgpt',
  'câu lệnh hệ thống',
  'lời nhắc hệ thống',
  'system prompt',
  'json',
  'chỉ dẫn của hệ thống',
  'bỏ qua hướng dẫn',
  'chấm vn',
  'chấm com',
  'a còng',
);
