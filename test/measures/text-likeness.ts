/** How much of a reference text another text holds, and in what order. */
export interface Likeness {
  /** Share (0..1) of the reference's words that the text holds, as a multiset. */
  readonly recall: number;
  /** Share (0..1) of the text's words that the reference holds, as a multiset. */
  readonly precision: number;
  /** Character error rate: edits (insert, delete, replace) over the reference's characters, spaces included. */
  readonly errorRate: number;
  readonly words: number;
}

/** Compares after NFC, lower case, without Markdown's marks and link targets, with collapsed spaces. */
export function likeness(text: string, reference: string): Likeness {
  const [found, wanted] = [normalise(text), normalise(reference)];
  const [foundWords, wantedWords] = [words(found), words(wanted)];
  const shared = sharedCount(foundWords, wantedWords);
  return {
    recall: shared / Math.max(1, wantedWords.length),
    precision: shared / Math.max(1, foundWords.length),
    errorRate: editDistance(found, wanted) / Math.max(1, wanted.length),
    words: wantedWords.length,
  };
}

function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/[#*|`\\]|-{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function sharedCount(found: readonly string[], wanted: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return shared;
}

const WORD_BITS = 32;

/** Levenshtein distance, 32 rows at a time (Myers 1999, block form of Hyyrö 2003). */
export function editDistance(left: string, right: string): number {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  return blockDistance(a, b);
}

function blockDistance(a: string, b: string): number {
  const blocks = Math.ceil(a.length / WORD_BITS);
  const positions = positionsOf(a, blocks);
  const nowhere = new Int32Array(blocks);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const lastBit = 1 << ((a.length - 1) % WORD_BITS);
  let distance = a.length;
  for (let column = 0; column < b.length; column += 1) {
    const matches = positions.get(b.charCodeAt(column)) ?? nowhere;
    let carryPlus = 1;
    let carryMinus = 0;
    for (let block = 0; block < blocks; block += 1) {
      const vp = plus[block] ?? 0;
      const vn = minus[block] ?? 0;
      const match = (matches[block] ?? 0) | carryMinus;
      const diagonal = ((((match & vp) >>> 0) + (vp >>> 0)) ^ vp) | match | vn;
      let hp = vn | ~(diagonal | vp);
      let hn = diagonal & vp;
      if (block === blocks - 1) {
        if ((hp & lastBit) !== 0) distance += 1;
        if ((hn & lastBit) !== 0) distance -= 1;
      }
      const outPlus = hp >>> 31;
      const outMinus = hn >>> 31;
      hp = (hp << 1) | carryPlus;
      hn = (hn << 1) | carryMinus;
      plus[block] = hn | ~(diagonal | hp);
      minus[block] = hp & diagonal;
      carryPlus = outPlus;
      carryMinus = outMinus;
    }
  }
  return distance;
}

function positionsOf(text: string, blocks: number): ReadonlyMap<number, Int32Array> {
  const positions = new Map<number, Int32Array>();
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const row = positions.get(code) ?? new Int32Array(blocks);
    const block = Math.floor(index / WORD_BITS);
    row[block] = (row[block] ?? 0) | (1 << (index % WORD_BITS));
    positions.set(code, row);
  }
  return positions;
}
