import { tokenize } from '../text/tokens.ts';
import { FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { followUp, leansOnOther, withoutEndMarks } from './follow-up.ts';
import { findSlots, type SlotKind } from './slots.ts';
import { topicsOf } from './topics.ts';

const MOST_QUESTIONS = 4;
/** «1. … 2. …»; the figure of «lớp 1.» or «Điều 2.» is none. */
const NUMBERED =
  /(?<!\S)(?<!(?:lớp|khối|cấp|điều|khoản|mục|điểm|số|tháng|tuần|kỳ|quý|thứ|và|hoặc|đến|[\d/-])\s)[1-4]\s?[.)]\s+/giu;
const SENTENCE_END = /(?<=[?!.…])\s+/u;
const ONE_MORE =
  /(?<![\p{L}\p{M}])(?=(?:với lại|ngoài ra|tiện thể|nhân tiện|và cho (?:em|mình|tôi|cháu) hỏi|cho (?:em|mình|tôi) hỏi thêm)(?![\p{L}\p{M}]))/iu;
const AND = /(?<!\s)\s+(?=và\s)|(?<=[,;])\s+/iu;
/** What ties a question to the one before it and says nothing once it stands alone. */
const LEADING = /^(?:và|với lại|ngoài ra|tiện thể|nhân tiện)(?![\p{L}\p{M}])[\s,]*/iu;
const TRAILING = /(?<![\s,;])[\s,;]+$/u;
const ASKING =
  /(?<![\p{L}\p{M}])(?:bao nhiêu|bao lâu|bao giờ|mấy|nào|đâu|gì|ai|ra sao|thế nào|thì sao|không ạ|được không|phải không|hay không|có .{1,40} không)(?![\p{L}\p{M}])/iu;
/** What the first question says of the child and the school holds for those after it. */
const CARRIED: ReadonlySet<SlotKind> = new Set(['class', 'school', 'age', 'place']);

/**
 * The questions of one message (abbreviations and diacritics written out), in order, each standing alone: what an
 * earlier one named («lớp 1») is carried over to one that names none. A question begins only where another matter is
 * named: «nộp ở đâu, ai quyết định» asks for two sides of one matter, and one rule mostly answers both. Whatever is not
 * clearly several stays whole; at most four.
 */
export function splitQuestions(text: string): readonly string[] {
  const questions: Matter[] = [];
  let statement: string[] = [];
  for (const piece of piecesOf(text)) {
    statement.push(piece);
    if (!asks(piece)) continue;
    const last = questions.at(-1);
    if (last === undefined || opensAnother(piece, last))
      questions.push({ words: statement, topics: new Set(), needsNoMore: false });
    else last.words.push(...statement);
    for (const words of statement) tell(questions.at(-1), words);
    statement = [];
  }
  const last = questions.at(-1);
  if (saysSomething(statement.join(' '))) last?.words.push(...statement);
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return [text];
  const bare = questions.map(({ words }) => words.join(' ').replace(LEADING, '').replace(TRAILING, ''));
  return bare.map((question, index) => standAlone(question, bare.slice(0, index)));
}

/** A question while its words are gathered. */
interface Matter {
  readonly words: string[];
  readonly topics: Set<string>;
  /** It names a topic, or whom or which school it is about. */
  needsNoMore: boolean;
}

function tell(matter: Matter | undefined, words: string): void {
  if (matter === undefined) return;
  for (const topic of topicsOf(words)) matter.topics.add(topic);
  matter.needsNoMore ||= matter.topics.size > 0 || findSlots(words).length > 0;
}

/** Sentences, and their halves where both ask. */
function piecesOf(text: string): readonly string[] {
  return text
    .split(NUMBERED)
    .flatMap((part) => part.split(SENTENCE_END))
    .flatMap((sentence) => sentence.split(ONE_MORE))
    .flatMap(splitAtAnd)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** «A cần gì và B bao nhiêu» has two halves that ask; «A và B là gì» has one. */
function splitAtAnd(sentence: string): readonly string[] {
  const halves: string[][] = [];
  let lastAsks = false;
  for (const part of sentence.split(AND)) {
    const partAsks = ASKING.test(part);
    const last = halves.at(-1);
    if (last === undefined || (lastAsks && partAsks)) halves.push([part]);
    else last.push(part);
    lastAsks ||= partAsks;
  }
  return halves.map((half) => half.join(' '));
}

/** Whether a piece that asks names a matter that the question before it does not, and that one needs no more words. */
function opensAnother(piece: string, before: Matter): boolean {
  return before.needsNoMore && topicsOf(piece).some((topic) => !before.topics.has(topic));
}

function standAlone(question: string, before: readonly string[]): string {
  if (before.length === 0) return question;
  const joined = leansOnOther(question) ? followUp(question, before) : null;
  if (joined !== null) return joined.standalone;
  const own = new Set(findSlots(question).map(({ kind }) => kind));
  const carried = findSlots(before[0] ?? '').filter(({ kind }) => !own.has(kind) && CARRIED.has(kind));
  return [withoutEndMarks(question), ...carried.map(({ words }) => words)].join(' ');
}

function asks(piece: string): boolean {
  return (piece.includes('?') || ASKING.test(piece)) && saysSomething(piece, true);
}

function saysSomething(piece: string, asking = false): boolean {
  return tokenize(piece).folded.some(
    (syllable) => !FILLER_WORDS.has(syllable) && (asking || !QUESTION_WORDS.has(syllable)),
  );
}
