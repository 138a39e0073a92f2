import type { AlignedText } from './aligned-text.ts';
import type { PersonalSpan } from './kinds.ts';

const DIGIT_WORDS: ReadonlySet<string> = new Set('khong ko mot hai ba bon tu nam lam sau bay tam chin'.split(' '));
const PIECE = /[a-z]+|\d+/gu;
const BETWEEN = /^[ ,.\-–]{0,3}$/u;
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 13;
const ZERO = /^(?:khong|ko|0)/u;
const PHONE_BEFORE = /(?:sdt|dien thoai|so|zalo|goi|dt|lien he)[^\d]{0,20}$/u;

/** Digits one after another, said or written. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly said: number;
  readonly digits: number;
  readonly first: string;
}

/** Telephone numbers that are said: «không chín một hai ba …», also with some of the digits as digits. */
export function findSpokenNumbers({ folded }: AlignedText): readonly PersonalSpan[] {
  if (!/khong|\d/u.test(folded) && !/sdt|dien thoai|zalo|so /u.test(folded)) return [];
  return readRuns(folded)
    .filter((run) => isNumber(run, folded))
    .map(({ start, end }) => ({ kind: 'phone', start, end }));
}

function readRuns(folded: string): readonly Run[] {
  const runs: Run[] = [];
  for (const { index, 0: word } of folded.matchAll(PIECE)) {
    const isSaid = DIGIT_WORDS.has(word);
    if (!isSaid && !/^\d/u.test(word)) continue;
    const piece = {
      start: index,
      end: index + word.length,
      said: Number(isSaid),
      digits: isSaid ? 1 : word.length,
      first: word,
    };
    const run = runs.at(-1);
    // «lớp 3 không chín một …»: the number begins at its zero.
    const begins = ZERO.test(word) && run !== undefined && !ZERO.test(run.first);
    if (run === undefined || begins || !BETWEEN.test(folded.slice(run.end, index))) {
      runs.push(piece);
      continue;
    }
    const { start, first, said, digits } = run;
    runs[runs.length - 1] = { start, first, end: piece.end, said: said + piece.said, digits: digits + piece.digits };
  }
  return runs;
}

function isNumber({ start, said, digits, first }: Run, folded: string): boolean {
  if (said < 2 || digits < FEWEST_DIGITS || digits > MOST_DIGITS) return false;
  return ZERO.test(first) || PHONE_BEFORE.test(folded.slice(Math.max(0, start - 30), start));
}
