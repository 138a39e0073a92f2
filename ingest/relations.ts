import { NUMBER } from './document-number.ts';

const KIND = '(?:Luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Chỉ thị|văn bản)';
const VERB = /thay thế|thay cho|bãi bỏ|hủy bỏ/giu;
const OBJECT = new RegExp(String.raw`^(?:\s+cho)?(?:\s+toàn bộ)?\s+(?:các\s+)?${KIND}[^.;]*`, 'iu');
const ENDS = new RegExp(
  String.raw`${KIND}(?:\s+\p{L}+){0,4}?\s+số\s+(\S+)[^.;]*?\s(?:hết hiệu lực|không còn hiệu lực|chấm dứt hiệu lực)`,
  'giu',
);
/** Only a part is replaced: an article, some articles, a phrase. */
const PARTIAL = /(?:điều|khoản|điểm|một số|cụm từ|phụ lục|mẫu số)\s/iu;
const NUMBERS = new RegExp(NUMBER.source, 'gu');

/**
 * Numbers of documents that this one says it replaces or ends as a whole. Parts («bãi bỏ Điều 3 của …») are left out.
 * @param own this document's number, never among the replaced
 */
export function findReplaced(texts: readonly string[], own: string | null): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    // Each verb rules the words up to the next one: «thay thế A và bãi bỏ Điều 3 của B» replaces A only.
    const verbs = [...text.matchAll(VERB)];
    verbs.forEach((verb, index) => {
      const clause = text.slice(verb.index + verb[0].length, verbs[index + 1]?.index).match(OBJECT)?.[0] ?? '';
      for (const number of wholeNumbers(clause)) found.add(number);
    });
    for (const match of text.matchAll(ENDS)) {
      const number = match[1]?.match(NUMBER)?.[0];
      if (number !== undefined && !PARTIAL.test(text.slice(Math.max(0, (match.index ?? 0) - 40), match.index)))
        found.add(number);
    }
  }
  if (own !== null) found.delete(own);
  return [...found];
}

/** Numbers of a clause's objects; what follows a partial object or tells the history of one is left out. */
function wholeNumbers(clause: string): readonly string[] {
  const end = clause.search(/(?:được|đã)\s+(?:sửa đổi|bổ sung)|(?:điều|khoản|điểm|một số|cụm từ|phụ lục|mẫu số)\s/iu);
  return (end === -1 ? clause : clause.slice(0, end)).match(NUMBERS) ?? [];
}
