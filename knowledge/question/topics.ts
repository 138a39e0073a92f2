import { tokenize } from '../text/tokens.ts';

/**
 * What questions to a school office are about, with diacritics: a message that holds one of these says itself what it
 * is about. Reviewed by hand; general nouns such as «hồ sơ» or «thời hạn», which need something they belong to, are in
 * {@link GENERAL_NOUNS}.
 */
export const TOPICS: readonly string[] = `học phí; tiền học; tiền ăn; bán trú; nội trú; tuyển sinh; nhập học; xin học;
  chuyển trường; chuyển lớp; trái tuyến; đúng tuyến; dạy thêm; học thêm; miễn giảm; miễn học phí; học bổng; bảo hiểm;
  khai sinh; học bạ; bằng tốt nghiệp; văn bằng; chứng chỉ; tốt nghiệp; thi vào 10; điểm chuẩn; nguyện vọng; phúc khảo;
  tan học; vào học; giờ học; khai giảng; tựu trường; nghỉ hè; nghỉ tết; nghỉ học; đồng phục; sách giáo khoa; quỹ lớp;
  ban đại diện; họp phụ huynh; kỷ luật; bạo lực; điện thoại; xe đưa đón; đưa đón; trông giữ; đón muộn; khuyết tật;
  hòa nhập; lưu ban; lên lớp; ở lại lớp; thi lại; đánh giá; xếp loại; hạnh kiểm; khen thưởng; giáo viên; tuyển dụng;
  tiếng anh; liên kết; kỹ năng sống; câu lạc bộ; thành lập trường; mở trường; giải thể; sáp nhập; học nghề; liên thông;
  vay vốn; khiếu nại; tố cáo; tạm trú; hộ khẩu; lịch thi; môn thi; sĩ số; nhảy lớp; bảo lưu; thôi học; cấp lại`
  .split(';')
  .map((topic) => topic.trim());

/** Nouns that ask for a part of whatever is being talked about. */
export const GENERAL_NOUNS: readonly string[] = `giấy tờ; hồ sơ; thủ tục; điều kiện; thời gian; thời hạn; hạn nộp; hạn;
  lệ phí; chi phí; mức thu; mức; số tiền; tiền; độ tuổi; tuổi; số lượng; quy định; văn bản; địa chỉ; ở đâu; giờ; ngày;
  khi nào; bao giờ; bao lâu; ai; người; đơn; mẫu đơn; link; trang web`
  .split(';')
  .map((noun) => noun.trim());

/** Those that name a matter: «khi nào» and «ai» ask, but name none. */
const NAMED_NOUNS = GENERAL_NOUNS.filter(
  (noun) => !['ở đâu', 'khi nào', 'bao giờ', 'bao lâu', 'ai', 'người'].includes(noun),
);

const MOST_NAMED = 2;

/** Whether a text holds any of some phrases as whole syllables. */
export function holdsAny(text: string, phrases: readonly string[]): boolean {
  const spaced = spacedSyllables(text);
  return phrases.some((phrase) => spaced.includes(` ${phrase} `));
}

/** The {@link TOPICS} that a text names. */
export function topicsOf(text: string): readonly string[] {
  const spaced = spacedSyllables(text);
  return TOPICS.filter((topic) => spaced.includes(` ${topic} `));
}

/**
 * What a question is about, in words of this list: the first two topics that it names («giáo viên, dạy thêm»), or else
 * a general noun; `null` without one.
 */
export function matterOf(text: string): string | null {
  const spaced = spacedSyllables(text);
  const place = (name: string) => spaced.indexOf(` ${name} `);
  const topics = topicsOf(text);
  const whole = topics.filter((topic) => !topics.some((other) => other !== topic && other.includes(topic)));
  const named = whole.length > 0 ? whole : NAMED_NOUNS.filter((noun) => place(noun) !== -1).slice(0, 1);
  return named.length === 0
    ? null
    : named
        .toSorted((a, b) => place(a) - place(b))
        .slice(0, MOST_NAMED)
        .join(', ');
}

function spacedSyllables(text: string): string {
  return ` ${tokenize(text).accented.join(' ')} `;
}
