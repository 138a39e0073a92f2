/** «Dạ không ạ, …», «Có, …»: answers a question before anything is said. */
const ANSWER_WORD =
  /^(?:(?:dạ|vâng)(?:,\s|\s))?(?:thưa [^,.]{2,20},\s)?(?:dạ\s)?(?:không|có|được|đúng|còn|phải|chưa)(?:\s(?:phải|được|có|thể|đâu|rồi|thế|vậy|cần|bị))*(?:\sạ)?\s?(?:[,.;:!–-]+\s*|$)/iu;

/**
 * A sentence without the «có» or «không» with which it begins: whether a question is to be answered with yes or no
 * hangs on how it was asked, and no passage vouches for it. What follows says the same and is checked.
 */
export function withoutAnswerWord(sentence: string): string {
  const rest = sentence.replace(ANSWER_WORD, '').trim();
  return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1);
}
