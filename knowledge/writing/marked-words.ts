import { oneSpelling } from '../text/spelling.ts';

/** What stands before a word; of several signs that which parts most. */
export type Mark = '' | '/' | '(' | ',' | ':' | ';';

/** A word of a text, and the mark before it. */
export interface MarkedWord {
  readonly word: string;
  readonly mark: Mark;
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+(?:[.,/-]\p{N}+)*|[,;:.()\n–+|%/≥≤<>=±]/gu;
/** «các bước sau đây:» */
const AS_FOLLOWS = /\s(?:như )?sau(?: đây)?(?=\s*:)/giu;
/** «24 (hai mươi bốn)» */
const IN_WORDS =
  /\((?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|lăm|trăm|nghìn|triệu|linh|lẻ|phần|không)\s?)+\)/giu;
/** «năm» is a year more often than five. */
const VALUES: Readonly<Record<string, string>> = {
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};
/** Names that are parted by no «và» and have one short form. */
const SHORT: readonly (readonly [long: RegExp, short: string])[] = [
  [/giáo dục và đào tạo|gd&đt|gd-đt/gu, 'gdđt'],
  [/ủy ban nhân dân/gu, 'ubnd'],
  [/hội đồng nhân dân/gu, 'hđnd'],
  [/trung học cơ sở/gu, 'thcs'],
  [/trung học phổ thông/gu, 'thpt'],
];
const THOUSANDS: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9 };
const DECIMAL = /^\d+(?:,\d+)?$/u;
const GROUPED = /^\d{1,3}(?:\.\d{3})+$/u;
const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/**
 * The words of a text in lower case and one spelling. Numbers are in one writing («35.000» as «35 nghìn», «02» as
 * «hai»), days too («01/7/2026» as «1 tháng 7 năm 2026»); «có thể» and the like, and
 * names of offices and levels, are one word.
 */
export function markedWords(text: string): readonly MarkedWord[] {
  const words: MarkedWord[] = [];
  let mark: Mark = ';';
  const put = (word: string) => {
    words.push({ word, mark });
    mark = '';
  };
  const plain = text.normalize('NFC').replace(IN_WORDS, ' ').replace(AS_FOLLOWS, '').toLowerCase();
  const short = SHORT.reduce((words, [long, name]) => words.replace(long, name), oneSpelling(plain));
  for (const token of short.match(TOKEN) ?? []) {
    const behind = markBehind(mark, token);
    if (behind !== null) {
      mark = behind;
      continue;
    }
    const joined = mark === ';' ? null : joinedTo(words.at(-1), mark, token);
    if (joined === null) for (const word of writtenOut(token)) put(word);
    else words[words.length - 1] = joined;
  }
  return words;
}

/** The mark before the next word, where a token is a sign; `null` where it is a word. */
function markBehind(mark: Mark, token: string): Mark | null {
  if (/^[\p{L}\p{N}%≥≤<>=±]/u.test(token)) return null;
  if (/[;.\n]/u.test(token) || mark === ';') return ';';
  if (token === ':' || mark === ':') return ':';
  if (mark !== '') return mark;
  return token === '/' || token === '(' ? token : ',';
}

/** A word together with what stands right behind it: «35 | nghìn», «có | thể». */
function joinedTo(last: MarkedWord | undefined, mark: Mark, token: string): MarkedWord | null {
  if (last === undefined || mark !== '') return null;
  if (PAIRS.has(`${last.word} ${token}`)) return { ...last, word: `${last.word}_${token}` };
  const thousands = THOUSANDS[token];
  if (thousands === undefined || !DECIMAL.test(last.word)) return null;
  return { ...last, word: `${Number(last.word.replace(',', '.')) * thousands}` };
}

/** Two syllables that are one word of grammar: «trường hợp» is no school. */
const PAIRS: ReadonlySet<string> = new Set(
  'có thể/trường hợp/đối với/đối tượng/nội dung/hình thức/cụ thể/bao gồm'.split('/'),
);

/** The words of a list, each once. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(markedWords(words).map(({ word }) => word));
}

function writtenOut(token: string): readonly string[] {
  if (/^\p{L}/u.test(token)) return [VALUES[token] ?? token];
  const [, day, month, year] = DAY.exec(token) ?? [];
  if (day !== undefined) return [`${Number(day)}`, 'tháng', `${Number(month)}`, 'năm', `${year}`];
  return [GROUPED.test(token) ? token.replaceAll('.', '') : token.replace(/^0+(?=\d)/u, '')];
}

export function isNumber(word: string): boolean {
  return /^\d/u.test(word);
}

/** Whether a mark parts a word from the one before it; «/» does not. */
export function isParted({ mark }: MarkedWord): boolean {
  return mark !== '' && mark !== '/';
}

/** Words of grammar that may be left out between others, and say nothing of their own. */
export const LINKS = wordSet(
  'là thì gồm bao gồm có được bị các những của này đó cũng còn ạ dạ đối với cụ thể như việc mức về tại ở số theo khi trong thuộc diện đối tượng trường hợp nội dung hình thức',
);
/** Those of them that may be put between others too. */
export const JOINING = wordSet('là thì gồm bao gồm các những của này đó cũng còn việc mức về ạ dạ');
/** The same between the columns of a row: «Đối với khối 10, Trường X có mức thu …». */
export const ROW_JOINING: ReadonlySet<string> = new Set([...JOINING, ...wordSet('có đối với ở tại')]);

/** Turn round or bound what stands behind them: never parted from it. */
export const BINDING = wordSet(
  'không chưa chẳng chỉ trừ phải cấm có thể tối thiểu tối đa ít nhất quá dưới trên ngoài đồng thời',
);
