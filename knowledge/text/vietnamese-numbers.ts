import { oneSpelling } from './spelling.ts';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['tr', 1e6],
  ['triệu', 1e6],
  ['củ', 1e6],
  ['tỷ', 1e9],
]);
const CURRENCY = new Set(['đồng', 'đ', 'vnđ', 'vnd']);
const HUNDREDS = 'trăm';
const TENS = new Set(['mươi', 'chục']);
const FILLERS = new Set(['linh', 'lẻ']);
/** What may follow the short end of «hai triệu ba»; before anything else «ba» counts that («hai triệu ba tháng»). */
const AFTER_SHORT_END = new Set(['một', 'mỗi', 'ạ', 'thì', 'là', 'có', 'được', 'không', 'và', 'à', 'hả', '']);
const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu;

/** A number in a text: its value, how many words it takes, and whether it was said in money or thousands. */
interface ReadNumber {
  readonly value: number;
  readonly words: number;
  readonly money: boolean;
}

/**
 * Amounts in đồng that a text (NFC, with diacritics) names: «35k», «1tr2», «1 triệu rưỡi», «5 củ», «ba mươi lăm
 * nghìn», «500.000đ». Numbers without a thousand or a currency are no amounts.
 */
export function readAmounts(text: string): readonly number[] {
  const words = wordsOf(text);
  const amounts: number[] = [];
  for (let at = 0; at < words.length; ) {
    const number = readNumberAt(words, at);
    if (number?.money) amounts.push(number.value);
    at += number?.words ?? 1;
  }
  return amounts;
}

function wordsOf(text: string): readonly string[] {
  return oneSpelling(text.normalize('NFC').toLowerCase()).match(WORD) ?? [];
}

function readNumberAt(words: readonly string[], start: number): ReadNumber | null {
  let at = start;
  let total = 0;
  let group = 0;
  let pending: number | null = null;
  let scale = 1;
  let money = false;
  const word = () => words[at] ?? '';
  const close = (factor: number) => {
    const counted = group + (pending ?? 0);
    total += (counted === 0 ? 1 : counted) * factor;
    group = 0;
    pending = null;
    scale = factor;
    money = true;
  };
  for (; at < words.length; at += 1) {
    const literal = /^\d/.test(word()) ? readDigits(word()) : null;
    const digit = DIGITS.get(word());
    const factor = SCALES.get(word());
    if (literal !== null) {
      if (pending !== null || group > 0) break;
      // «1tr2», «2tr350»: what follows counts hundreds of thousands, or fills up to three places.
      if (scale > 1) {
        if (!/^\d{1,3}$/.test(word())) break;
        total += Number(word().padEnd(3, '0')) * (scale / 1000);
        at += 1;
        break;
      }
      pending = literal;
    } else if (digit !== undefined) {
      if (pending !== null || (scale > 1 && group === 0 && !continues(words, at, scale))) break;
      pending = digit;
    } else if (word() === 'mười') {
      if (pending !== null) break;
      group += 10;
    } else if (TENS.has(word()) && pending !== null) {
      group += pending * 10;
      pending = null;
    } else if (word() === HUNDREDS && pending !== null) {
      group += pending * 100;
      pending = null;
    } else if (factor !== undefined && (pending !== null || group > 0)) {
      close(factor);
    } else if (word() === 'rưỡi' && at > start) {
      if (scale > 1 && pending === null && group === 0) total += scale / 2;
      else break;
    } else if (FILLERS.has(word()) && group > 0) {
    } else break;
  }
  if (at === start) return null;
  // «một triệu hai» is 1.2 million.
  const alone = pending !== null && group === 0 && scale > 1;
  const value = total + group + (alone ? (pending ?? 0) * (scale / 10) : (pending ?? 0));
  const currency = CURRENCY.has(word());
  return { value, words: at - start + (currency ? 1 : 0), money: money || currency };
}

/** Whether a digit after a scale goes on with the number: «hai triệu ba», «hai triệu ba trăm nghìn». */
function continues(words: readonly string[], at: number, scale: number): boolean {
  const next = words[at + 1] ?? '';
  if (next === HUNDREDS || TENS.has(next) || SCALES.has(next)) return true;
  return scale >= 1e6 && words[at] !== 'một' && (AFTER_SHORT_END.has(next) || CURRENCY.has(next));
}

/** Dots and commas part thousands when three digits follow each; otherwise the sign is a decimal one. */
function readDigits(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  return Number(text.replace(',', '.').replace(/[.,](?=.*[.,])/g, ''));
}
