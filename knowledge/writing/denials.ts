import { DENIALS, NO_DENIALS } from './cue-words.ts';
import { contentWords, holdsPhrase, spaced } from './plain-words.ts';

/** Words that deny or forbid something. */
export interface Denial {
  readonly cue: string;
  /** The words behind it that carry meaning, nearest first; empty at the end of a text. */
  readonly denied: readonly string[];
  /** All of its statement behind it that carry meaning. */
  readonly rest: readonly string[];
  /** Whether words above the statement deny it. */
  readonly isFromAbove: boolean;
}

/** So many words behind a denial are what it may be about; the first of them are what it is about. */
const REACH = 4;
const NEAREST = 2;
/** Fewer words tell nothing. */
const LEAST_TELLING = 1;
/** Share of the telling words that are said. */
const NEARLY_ALL = 0.75;
/** «không được lưu ban quá 03 lần» says how far a figure goes, «0 (không)» says one again. */
const NUMBERS =
  / không(?: được| thể)?(?: \p{L}+){1,4} (?=(?:quá|dưới|vượt) (?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))| 0 không(?= )(?! (?:được|phải|có|thể|cho|xét) )/gu;
/** What is denied may not stand behind so many other words, nor behind these. */
const WINDOW = 9;
const NEXT_STATEMENT = / (?:và|nhưng|còn|thì|mà) /u;

/** The denials of words that `spaced` gave, in their order. */
export function denialsIn(words: string): readonly Denial[] {
  if (!DENIALS.some((cue) => holdsPhrase(words, cue))) return [];
  const plain = NO_DENIALS.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words).replace(
    NUMBERS,
    ' ¦ ',
  );
  return DENIALS.flatMap((cue) =>
    (cue === 'cấm' ? plain.replaceAll(' nghiêm cấm ', ' ¦ ') : plain)
      .split(` ${cue} `)
      .slice(1)
      .map((rest) => ({
        cue,
        denied: tellingOf(rest),
        rest: contentWords(rest.split(NEXT_STATEMENT)[0] ?? ''),
        isFromAbove: false,
      })),
  );
}

/** Verbs that say no more than the noun behind them: «không triển khai thực hiện các khoản thu» is «không thu». */
const LIGHT = /(?<= )(?:triển khai|thực hiện|tiến hành|tổ chức|áp dụng) /gu;

/** A lead of what is forbidden itself, and not of what something forbidden is for. */
const FORBIDS = / (?:nghiêm cấm|bị cấm) | không được (?:làm |phép )?$/u;

/** What an item of a list is denied by the words that lead up to it: «Các hành vi bị nghiêm cấm: …». */
export function forbiddenBy(lead: string, item: string): readonly Denial[] {
  const content = contentWords(item);
  return FORBIDS.test(spaced(lead))
    ? [{ cue: 'cấm', denied: content.slice(0, REACH), rest: content, isFromAbove: true }]
    : [];
}

/** The nearest words that say what is denied. */
function tellingOf(rest: string): readonly string[] {
  const next = nextWords(rest);
  const all = contentWords(next);
  const telling = contentWords(next.replace(LIGHT, ''));
  return (telling.length === 0 ? all : telling).slice(0, REACH);
}

function nextWords(rest: string): string {
  const [near = ''] = ` ${rest.split(' ').slice(0, WINDOW).join(' ')} `.split(NEXT_STATEMENT);
  return near;
}

/** Who is exempt does not have to do these. */
const EXEMPT: ReadonlySet<string> = new Set(['đóng', 'nộp', 'thu', 'trả', 'học', 'thi']);

/** So many words are asked of somebody by both. */
const LEAST_ASKED = 3;
const ASKS: readonly string[] = ['yêu', 'cầu', 'bắt', 'buộc'];

/** «không yêu cầu người dân di chuyển đến …» says «không phải đến …»: what is asked stands behind whom. */
function asksNothing({ denied: [first, second] }: Denial): boolean {
  return first === 'yêu' && second === 'cầu';
}

function isDeniedBefore({ denied: [first, second] }: Denial): boolean {
  return first === undefined || (first === 'làm' && second === undefined);
}

/** Whether two denials deny the same thing. */
export function deniesAlike(one: Denial, other: Denial): boolean {
  const isExempt = (denial: Denial) => denial.cue === 'miễn' || EXEMPT.has(denial.denied[0] ?? '');
  if ((one.cue === 'miễn') !== (other.cue === 'miễn') && !(isExempt(one) && isExempt(other))) return false;
  if (asksNothing(one) || asksNothing(other)) {
    const [released, asked] = [one, other].map(({ rest }) => rest.filter((word) => !ASKS.includes(word)));
    return (released ?? []).filter((word) => asked?.includes(word)).length >= LEAST_ASKED;
  }
  // «… là hành vi không được làm», «… bị nghiêm cấm»: what is denied stands before.
  if ([one, other].some(({ isFromAbove }) => isFromAbove) && [one, other].some(isDeniedBefore)) return true;
  const [first, second] = [one.denied.slice(0, NEAREST), other.denied.slice(0, NEAREST)];
  if (first.length === 0 || second.length === 0) return first.length === second.length || one.cue === other.cue;
  return first.some((word) => other.denied.includes(word)) || second.some((word) => one.denied.includes(word));
}

/**
 * Whether words say without its denial what a source denies.
 * @param words those that carry meaning
 * @param content the words around the denial that carry meaning, in their order
 * @param all every denial among them: what they say elsewhere without one is not denied alone
 */
export function leavesOut(
  { cue, denied: [first, second], rest }: Denial,
  words: ReadonlySet<string>,
  content: readonly string[],
  all: readonly Denial[],
): boolean {
  // «mức miễn, giảm giá vé» tells of both: whoever tells of one leaves out no denial.
  if (
    first === undefined ||
    (cue === 'miễn' && first === 'giảm') ||
    !words.has(first) ||
    (second !== undefined && !words.has(second))
  )
    return false;
  const times = content.filter((word, at) => word === first && (second === undefined || content[at + 1] === second));
  const denials = all.filter(({ denied }) => denied[0] === first && denied[1] === second);
  if (times.length <= denials.length) return true;
  // Said elsewhere without a denial: what stands behind the denial alone tells which of them is said again.
  const telling = rest.filter((word) => content.indexOf(word) === content.lastIndexOf(word));
  return (
    telling.length >= LEAST_TELLING && telling.filter((word) => words.has(word)).length >= NEARLY_ALL * telling.length
  );
}
