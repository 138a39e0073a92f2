import { accentedWords } from '../text/tokens.ts';

/** Words of grammar and address, which state nothing, and number words, which are read as figures; in one spelling, with diacritics. Reviewed by hand. */
const GRAMMAR = new Set(
  accentedWords(
    `ạ dạ vâng thưa ơi nhé nha kính xin chào anh chị em ông bà bác cô chú cháu quý vị bạn mình tôi chúng ta họ
     và với của cho các những là được bị tại ở trong khi thì mà nếu như này đó kia ấy thế vậy rồi cũng còn để từ đến tới
     đi lại vào ra lên xuống một mỗi từng có không phải nào gì sao đây sẽ đã đang do bởi vì nên hay hoặc cùng theo về
     trên dưới qua quá nữa thêm chỉ rằng cần nhưng song đối việc sự cái con chiếc đều hơn rất tức nghĩa gồm bao
     đồng thời ngoài giữa sau trước lúc hết ngay luôn tự cả
     tuy nhiên ngoài bên cạnh tiếp vẫn dù chứ vừa hai ba bốn sáu bảy tám chín mười mươi lăm mốt tư trăm nghìn ngàn triệu tỷ linh lẻ rưỡi nửa đ vnđ`,
  ),
);

/**
 * Words that tell in another way what an official text says («đi muộn» for «đến chậm»), or lead up to it: a sentence
 * may hold them although its source does not. Amounts, duties, names and consequences are none of them.
 */
const RETELLING = new Set(
  accentedWords(
    `anh chị phụ huynh quý lưu ý cụ thể hiện nay vui lòng biết sau đây quy định văn bản điều khoản thông tin nêu
     nội dung bao gồm kéo dài thực hiện tổ chức áp dụng tính thu mức trường nhà trẻ bé con cháu học sinh em
     muộn trễ chậm đủ độ cấp bậc năm hằng hàng mỗi khoảng thời gian kỳ lần nghĩa là tức gọi cao nhất thấp nhất tối đa
     tối thiểu ít nhất nhiều không quá trở lên trở xuống dưới trên bằng tương đương theo dõi xem tham khảo trường hợp
     thuộc dành riêng diện người dùng việc cách tháng ngày tuần giờ phút buổi phần trách nhiệm thầy cô nhận
     muốn dùng vòng dịp đợt lớp cuộc nhớ loại
     nhau suốt kể đâu tất tượng nhóm nằm pháp luật kèm`,
  ),
);

/** Words that carry meaning, in one spelling, with diacritics; figures are compared apart. */
export function contentWords(text: string): readonly string[] {
  return accentedWords(text).filter(carriesMeaning);
}

function carriesMeaning(word: string): boolean {
  return !GRAMMAR.has(word) && !/^\d/u.test(word);
}

/** Whether a word may stand in a sentence although no source has it. */
export function isRetelling(word: string): boolean {
  return RETELLING.has(word);
}

/** The words of a text and which of them carry meaning, read once. */
export function readWords(text: string): { readonly spaced: string; readonly content: readonly string[] } {
  const words = accentedWords(text);
  return { spaced: ` ${words.join(' ')} `, content: words.filter(carriesMeaning) };
}

/** Lower case words in one spelling between single spaces, with one at each end: what phrases are looked for in. */
export function spaced(text: string): string {
  return ` ${accentedWords(text).join(' ')} `;
}

/** The same, with what stands between commas and brackets apart. */
export function parted(text: string): string {
  return text
    .split(/[,;:()](?=\s|$)|\s[–(]/u)
    .map(spaced)
    .join('¦');
}

/** Whether a phrase stands in words that `spaced` gave. */
export function holdsPhrase(words: string, phrase: string): boolean {
  return words.includes(` ${phrase} `);
}

/** Whether any of several phrases stands in words that `spaced` gave. */
export function holdsOne(words: string, among: readonly string[]): boolean {
  return among.some((phrase) => holdsPhrase(words, phrase));
}
