import { tokenize } from '../../knowledge/text/tokens.ts';

/** Shorter texts are alike by chance. */
const FEWEST_SYLLABLES = 8;
const BITS = 64;
/** Fingerprints are looked up by parts of so many bits: two that differ in fewer bits than there are parts share one. */
const PART_BITS = 8;
const MOST_DIFFERENT_BITS = 16;
/** Of the pairs of neighbouring words of both, at least this share must be in both. */
const LEAST_SHARED = 0.55;

/** A text as it is compared: its fingerprint, and the pairs of words that confirm a likeness. */
export interface Fingerprint {
  readonly halves: readonly [number, number];
  readonly pairs: ReadonlySet<string>;
}

/**
 * The similarity hash of a text (M. Charikar, 2002) over its pairs of neighbouring words without diacritics: texts that
 * differ in a few words differ in a few bits. `null` for texts too short to be compared.
 */
export function fingerprintOf(text: string): Fingerprint | null {
  const { folded, pairs } = tokenize(text);
  if (folded.length < FEWEST_SYLLABLES) return null;
  const votes = new Array<number>(BITS).fill(0);
  const distinct = new Set(pairs);
  for (const pair of distinct) {
    const [high, low] = [hash(pair, 0x811c9dc5), hash(pair, 0x9747b28c)];
    for (let bit = 0; bit < BITS; bit += 1) {
      const half = bit < 32 ? high : low;
      votes[bit] = (votes[bit] ?? 0) + ((half >>> (bit % 32)) & 1 ? 1 : -1);
    }
  }
  const halves: [number, number] = [0, 0];
  for (const [bit, vote] of votes.entries()) {
    if (vote <= 0) continue;
    if (bit < 32) halves[0] = (halves[0] | (1 << bit)) >>> 0;
    else halves[1] = (halves[1] | (1 << (bit - 32))) >>> 0;
  }
  return { halves, pairs: distinct };
}

/** Whether two texts say nearly the same in nearly the same words. */
export function areAlike(one: Fingerprint, other: Fingerprint): boolean {
  const different = ones(one.halves[0] ^ other.halves[0]) + ones(one.halves[1] ^ other.halves[1]);
  if (different > MOST_DIFFERENT_BITS) return false;
  const shared = [...one.pairs].filter((pair) => other.pairs.has(pair)).length;
  return shared >= LEAST_SHARED * Math.max(one.pairs.size, other.pairs.size);
}

/** Keys of which two like fingerprints nearly always share one. */
export function partsOf({ halves }: Fingerprint): readonly string[] {
  return Array.from({ length: BITS / PART_BITS }, (_, index) => {
    const half = halves[index < 4 ? 0 : 1];
    return `${index}:${(half >>> ((index % 4) * PART_BITS)) & 0xff}`;
  });
}

/** FNV-1a over UTF-16 units with a last stir, because its high bits hardly depend on the last units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function ones(bits: number): number {
  let left = bits >>> 0;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}
