import { tokenize } from '../text/tokens.ts';
import { FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { followUp, leansOnOther } from './follow-up.ts';
import { findSlots } from './slots.ts';
import { GENERAL_NOUNS, TOPICS } from './topics.ts';

const MOST_QUESTIONS = 4;
const SENTENCE = /[^?\n.!]+[?\n.!]*/gu;
const ONE_MORE =
  /(?:,\s*|\s+)(?=(?:với lại|ngoài ra|tiện thể|nhân tiện|và cho (?:em|mình|tôi|cháu) hỏi|cho (?:em|mình|tôi) hỏi thêm)(?![\p{L}\p{M}]))/iu;
const AND = /\s+và\s+|,\s+/iu;
const ASKING =
  /(?<![\p{L}\p{M}])(?:bao nhiêu|bao lâu|bao giờ|mấy|nào|đâu|gì|ai|ra sao|thế nào|thì sao|không ạ|được không|phải không|hay không|có .{1,40} không)(?![\p{L}\p{M}])/iu;

/**
 * The questions of one message (abbreviations and diacritics written out), in order, each standing alone: what an
 * earlier one named («lớp 1») is carried over to one that names none. One question stays whole, and so does whatever
 * is not clearly several; at most four.
 */
export function splitQuestions(text: string): readonly string[] {
  const pieces = (text.match(SENTENCE) ?? []).flatMap((sentence) => sentence.split(ONE_MORE)).flatMap(splitAtAnd);
  const questions: string[] = [];
  let statement = '';
  for (const piece of pieces.map((part) => part.trim()).filter((part) => part !== '')) {
    if (!isQuestion(piece)) statement = `${statement} ${piece}`.trim();
    else {
      questions.push(saysSomething(statement) ? `${statement} ${piece}` : piece);
      statement = '';
    }
  }
  const last = questions.at(-1);
  if (last !== undefined && saysSomething(statement)) questions[questions.length - 1] = `${last} ${statement}`;
  if (questions.length < 2 || questions.length > MOST_QUESTIONS) return [text];
  return questions.map((question, index) => standAlone(question, questions.slice(0, index)));
}

/** «A cần gì và B bao nhiêu» is two questions where both sides ask and the second names what it asks about. */
function splitAtAnd(piece: string): readonly string[] {
  const parts = piece.split(AND);
  const split: string[] = [];
  let from = 0;
  let at = 0;
  for (const part of parts) {
    const start = piece.indexOf(part, at);
    const before = piece.slice(from, start);
    if (split.length < MOST_QUESTIONS && start > from && ASKING.test(before) && ASKING.test(part) && namesTopic(part)) {
      split.push(before.replace(/(?:\s+và\s+|,\s+)$/iu, ''));
      from = start;
    }
    at = start + part.length;
  }
  return [...split, piece.slice(from)];
}

function standAlone(question: string, before: readonly string[]): string {
  if (before.length === 0) return question;
  const joined = leansOnOther(question) ? followUp(question, before) : null;
  if (joined !== null) return joined.standalone;
  const own = new Set(findSlots(question).map(({ kind }) => kind));
  const carried = findSlots(before[0] ?? '').filter(
    ({ kind }) => !own.has(kind) && (kind === 'class' || kind === 'school'),
  );
  return [question.replace(/[\s?.!]+$/u, ''), ...carried.map(({ words }) => words)].join(' ');
}

function isQuestion(piece: string): boolean {
  return (piece.includes('?') || ASKING.test(piece)) && saysSomething(piece, true);
}

function saysSomething(piece: string, asking = false): boolean {
  return tokenize(piece).folded.some(
    (syllable) => !FILLER_WORDS.has(syllable) && (asking || !QUESTION_WORDS.has(syllable)),
  );
}

function namesTopic(part: string): boolean {
  const spaced = ` ${tokenize(part).accented.join(' ')} `;
  return [...TOPICS, ...GENERAL_NOUNS].some((phrase) => spaced.includes(` ${phrase} `));
}
