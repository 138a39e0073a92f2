import { NUMBER } from './document-number.ts';

const KIND = '(?:Luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Chỉ thị|văn bản)';
const AFTER = new RegExp(
  String.raw`(?:thay thế|bãi bỏ|thay cho)(?:\s+cho)?(?:\s+toàn bộ)?\s+(?:các\s+)?${KIND}[^.;]*`,
  'giu',
);
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
    for (const match of text.matchAll(AFTER)) {
      const clause = match[0];
      const first = clause.search(NUMBER);
      if (first === -1 || PARTIAL.test(clause.slice(0, first))) continue;
      // Numbers in «được sửa đổi bởi Nghị định số …» belong to the replaced text's history.
      const upto = clause.search(/(?:được|đã)\s+(?:sửa đổi|bổ sung)/iu);
      for (const number of (upto === -1 ? clause : clause.slice(0, upto)).match(NUMBERS) ?? []) found.add(number);
    }
    for (const match of text.matchAll(ENDS)) {
      const number = match[1]?.match(NUMBER)?.[0];
      if (number !== undefined && !PARTIAL.test(text.slice(Math.max(0, (match.index ?? 0) - 40), match.index)))
        found.add(number);
    }
  }
  if (own !== null) found.delete(own);
  return [...found];
}
