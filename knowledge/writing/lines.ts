import { BINDING, isNumber, isParted, JOINING, type MarkedWord, markedWords, wordSet } from './marked-words.ts';
import { listKey, type PassageStatement } from './passage-statements.ts';

/** A word of a line, and of which item it is, from 0; `HEAD` of what leads up to the items. */
export interface LineWord extends MarkedWord {
  readonly item: number;
}

export const HEAD = -1;

/** What leads up to a list, then its items; or the clauses of a sentence; in their order. */
export interface Line {
  readonly words: readonly LineWord[];
  /** So many items a quotation behind what leads up to them must hold: all where that names all there is. */
  readonly mustHold: number;
  /** Where each word stands. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** Whether a quotation may go on with a word behind another than the one before it: with an earlier phrase. */
  readonly begins: readonly boolean[];
  /** Whether it may begin with one, which it may behind a label too. */
  readonly starts: readonly boolean[];
  /** Whether it may stop behind a word. */
  readonly ends: readonly boolean[];
}

/** Begin a phrase that may be said at another place, and some of them one that may be left out. */
const OPENERS = wordSet(
  'và hoặc nhưng thì khi nếu do để theo đối với trường hợp trong tại từ bằng cho với trước sau mà gồm bao gồm trên dưới qua nhằm kể',
);

/** The line of each statement; statements of one list or sentence stand on one. */
export function linesOf(statements: readonly PassageStatement[]): ReadonlyMap<PassageStatement, Line> {
  const groups = new Map<string, PassageStatement[]>();
  for (const one of statements) {
    const key = listKey(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const lines = new Map<PassageStatement, Line>();
  for (const group of groups.values()) {
    const [{ head }] = group as [PassageStatement];
    const leading = markedWords(head).map((one) => ({ ...one, item: HEAD }));
    const items = [...new Set(group.map(({ whole }) => whole.slice(head.length)))].join(';\n');
    const inOrder = inItems(markedWords(items));
    const count = 1 + Math.max(HEAD, ...inOrder.map(({ item }) => item));
    const all = group.some(({ isOfOpenList }) => isOfOpenList) ? Number.POSITIVE_INFINITY : count;
    const line = lineOf([...leading, ...inOrder], namesAll(head) ? all : 0);
    for (const one of group) lines.set(one, line);
  }
  return lines;
}

/** Clauses between semicolons and full stops are items of their own. */
function inItems(words: readonly MarkedWord[]): readonly LineWord[] {
  let item = HEAD;
  return words.map((one) => {
    if (one.mark === ';') item += 1;
    return { ...one, item };
  });
}

/** Says that what follows is all there is: «Hồ sơ gồm», «đáp ứng đủ các điều kiện». */
const NAMES_ALL =
  /(?<!\p{L})(?:gồm|hồ sơ|thành phần|điều kiện|yêu cầu|tiêu chuẩn|một trong [^:]*|(?:các|những|theo) (?:trường hợp|hình thức|bước|nội dung|đối tượng))(?:\s(?:có|là|sau|như sau|sau đây|cơ bản))*\s*:\s*$/iu;

/** Whether what leads up to a list says that nothing else belongs to it. */
export function namesAll(head: string): boolean {
  return NAMES_ALL.test(head);
}

function lineOf(words: readonly LineWord[], mustHold: number): Line {
  const at = new Map<string, number[]>();
  words.forEach(({ word }, index) => {
    const known = at.get(word);
    if (known === undefined) at.set(word, [index]);
    else known.push(index);
  });
  const begins: boolean[] = [];
  words.forEach((one, index) => {
    const before = words[index - 1];
    const isFirst = before === undefined || before.item !== one.item;
    // Words of grammar that lead a phrase in may be left out; a label stands with what it labels.
    const isLedIn = before !== undefined && begins[index - 1] === true && JOINING.has(before.word) && one.mark === '';
    const isBound = before !== undefined && BINDING.has(before.word) && one.mark === '';
    begins.push(isFirst || isLedIn || (!isBound && one.mark !== ':' && (isParted(one) || OPENERS.has(one.word))));
  });
  const starts = words.map(({ mark }, index) => begins[index] === true || mark === ':');
  return { words, mustHold, at, begins, starts, ends: words.map((_, index) => mayEnd(words, index)) };
}

function mayEnd(words: readonly LineWord[], index: number): boolean {
  const { word, item } = words[index] as LineWord;
  const next = words[index + 1];
  if (next === undefined || next.item !== item) return true;
  if (next.mark === ':' || next.mark === '/' || BINDING.has(word)) return false;
  return isNumber(word) ? next.mark === ',' || next.mark === ';' : isParted(next) || OPENERS.has(next.word);
}
