import { accentedWords } from '../text/tokens.ts';

/** Words of grammar and address, which state nothing, and number words; in one spelling, with diacritics. Reviewed by hand. */
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

/** Words that carry meaning, in one spelling, with diacritics; figures are compared apart. */
export function contentWords(text: string): readonly string[] {
  return accentedWords(text).filter(carriesMeaning);
}

function carriesMeaning(word: string): boolean {
  return !GRAMMAR.has(word) && !/^\d/u.test(word);
}

/** Lower case words in one spelling between single spaces, with one at each end: what phrases are looked for in. */
export function spaced(text: string): string {
  return ` ${accentedWords(text).join(' ')} `;
}

/** Whether a phrase stands in words that `spaced` gave. */
export function holdsPhrase(words: string, phrase: string): boolean {
  return words.includes(` ${phrase} `);
}
