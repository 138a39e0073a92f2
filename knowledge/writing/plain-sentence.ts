/** «Dạ không ạ, …», «Có, …»: answers a question before anything is said. */
const ANSWER_WORD =
  /^(?:(?:dạ|vâng)(?:,\s|\s))?(?:thưa [^,.]{2,20},\s)?(?:dạ\s)?(?:không|có|được|đúng|còn|phải|chưa)(?:\s(?:phải|được|có|thể|đâu|rồi|thế|vậy|cần|bị))*(?:\sạ)?\s?(?:[,.;:!–-]+\s*|$)/iu;
/** To whom a sentence speaks: «Dạ thưa anh/chị, …». */
const ADDRESSED =
  /^(?:dạ,?\s)?(?:(?:kính\s)?thưa\s)?(?:anh\/chị|anh chị|anh|chị|cô|chú|bác|ông|bà|em|con|bạn|quý vị|quý phụ huynh|các phụ huynh|phụ huynh)(?:\sạ)?,\s/iu;
/** «Theo Điều 4 Thông tư 16/2017/TT-BGDĐT, …»: where it stands is told below the answer. */
const NAMES_SOURCE =
  /^(?:dạ,?\s)?theo (?:(?:đúng )?(?:quy định|văn bản)|(?:điều lệ|quy chế|luật|nghị định|thông tư|nghị quyết|quyết định|công văn|kế hoạch)\s[^,:]{3,90}|[^,:]{0,40}(?:điều \d|khoản \d|luật|\d\/\d{4})[^,:]{0,60})(?:,\s(?:điều|khoản|điểm|mục) [^,:]{1,40})*[,:]\s/iu;
/** «Ngoài ra, …» joins a sentence to the one before it. */
const JOINS = /^(?:ngoài ra|bên cạnh đó|đồng thời|cụ thể|trong đó|tuy nhiên|riêng)(?:,\s|\s(?=còn\s|có\s|thì\s))/iu;
/** Courtesy at the end. */
const ENDS = /(?:\s(?:ạ|nhé|nha))+(?=[.!?]*$)/iu;

/**
 * A sentence without what a citizen is not to read of it: to whom it speaks, where it stands, and the «có» or «không»
 * with which it begins. Whether a question is to be answered with yes or no hangs on how it was asked, and no passage
 * vouches for it.
 */
export function shownSentence(written: string): string {
  const plain = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const rest = [ANSWER_WORD, ADDRESSED, NAMES_SOURCE].reduce((words, lead) => words.replace(lead, ''), plain);
  const said = rest.replace(/^dạ,?\s/iu, '').trim();
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** A shown sentence without the words that join it to others and those of courtesy: what the documents must say. */
export function statedWords(shown: string): string {
  return shown.replace(JOINS, '').replace(ENDS, '').trim();
}
