import { HEAD, type Line, type LineWord } from './lines.ts';
import {
  BINDING,
  isNumber,
  isParted,
  JOINING,
  LINKS,
  type MarkedWord,
  markedWords,
  ROW_JOINING,
  wordSet,
} from './marked-words.ts';
import type { SourceFacts, SourceStatement } from './source-facts.ts';
import { tellingOf } from './source-facts.ts';

/** Open a phrase that says when, where or for whom something holds: never left out. */
const NARROWING = wordSet(
  'nếu khi trừ trường hợp đối với cho với riêng do bằng qua trong tại ở vào từ trước sau hằng hàng chậm muộn ngoài trên dưới kể mà',
);
/** Behind «theo» it names where a rule stands; anything else says how, and narrows. */
const RULES = wordSet('quy pháp luật nghị thông quyết điều khoản điểm');
/** Deny what stands behind them, however far it reaches. */
const DENYING = wordSet('không chưa chẳng cấm nghiêm trừ chỉ khuyến');
/** Statements that are tried, nearest first. */
const MOST_TRIED = 6;

/**
 * The statement that a sentence quotes; `null` where it quotes none. A quotation says the words of a statement in their
 * order, joined by words of grammar. It may leave out phrases that a mark or a word like «theo» opens, and once say one
 * earlier, but leave out none that deny or say when, where or for whom; it may leave out items of a list that does not
 * name all there is. A row of a table says one thing in any order. Whatever else a sentence adds to a statement,
 * exchanges in it or leaves out makes it no quotation.
 */
export function quotedStatement(sentence: string, { number, statements }: SourceFacts): SourceStatement | null {
  // «Thông tư 21/2025/TT-BGDĐT» calls itself «Thông tư này».
  const plain = number === null ? sentence : sentence.replaceAll(number, ' này');
  const said = markedWords(plain);
  if (said.length === 0) return null;
  const { telling } = tellingOf(plain);
  const nearest = statements
    .map((one) => ({ one, held: [...telling].filter((word) => one.telling.has(word)).length }))
    .sort((a, b) => b.held - a.held)
    .slice(0, MOST_TRIED);
  const found = nearest.find(({ one }) =>
    one.isRow ? isOfRow(said, one.line) && tellsWhichRow(said, one, statements) : follows(said, one.line),
  );
  return found?.one ?? null;
}

/** The first word behind another that is none of grammar. */
function behind(words: readonly MarkedWord[], index: number): string {
  return words.slice(index + 1).find(({ word }) => !LINKS.has(word))?.word ?? '';
}

/** Whether a row of a table holds all words of a sentence; what binds or counts something stands with it in both. */
function isOfRow(said: readonly MarkedWord[], line: Line): boolean {
  const { words } = line;
  const isHeld = (one: MarkedWord, index: number) => {
    if (ROW_JOINING.has(one.word)) return true;
    const places = placesOf(one, line);
    const isTied = BINDING.has(one.word) || isNumber(one.word);
    const next = behind(said, index);
    return places.length > 0 && (!isTied || next === '' || places.some((place) => behind(words, place) === next));
  };
  const isSaid = (word: string) => said.some((one) => one.word === word);
  return (
    !saysOftener(said, line) &&
    said.every(isHeld) &&
    // «đồng/học sinh/tháng» goes with its sum as a whole.
    (!said.some(({ word }) => isNumber(word)) || words.every(({ word, mark }) => mark !== '/' || isSaid(word))) &&
    words.every(({ word }, index) => !BINDING.has(word) || isSaid(word) || !isSaid(behind(words, index)))
  );
}

/** Where a word stands in a line; «/ngày» is no «ngày». */
function placesOf({ word, mark }: MarkedWord, { words, at }: Line): readonly number[] {
  return (at.get(word) ?? []).filter((index) => mark !== '/' || words[index]?.mark === '/');
}

/** What a row gives to what it is about. */
const VALUE_OF: ReadonlySet<string> = new Set(['đồng', '%', 'tiết', 'điểm', 'kg']);
/** What a number counts or measures, and does not name. */
const MEASURED: ReadonlySet<string> = new Set([
  ...VALUE_OF,
  ...'ngày/tháng/tuần/năm/giờ/phút/buổi/lần/lớp/suất/người'.split('/'),
]);

/** Whether a sentence holds a whole row, or tells it from every other that gives another value. */
function tellsWhichRow(
  said: readonly MarkedWord[],
  row: SourceStatement,
  statements: readonly SourceStatement[],
): boolean {
  const values = said.filter((one, index) => isNumber(one.word) && VALUE_OF.has(said[index + 1]?.word ?? ''));
  const isValue = (word: string) => values.some((one) => one.word === word);
  const told = new Set(said.flatMap(({ word }) => (row.telling.has(word) ? [word] : [])));
  if (told.size === row.telling.size) return true;
  return statements.every((other) => {
    const lacks = [...told].filter((word) => !other.line.at.has(word));
    return !other.isRow || other === row || lacks.length === 0 || lacks.some((word) => !isValue(word));
  });
}

/** How a sentence came to a word of a line. */
interface Way {
  /** Where it was when it went back to an earlier phrase, and where what it had said begins; `null` where it did not. */
  readonly back: { readonly reached: number; readonly begun: number } | null;
  /** Whether it went on from one item to another. */
  readonly crossed: boolean;
  /** The first word of the line that was said. */
  readonly first: number;
  /** Of how many items it said something. */
  readonly items: number;
}

const START = -1;
const NO_WAY: Way = { back: null, crossed: false, first: Number.POSITIVE_INFINITY, items: 0 };
/** How a word may be said behind another: further on, in another item, or in an earlier phrase. */
type Step = 'on' | 'across' | 'back';

/** Whether a sentence can be read along a line: by each of its words, all places of the line where it may be. */
function follows(said: readonly MarkedWord[], line: Line): boolean {
  if (saysOftener(said, line)) return false;
  let ways = new Map<number, Way>([[START, NO_WAY]]);
  said.forEach((one, order) => {
    const before = said[order - 1];
    const isApart = isParted(one) || before?.word === 'và' || before?.word === 'hoặc';
    ways = next(ways, one, isApart, line);
  });
  return [...ways].some(([last, way]) => isWhole(line, last, way));
}

/** Whether a word is said more often than it stands in a line. */
function saysOftener(said: readonly MarkedWord[], { at }: Line): boolean {
  const times = new Map<string, number>();
  for (const one of said) if (!isJoint(one)) times.set(one.word, (times.get(one.word) ?? 0) + 1);
  return [...times].some(([word, count]) => count > (at.get(word)?.length ?? 0));
}

function next(ways: ReadonlyMap<number, Way>, one: MarkedWord, isApart: boolean, line: Line): Map<number, Way> {
  const { words, starts, ends } = line;
  const found = new Map<number, Way>();
  const put = (index: number, way: Way) => {
    const known = found.get(index);
    const isBetter =
      known === undefined || (known.back !== null && way.back === null) || (known.crossed && !way.crossed);
    if (isBetter) found.set(index, way);
  };
  const places = placesOf(one, line);
  for (const [last, way] of ways) {
    // «A, B» may be said as «A và B», «A hoặc B» may not.
    const isAnd = one.word === 'và' && ends[last] === true && words[last + 1]?.word !== 'hoặc';
    if (JOINING.has(one.word) || isAnd) put(last, way);
    for (const index of places) {
      const step = last === START ? (starts[index] === true ? 'on' : null) : stepTo(line, last, index, isApart);
      if (step === null || (step === 'back' && way.back !== null)) continue;
      const { item = HEAD } = words[index] ?? {};
      const isFurther = item !== HEAD && item !== words[last]?.item;
      put(index, {
        back: step === 'back' ? { reached: last, begun: way.first } : way.back,
        crossed: way.crossed || step === 'across',
        first: Math.min(way.first, index),
        items: way.items + (isFurther ? 1 : 0),
      });
    }
  }
  return found;
}

/** How one word of a line may be said behind another; `null` where it may not. */
function stepTo({ words, begins, ends }: Line, last: number, index: number, isApart: boolean): Step | null {
  if (index === last + 1) return 'on';
  const [from, to] = [words[last], words[index]];
  if (from === undefined || to === undefined) return null;
  const mayCut = ends[last] === true && begins[index] === true;
  if (index <= last) return index < last && to.item === from.item && mayCut ? 'back' : null;
  if (to.item !== from.item) {
    if (!isFirst(words, index)) return null;
    if (from.item === HEAD) {
      const left = words.slice(last + 1).filter(({ item }) => item === HEAD);
      return left.every(isJoint) ? 'on' : null;
    }
    return mayCut && isApart ? 'across' : null;
  }
  const skipped = words.slice(last + 1, index);
  if (to.mark !== ':' && skipped.every((one) => isJoint(one) && one.mark !== ':')) return 'on';
  const isKept = narrows(skipped) || denies(skipped) || tellsOfOther(skipped, to) || isNeeded(words, last, skipped);
  return mayCut && goesOn(words, index) && !isKept ? 'on' : null;
}

/** Whether a word goes on behind a phrase that was left out: behind a mark, or with «và», «thì» and the like. */
function goesOn(words: readonly LineWord[], index: number): boolean {
  const one = words[index];
  if (one === undefined) return false;
  return (
    isParted(one) ||
    CONJUNCTIONS.has(one.word) ||
    (JOINING.has(words[index - 1]?.word ?? '') && goesOn(words, index - 1))
  );
}

const CONJUNCTIONS = wordSet('và hoặc nhưng thì');

/** Name all there is, a limit for all of it, or what is denied of all of it. */
const COMPRISES = wordSet('gồm bao gồm quá chỉ tối đa tối thiểu ít nhất tổng đều cả không chưa cấm');
/** What stands behind them holds only together. */
const TOGETHER: ReadonlySet<string> = new Set([...COMPRISES, ...wordSet('nếu khi trường hợp phải đủ cần')]);

/** Whether what is left out behind a word is needed with it: «gồm A, (B) và C», «khi A đồng ý (và B đồng ý)». */
function isNeeded(words: readonly LineWord[], last: number, skipped: readonly LineWord[]): boolean {
  const [first] = skipped;
  const cues = first?.word === 'và' ? TOGETHER : first?.mark === ',' || first?.word === 'hoặc' ? COMPRISES : null;
  if (first === undefined || cues === null) return false;
  return inItem(words, last + 1, first.item).some(({ word }) => cues.has(word));
}

/** Say of somebody or something what they do, are or get. */
const PREDICATES = wordSet('được phải bị là thì có có thể không chưa do quyết');

/**
 * Whether what is left out says something of somebody else, so that what follows could be theirs: «(A) do X quyết định,
 * B | do Y quyết định», «(A khen thưởng X), B được kỷ luật Y, | khen thưởng Z», «(khối 6), khối 7 28 tiết, | khối 8 30 tiết».
 */
function tellsOfOther(skipped: readonly LineWord[], next: LineWord): boolean {
  const [first] = skipped;
  if (first?.word === next.word && !isJoint(next)) return true;
  if (skipped.some((one, index) => isNumber(one.word) && MEASURED.has(skipped[index + 1]?.word ?? ''))) return true;
  let sinceMark = 0;
  return skipped.some((one) => {
    sinceMark = isParted(one) ? 0 : sinceMark + 1;
    return sinceMark > 0 && PREDICATES.has(one.word) && skipped.some(isParted);
  });
}

function isJoint({ word }: MarkedWord): boolean {
  return LINKS.has(word) || word === 'và';
}

/** Whether a word is the first of its item but for words of grammar. */
function isFirst(words: readonly LineWord[], index: number): boolean {
  return inItem(words, index, words[index]?.item).every(({ word }) => LINKS.has(word));
}

/** The words of an item right before an index. */
function inItem(words: readonly LineWord[], end: number, item: number | undefined): readonly LineWord[] {
  const before = words.slice(0, end);
  return before.slice(before.findLastIndex((one) => one.item !== item) + 1);
}

/** Whether words that are left out say when, where or for whom something holds. */
function narrows(skipped: readonly MarkedWord[]): boolean {
  return skipped.some((one, index) => {
    const isHow = one.word === 'theo' && !RULES.has(skipped[index + 1]?.word ?? '');
    // What stands before «thì» is told as a condition, and never as a fact.
    return one.word === 'thì' || ((isHow || NARROWING.has(one.word)) && (index === 0 || isParted(one)));
  });
}

function denies(skipped: readonly MarkedWord[]): boolean {
  return skipped.some(({ word }) => DENYING.has(word));
}

/** Whether a sentence may end at a word, with what it left out at the beginning and at the end of an item. */
function isWhole({ words, ends, mustHold }: Line, last: number, { back, crossed, first, items }: Way): boolean {
  const beginsWithHead = words[first]?.item === HEAD;
  if (beginsWithHead && items < mustHold) return false;
  // An earlier phrase that is said later stands right before what was said first.
  if (back !== null && !words.slice(last + 1, back.begun).every(isJoint)) return false;
  const end = Math.max(last, back?.reached ?? last);
  const around = (index: number, isLeftOut: (other: number) => boolean) =>
    words.filter((one, other) => one.item === words[index]?.item && isLeftOut(other));
  const before = around(first, (other) => other < first);
  const rest = around(end, (other) => other > end);
  // What leads up to a list says it of all items: nothing may be said of one without it.
  const head = beginsWithHead ? [] : words.filter((one) => one.item === HEAD);
  const isCutShort = rest.length > 0 && (crossed || ends[end] !== true || isNeeded(words, end, rest));
  return ends[last] === true && !isCutShort && ![before, rest, head].some(narrows) && !denies([...before, ...head]);
}
