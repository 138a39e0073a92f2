const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;

/** A list of 32-bit whole numbers that can grow to hundreds of millions without copying what it holds. */
export interface LongList {
  readonly length: number;
  push(value: number): void;
  /** The value at a position below `length`. */
  at(position: number): number;
}

/** An empty list. */
export function createLongList(): LongList {
  const pages: Uint32Array[] = [];
  let last = new Uint32Array(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      const place = length & (PAGE - 1);
      if (place === 0) {
        last = new Uint32Array(PAGE);
        pages.push(last);
      }
      last[place] = value;
      length += 1;
    },
    at: (position) => pages[position >>> PAGE_BITS]?.[position & (PAGE - 1)] ?? 0,
  };
}
