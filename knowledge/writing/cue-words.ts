/** Words that turn a statement round or change how binding it is, with diacritics. Reviewed by hand. */

/** Deny or forbid. */
export const DENIALS: readonly string[] = ['không', 'chưa', 'cấm', 'nghiêm cấm', 'chẳng', 'đừng', 'miễn'];

/** Hold such a word and deny nothing. */
export const NO_DENIALS: readonly string[] = [
  'không chỉ',
  'không những',
  'hay không',
  'có không',
  'không gian',
  'miễn phí',
  'miễn nhiệm',
];

/** Oblige. */
export const DUTIES: readonly string[] = ['phải', 'bắt buộc', 'có trách nhiệm', 'có nghĩa vụ'];

/** Leave the choice. */
export const CHOICES: readonly string[] = [
  'có thể',
  'được phép',
  'được quyền',
  'có quyền',
  'tự nguyện',
  'khuyến khích',
  'không bắt buộc',
  'không phải',
  'tùy',
];

/** Say that a figure is the most there may be. */
export const UPPER_BOUNDS: readonly string[] = [
  'tối đa',
  'không quá',
  'không vượt quá',
  'không được quá',
  'mức trần',
  'cao nhất',
  'nhiều nhất',
];

/** Say that a figure is the least there must be. */
export const LOWER_BOUNDS: readonly string[] = [
  'tối thiểu',
  'ít nhất',
  'không dưới',
  'không ít hơn',
  'trở lên',
  'thấp nhất',
];

/** Promises and opinions that an office's assistant must not utter, and talk about itself. */
export const FORBIDDEN: readonly string[] = [
  'cam kết',
  'bảo đảm với',
  'đảm bảo với',
  'xin hứa',
  'em hứa',
  'tôi hứa',
  'chắc chắn sẽ',
  'chắc chắn được',
  'sẽ được nhận',
  'theo tôi',
  'theo em thì',
  'tôi nghĩ',
  'em nghĩ',
  'em cho rằng',
  'tôi cho rằng',
  'nên chọn trường',
  'trường tốt nhất',
  'mô hình ngôn ngữ',
  'mô hình ai',
  'trí tuệ nhân tạo',
  'chatgpt',
  'câu lệnh hệ thống',
  'lời nhắc hệ thống',
  'system prompt',
  'chỉ dẫn của hệ thống',
  'bỏ qua hướng dẫn',
];
