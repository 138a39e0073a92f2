import { fold } from '../text/normalise.ts';

/** Who is spoken to or speaks. */
const SOMEBODY =
  '(?:ad|add|admin|page|anh|chi|anh chi|co|thay|thay co|bac|em|minh|toi|tui|phu huynh|nha truong|phong|phong giao duc|phong gd|ban|cac ban|cac anh chi|moi nguoi|quy phong|quy co quan)';
const SPEAKER = '(?:em|minh|toi|tui|chi|anh|phu huynh|me|bo|nha em|nha minh)';

/**
 * Courtesies around a question, as patterns over folded words: greetings, asking to ask, thanks, and the wish for an
 * answer. Reviewed by hand; what else a message says is what it is about.
 */
const COURTESIES = [
  `(?:da )?(?:em |minh |toi |xin )?(?:kinh )?chao(?: ${SOMEBODY}){0,2}(?: a| nhe| oi)?`,
  `(?:da )?(?:${SOMEBODY} ){0,2}(?:oi |a )?(?:lam on )?cho ${SPEAKER} (?:hoi|xin hoi|biet)(?: ti| chut| la| voi| them)?`,
  `(?:${SOMEBODY} ){1,2}(?:oi |a )?(?:lam on )?cho (?:hoi|biet)`,
  `(?:xin|muon|can) (?:duoc )?(?:phep )?hoi`,
  `(?:nho |mong |xin |kinh mong )?(?:${SOMEBODY} ){0,2}(?:giai dap|tu van|tra loi|huong dan|chi|tu van|giup)(?: giup| gium| ho)(?: ${SPEAKER})?`,
  `(?:mong|cho|rat mong|hong)(?: som)?(?: nhan| duoc)*(?: ${SOMEBODY}){0,2} (?:tra loi|phan hoi|hoi am|giai dap)(?: som)?`,
  `(?:${SPEAKER} )?(?:xin )?(?:chan thanh )?cam on(?: ${SOMEBODY}){0,2}(?: nhieu| a| rat nhieu)*`,
  '(?:vay a|voi a|the a|duoc khong a)$',
] as const;
const COURTESY = new RegExp(`(?<= )(?:${COURTESIES.join('|')})(?= |$)`, 'gu');
/** Kinds of schools, after which their names stand. */
const SCHOOL = /(?<= )(?:tieu hoc|mam non|mau giao|thcs|thpt|trung hoc co so|trung hoc pho thong)(?= )/gu;
const LONGEST_NAME = 3;

/**
 * A question without courtesies and names of schools, which tell nothing of what it is about; the whole where nothing
 * else is left.
 * @param text as `readMessageText` gives it
 */
export function questionCore(text: string): string {
  const words = text.split(/[\s,.!?;:]+/u).filter((word) => word !== '');
  const folded = ` ${words.map((word) => fold(word)).join(' ')}`;
  const gone = new Set<number>();
  const markWords = (from: number, count: number) => {
    const first = folded.slice(0, from).split(' ').length - 1;
    for (let index = 0; index < count; index += 1) gone.add(first - 1 + index);
  };
  for (const found of folded.matchAll(COURTESY)) markWords(found.index, found[0].split(' ').length);
  for (const found of folded.matchAll(SCHOOL)) {
    const after = folded.slice(0, found.index + found[0].length).split(' ').length - 1;
    for (let index = after; index < after + LONGEST_NAME && isName(words[index]); index += 1) gone.add(index);
  }
  const kept = words.filter((_, index) => !gone.has(index));
  return kept.length === 0 ? words.join(' ') : kept.join(' ');
}

/** Capitalised, but no abbreviation. */
function isName(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}/u.test(word);
}
