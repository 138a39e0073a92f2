import { CONDITIONS } from './cue-words.ts';
import { type Figure, readFigures } from './figures.ts';
import { contentWords, spaced } from './plain-words.ts';

/** What a statement holds under: «nếu …», «trừ …», «đối với …», «… thì». */
export interface Condition {
  readonly words: readonly string[];
  /** The same, one by one where each of them is enough: «ở thôn, xã …, hải đảo». */
  readonly choices: readonly (readonly string[])[];
  /** The words with which it denies something, where it begins so: whoever says these names it in short. */
  readonly first: string | null;
  /** Whether it tells what is left out: «trừ …». */
  readonly isException: boolean;
  /** What it names by a number: «đối với lớp 4». */
  readonly labels: readonly Figure[];
  /** The words of what holds under it. */
  readonly main: readonly string[];
}

const MARK = /,(?=\s)|\svà(?=\s)/u;
/** A condition before its statement reaches to the first comma. */
const LEADING =
  /^\W*(?:\p{L}\)\s*|\d+\.\s*)?(?:[Nn]ếu|[Tt]rường hợp|[Đđ]ối với|Khi|[Tt]rong trường hợp|[Ởở] (?:địa bàn|nơi|vùng))\s([^,:]*)[,:]\s(.*)$/u;
/** What stands before «thì» is a condition, whatever it begins with. */
const BEFORE_THEN = /^(?:.*[\s(](?:nếu|khi|trường hợp|đối với)\s)?(.*?)\sthì\s(.*)$/iu;
/** Places, of which any is enough, before what holds there. */
const PLACES =
  /(?<![\p{L}\p{M}])ở (?=(?:thôn|xã|vùng|nơi|địa bàn|khu vực)(?!\p{L}))((?:(?!\s(?:được|phải|không|có thể|thì)\s)[^;.:()–])*)(?=\s(?:được|phải|không|có thể|thì)\s)/gu;
/** «nếu có nguyện vọng và được nơi chuyển đến tiếp nhận»: both are needed. */
const LAST_CONDITION = /(?<!\p{L})(?:nếu|khi|với điều kiện)\s[^,;.:()]*$/iu;
const GOES_ON = /^\s*(?:được|có|không|đã|chưa|đủ|đạt)\s/iu;
const OR_WHEN = /\shoặc\s(?=(?:trong|khi|nếu|trường hợp|tại|ở)\s)/u;
const CHOICE = /,\s|\/|\shoặc\s/u;
/** A condition of one word is none, and what holds under it is more. */
const LEAST_WORDS = 2;

/** The conditions of a statement. */
export function conditionsOf(statement: string): readonly Condition[] {
  const [, before, then] = BEFORE_THEN.exec(statement) ?? LEADING.exec(statement) ?? [];
  if (before !== undefined && then !== undefined)
    return worthwhile([condition(before, contentWords(then)), ...within(then)]);
  return worthwhile(within(statement));
}

/** What a law says elsewhere narrows nothing here, nor does «đối với mỗi …». */
const NO_CONDITION =
  /(?:theo|đúng) quy định(?: (?:của|tại) (?:(?!\s(?:nhưng|mà|thì|nếu|khi)\s)[^,;.])*)?|(?:được )?quy định tại (?:văn bản quy phạm pháp luật|(?:nghị định|thông tư|luật|quy chế|nghị quyết|quy định) )(?: ?(?:này|khác))?|(?:được )?quy định tại (?:điểm \p{L} )?khoản này|(?<=thuộc )đối tượng áp dụng(?: của)?|(?:(?:thuộc|vi phạm) )?(?:một trong )?(?:các|những|hoạt) [^,;:.]{2,40} sau(?: đây)?\s*$/giu;
const EACH = /^\s*(?:mỗi|từng)\s/iu;

/** «không đồng ý kéo dài …» */
const DENIED = /^ ((?:không|chưa) \S+ \S+) /u;

function condition(written: string, main: readonly string[], cue = ''): Condition {
  const words = EACH.test(written) ? '' : written.replace(NO_CONDITION, ' ');
  const isException = cue.startsWith('trừ');
  // «đủ điều kiện …, nhưng không dự thi hoặc thi không đạt»: what stands behind «nhưng» may be one or the other.
  const [, alternatives = words] = words.split(/\snhưng\s/iu);
  const choices = alternatives
    .split(CHOICE)
    .map(contentWords)
    .filter((choice) => choice.length > 0);
  return {
    words: contentWords(words),
    choices,
    first: DENIED.exec(spaced(words))?.[1] ?? null,
    isException,
    labels: readFigures(words).filter(({ kind }) => kind === 'reference'),
    main,
  };
}

/** Conditions that stand behind what holds under them. */
function within(statement: string): readonly Condition[] {
  const places = [...statement.matchAll(PLACES)].map(([all, words = '']) =>
    condition(words, contentWords(statement.replace(all, ' '))),
  );
  return [...places, ...behind(statement)];
}

function behind(statement: string): readonly Condition[] {
  if (statement.search(CONDITIONS) < 0) return [];
  // «trong trường hợp … hoặc trong giai đoạn …»: each is enough.
  const others = statement.split(OR_WHEN).slice(1).map(contentWords);
  const pieces = statement.split(MARK);
  let listed = 0;
  return pieces.flatMap((piece, index) => {
    // One of a list tells of whom, and under what nothing more.
    if (index < listed) return [];
    // «… hoặc trường hợp …» is another case, and narrows nothing.
    const found = [...piece.matchAll(CONDITIONS)]
      .filter(({ index: at }) => !/\shoặc\s*$/iu.test(piece.slice(0, at)))
      .map((one) => extentOf(one, piece));
    const rest = contentWords(found.reduce((words, { written }) => words.replace(written, ' '), piece));
    const next = pieces[index + 1] ?? '';
    const isEnded = LAST_CONDITION.test(piece) && statement.includes(`${piece} và${next}`) && GOES_ON.test(next);
    const also = isEnded ? [condition(next, rest)] : [];
    const inPiece = found.map(({ cue, words }) => {
      const one = condition(words, rest, cue);
      const members = membersBehind(words, pieces.slice(index + 1));
      if (members.length > 0) listed = index + 1 + members.length;
      return { ...one, choices: [...one.choices, ...others, ...members] };
    });
    return [...also, ...inPiece];
  });
}

interface Extent {
  readonly cue: string;
  readonly words: string;
  /** Cue and words, as they stand. */
  readonly written: string;
}

/** Says of whom something holds, in the middle of what it holds of. */
const OF_WHOM = /^đối với$/iu;
const PREDICATE = /\s(?:được|phải|thì)\s/iu;

/** How far a condition reaches: «Quyết định … đối với nhà giáo | được gửi …» ends where the statement goes on. */
function extentOf({ 0: written, 1: words = '', index }: RegExpExecArray, piece: string): Extent {
  const cue = written
    .slice(0, written.length - words.length)
    .trim()
    .toLowerCase();
  const before = piece.slice(0, index);
  const end =
    OF_WHOM.test(cue) && /\p{L}/u.test(before) && !PREDICATE.test(` ${before}`) ? words.search(PREDICATE) : -1;
  return end < 0
    ? { cue, words, written }
    : { cue, words: words.slice(0, end), written: written.slice(0, written.length - words.length + end) };
}

/** «đối với những học sinh …, những học sinh … và những học sinh …»: those who are named after the first. */
function membersBehind(first: string, pieces: readonly string[]): readonly (readonly string[])[] {
  const [head = '', ...more] = first.trim().split(/\s/u).slice(0, HEAD_WORDS);
  const begins = [head, ...more].join(' ');
  const end = pieces.findIndex((piece) => more.length === 0 || !piece.trim().startsWith(begins));
  return pieces.slice(0, end < 0 ? pieces.length : end).map(contentWords);
}

/** Members of one list begin alike. */
const HEAD_WORDS = 3;

function worthwhile(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(
    ({ words, labels, main }) => (words.length >= LEAST_WORDS || labels.length > 0) && main.length >= LEAST_WORDS,
  );
}
