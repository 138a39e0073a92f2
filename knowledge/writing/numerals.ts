/** Vietnamese number words, as they are spoken: «ba mươi lăm nghìn», «hai trăm linh năm», «một triệu rưỡi». */

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};

/** Words that multiply all that stands before them since the last greater one. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/** Forms of a digit that never begin a number. */
const ONLY_AFTER_TENS = new Set(['mốt', 'lăm', 'nhăm']);

/** Whether a number may begin with a word. */
export function beginsNumber(word: string): boolean {
  return word === 'mười' || DIGITS[word] !== undefined;
}

/** A number that begins at a word. */
export interface SpokenNumber {
  readonly value: number;
  /** Words it takes. */
  readonly length: number;
}

/** The longest number that begins at `at`; `null` where none does. `words` are lower case with diacritics. */
export function readSpokenNumber(words: readonly string[], at: number): SpokenNumber | null {
  if (ONLY_AFTER_TENS.has(words[at] ?? '')) return null;
  let total = 0;
  let index = at;
  for (let scale = Number.POSITIVE_INFINITY; ; ) {
    const below = readBelowThousand(words, index);
    if (below === null) break;
    const factor = MULTIPLIERS[words[index + below.length] ?? ''] ?? 1;
    if (factor >= scale) break;
    total += below.value * factor;
    index += below.length + (factor > 1 ? 1 : 0);
    scale = factor;
    if (factor === 1) break;
    if (words[index] === 'rưỡi') {
      total += factor / 2;
      index += 1;
      break;
    }
  }
  return index === at ? null : { value: total, length: index - at };
}

function readBelowThousand(words: readonly string[], at: number): SpokenNumber | null {
  const hundreds = DIGITS[words[at] ?? ''];
  if (hundreds !== undefined && words[at + 1] === 'trăm') {
    const linked = words[at + 2] === 'linh' || words[at + 2] === 'lẻ';
    const rest = linked ? readDigit(words, at + 3) : readBelowHundred(words, at + 2);
    return {
      value: hundreds * 100 + (rest?.value ?? 0),
      length: 2 + (rest === null ? 0 : rest.length + (linked ? 1 : 0)),
    };
  }
  return readBelowHundred(words, at);
}

function readBelowHundred(words: readonly string[], at: number): SpokenNumber | null {
  const first = words[at] ?? '';
  if (first === 'mười') {
    const unit = readUnit(words, at + 1);
    return { value: 10 + (unit?.value ?? 0), length: 1 + (unit?.length ?? 0) };
  }
  const digit = readDigit(words, at);
  if (digit === null) return null;
  if (words[at + 1] !== 'mươi') {
    // «hai lăm» is twenty-five, as it is said; «năm ba» is no number.
    const unit = words[at + 1] ?? '';
    return ONLY_AFTER_TENS.has(unit) ? { value: digit.value * 10 + (DIGITS[unit] ?? 0), length: 2 } : digit;
  }
  const unit = readUnit(words, at + 2);
  return { value: digit.value * 10 + (unit?.value ?? 0), length: 2 + (unit?.length ?? 0) };
}

/** Behind tens five is «lăm», so that «mười năm» is ten years. */
function readUnit(words: readonly string[], at: number): SpokenNumber | null {
  return words[at] === 'năm' ? null : readDigit(words, at);
}

function readDigit(words: readonly string[], at: number): SpokenNumber | null {
  const value = DIGITS[words[at] ?? ''];
  return value === undefined ? null : { value, length: 1 };
}
