import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PairCounts } from './pair-counts.ts';

/**
 * Pair counts as text for a source file: Base64 of Brotli of
 * words joined by spaces in order of id, a line break, then bytes: one level a word, and for every first word the number
 * of its seconds, their ids in steps, and their levels. A level is `round(4 × log2(count))`, so a count comes back
 * within 9 %; numbers are little-endian base 128.
 */

const LEVELS_PER_BIT = 4;

/** Packs counts; words must hold no spaces. */
export function packCounts(
  words: readonly { readonly word: string; readonly count: number }[],
  pairs: readonly { readonly first: string; readonly second: string; readonly count: number }[],
): string {
  const ids = new Map(words.map(({ word }, id) => [word, id]));
  const seconds = words.map((): { id: number; level: number }[] => []);
  for (const { first, second, count } of pairs) {
    const from = ids.get(first);
    const to = ids.get(second);
    if (from !== undefined && to !== undefined) seconds[from]?.push({ id: to, level: levelOf(count) });
  }
  const steps: number[] = [];
  const levels = words.map(({ count }) => levelOf(count));
  for (const row of seconds) {
    row.sort((a, b) => a.id - b.id);
    pushNumber(steps, row.length);
    let last = -1;
    for (const { id, level } of row) {
      pushNumber(steps, id - last);
      levels.push(level);
      last = id;
    }
  }
  const head = Buffer.from(`${words.map(({ word }) => word).join(' ')}\n`);
  const bytes = Buffer.concat([head, Buffer.from(steps), Buffer.from(levels)]);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).toString('base64');
}

/** Reads what {@link packCounts} wrote. About 20 ms for 200,000 pairs, which then take 3 bytes each. */
export function unpackCounts(packed: string): PairCounts {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const headEnd = bytes.indexOf(10);
  const words = bytes.toString('utf8', 0, headEnd).split(' ');
  const ids = new Map(words.map((word, id) => [word, id]));
  let at = headEnd + 1;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const starts = new Uint32Array(words.length + 1);
  const seconds: number[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let last = -1;
    for (let left = number(); left > 0; left -= 1) {
      last += number();
      seconds.push(last);
    }
    starts[first + 1] = seconds.length;
  }
  const secondIds = Uint16Array.from(seconds);
  const levels = bytes.subarray(at);
  const counts = Float64Array.from({ length: 256 }, (_, level) => 2 ** (level / LEVELS_PER_BIT));
  const single = (id: number) => (id < 0 ? 0 : (counts[levels[id] ?? 0] ?? 0));
  return {
    words,
    total: words.reduce((sum, _, id) => sum + single(id), 0),
    idOf: (word) => ids.get(word) ?? -1,
    single,
    pair(first, second) {
      if (first < 0 || second < 0) return 0;
      let low = starts[first] ?? 0;
      let high = (starts[first + 1] ?? 0) - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const id = secondIds[middle] ?? 0;
        if (id === second) return counts[levels[words.length + middle] ?? 0] ?? 0;
        if (id < second) low = middle + 1;
        else high = middle - 1;
      }
      return 0;
    },
  };
}

function levelOf(count: number): number {
  return Math.min(255, Math.round(LEVELS_PER_BIT * Math.log2(count)));
}

function pushNumber(bytes: number[], value: number): void {
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}
