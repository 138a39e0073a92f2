import { phrases } from './policy/phrase.ts';

/**
 * What citizens write to call off what they wait for, in the language of `policy/phrase.ts`. A message must be nothing
 * else but such words and courtesies: «không cần nữa đâu» alone calls off, within a question it does not.
 */
export const CALLING_OFF = phrases(`
  không/ko/khỏi/hết/chẳng cần nữa
  không/ko cần/muốn gặp/hỏi/chờ nữa
  không/ko cần/muốn gặp cán bộ nữa
  không/ko cần cán bộ nữa
  không/ko cần cán bộ trả lời nữa; không/ko cần cán bộ hỗ trợ nữa; không/ko cần cán bộ gặp nữa
  không/ko cần hỗ trợ nữa; không/ko cần trả lời nữa; không/ko cần tư vấn nữa
  không/ko hỏi nữa
  khỏi cần
  hủy yêu cầu; hủy câu hỏi; hủy phiếu
  rút lại? yêu cầu; rút lại? câu hỏi
  bỏ yêu cầu
`);

/** Words that may stand around them. */
export const AROUND_CALLING_OFF = phrases(`
  thôi; dạ; vâng; ạ; nhé; nha; ơi; em; anh; chị; cháu; tôi; mình; cho; của; này; giúp; xin; cảm ơn; cám ơn; đâu; rồi;
  cán bộ; ad; admin; bạn; cô; thầy; các; được; với; ok; yêu cầu; câu hỏi; muốn; hãy; xong; biết; hiểu; có; câu trả lời
`);
