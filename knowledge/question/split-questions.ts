import { tokenize } from '../text/tokens.ts';
import { FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { followUp, leansOnOther } from './follow-up.ts';
import { findSlots, type SlotKind } from './slots.ts';
import { topicsOf } from './topics.ts';

const MOST_QUESTIONS = 4;
/** «1. … 2. …»; the figure of «lớp 1.» or «Điều 2.» is none. */
const NUMBERED =
  /(?<!\S)(?<!(?:lớp|khối|cấp|điều|khoản|mục|điểm|số|tháng|tuần|kỳ|quý|thứ|và|hoặc|đến|[\d/-])\s)[1-4]\s?[.)]\s+/giu;
const SENTENCE_END = /(?<=[?!.…])\s+/u;
const ONE_MORE =
  /(?<![\p{L}\p{M}])(?=(?:với lại|ngoài ra|tiện thể|nhân tiện|và cho (?:em|mình|tôi|cháu) hỏi|cho (?:em|mình|tôi) hỏi thêm)(?![\p{L}\p{M}]))/iu;
const AND = /\s+(?=và\s)|(?<=[,;])\s+/iu;
/** What ties a question to the one before it and says nothing once it stands alone. */
const LEADING = /^(?:và|với lại|ngoài ra|tiện thể|nhân tiện)(?![\p{L}\p{M}])[\s,]*/iu;
const TRAILING = /[\s,;]+$/u;
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
  const questions: string[] = [];
  let statement = '';
  for (const piece of piecesOf(text)) {
    const last = questions.at(-1);
    const withStatement = `${statement} ${piece}`.trim();
    if (!asks(piece)) statement = withStatement;
    else {
      if (last === undefined || opensAnother(piece, last)) questions.push(withStatement);
      else questions[questions.length - 1] = `${last} ${withStatement}`;
      statement = '';
    }
  }
  const last = questions.at(-1);
  if (last !== undefined && saysSomething(statement)) questions[questions.length - 1] = `${last} ${statement}`;
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return [text];
  const bare = questions.map((question) => question.replace(LEADING, '').replace(TRAILING, ''));
  return bare.map((question, index) => standAlone(question, bare.slice(0, index)));
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
  const halves: string[] = [];
  for (const part of sentence.split(AND)) {
    const last = halves.at(-1);
    if (last === undefined || (ASKING.test(last) && ASKING.test(part))) halves.push(part);
    else halves[halves.length - 1] = `${last} ${part}`;
  }
  return halves;
}

/** Whether a piece that asks names a matter that the question before it does not, and that one needs no more words. */
function opensAnother(piece: string, before: string): boolean {
  const known = topicsOf(before);
  return topicsOf(piece).some((topic) => !known.includes(topic)) && (known.length > 0 || findSlots(before).length > 0);
}

function standAlone(question: string, before: readonly string[]): string {
  if (before.length === 0) return question;
  const joined = leansOnOther(question) ? followUp(question, before) : null;
  if (joined !== null) return joined.standalone;
  const own = new Set(findSlots(question).map(({ kind }) => kind));
  const carried = findSlots(before[0] ?? '').filter(({ kind }) => !own.has(kind) && CARRIED.has(kind));
  return [question.replace(/[\s?.!]+$/u, ''), ...carried.map(({ words }) => words)].join(' ');
}

function asks(piece: string): boolean {
  return (piece.includes('?') || ASKING.test(piece)) && saysSomething(piece, true);
}

function saysSomething(piece: string, asking = false): boolean {
  return tokenize(piece).folded.some(
    (syllable) => !FILLER_WORDS.has(syllable) && (asking || !QUESTION_WORDS.has(syllable)),
  );
}
