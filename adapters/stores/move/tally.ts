import { createHash } from 'node:crypto';
import { type Json, KINDS, type Kind, type ReadState, type StateRecord } from './kinds.ts';

/** How much there is of a kind, and a digest that is the same on two sides exactly when their records are. */
export interface Tally {
  readonly kind: Kind;
  readonly count: number;
  /** 64 hex digits. */
  readonly digest: string;
}

const MODULUS = 1n << 256n;

/** Reads everything and counts it. */
export async function tallyState(read: ReadState): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const kind of KINDS) tallies.push(await tally(kind, read(kind)));
  return tallies;
}

/**
 * The digest is the sum of the SHA-256 digests of all records (mod 2^256), so that it does not depend on the order in
 * which an engine gives them.
 */
async function tally(kind: Kind, batches: AsyncIterable<readonly StateRecord[]>): Promise<Tally> {
  let count = 0;
  let sum = 0n;
  for await (const batch of batches) {
    count += batch.length;
    for (const record of batch) {
      const digest = createHash('sha256').update(canonicalText(record)).digest('hex');
      sum = (sum + BigInt(`0x${digest}`)) % MODULUS;
    }
  }
  return { kind, count, digest: sum.toString(16).padStart(64, '0') };
}

/**
 * One spelling for each record: fields in the order of their names, without those that say nothing (`null`, `false`, 0,
 * empty text, list or object), which an engine may leave out or keep in another way.
 */
export function canonicalText(record: StateRecord): string {
  return JSON.stringify(canonical(record));
}

function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const told = Object.entries(value)
    .map(([name, of]) => [name, canonical(of)] as const)
    .filter(([, of]) => !saysNothing(of))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(told);
}

function saysNothing(value: Json): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
