import type { ReadingPool } from '../../../adapters/ingesting/reading-pool.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { mutationsOf } from './mutations.ts';
import { endingOf, SEEDS, type SeedFormat } from './seeds.ts';

/** A damaged file. */
export interface Mutant {
  readonly format: SeedFormat;
  /** Ends as its format does, or, one in ten, as another does. */
  readonly name: string;
  readonly mutation: string;
  readonly bytes: Uint8Array;
}

/** What became of a damaged file. */
export interface MutantOutcome {
  readonly mutant: Mutant;
  /** `read`, `opened` (an archive), or the code of the reason why it was left out. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** Time that the whole process computed meanwhile, ms; the file's own only while no other is read. */
  readonly cpuMilliseconds: number;
  /** What was wrong with the reader, or `null`: it fell, took too long or too much memory, or gave no proper reason. */
  readonly fault: string | null;
}

/** Longest time that a damaged file may take, and, since other programs may hold the machine up, compute, ms. */
export const SLOW_MS = 10_000;
const WRONG_NAME_SHARE = 0.1;
const GUARDED = ['reader-failed', 'too-slow', 'too-much-memory'];
const VIETNAMESE = /[ạảãáàâậấầẩẫăắằẵặẳđêếềểễệôốồổỗộơớờởỡợưứừửữự]/;

/** Damaged files of a format, always the same for the same seed. */
export async function mutantsOf(format: SeedFormat, count: number, seed: string): Promise<readonly Mutant[]> {
  const random = seededRandom(`${seed} ${format}`);
  const seeds = await SEEDS[format]();
  const ways = mutationsOf(format);
  const endings = Object.keys(SEEDS);
  return Array.from({ length: count }, (_, index): Mutant => {
    const [mutation, mutate] = ways[index % ways.length] ?? ['untouched', (bytes: Buffer) => bytes];
    const whole = Buffer.from(seeds[Math.floor(random() * seeds.length)] ?? []);
    const ending = random() < WRONG_NAME_SHARE ? endings[Math.floor(random() * endings.length)] : endingOf(format);
    return { format, name: `${format}-${index}.${ending}`, mutation, bytes: mutate(whole, random) };
  });
}

/**
 * Reads a damaged file as an ingest does: an archive is opened and each of its files read.
 * @throws what the pool throws
 */
export async function readMutant(mutant: Mutant, pool: ReadingPool): Promise<MutantOutcome> {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const refusals: { readonly reason: string; readonly message: string }[] = [];
  const read = async (name: string, bytes: Uint8Array) => {
    const reading = await pool.read({ name, bytes });
    if (!reading.ok) refusals.push(reading.skipped);
    return reading.ok ? 'read' : reading.skipped.reason;
  };
  const isZip = mutant.bytes[0] === 0x50 && mutant.bytes[1] === 0x4b;
  const opened = isZip ? await pool.openArchive(mutant.bytes) : null;
  let outcome: string;
  if (opened === null) outcome = await read(mutant.name, mutant.bytes);
  else if (opened.ok) {
    outcome = 'opened';
    for (const { message } of opened.refused) refusals.push({ reason: 'not-opened', message });
    for (const file of opened.files) await read(file.name, file.bytes);
  } else {
    outcome = opened.skipped.reason;
    refusals.push(opened.skipped);
  }
  const milliseconds = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuMilliseconds = (user + system) / 1_000;
  return {
    mutant,
    outcome,
    milliseconds,
    cpuMilliseconds,
    fault: faultOf(refusals, Math.min(milliseconds, cpuMilliseconds)),
  };
}

function faultOf(
  refusals: readonly { readonly reason: string; readonly message: string }[],
  milliseconds: number,
): string | null {
  const guarded = refusals.find(({ reason }) => GUARDED.includes(reason));
  if (guarded !== undefined) return guarded.reason;
  if (refusals.some(({ reason, message }) => reason === '' || !VIETNAMESE.test(message))) return 'no proper reason';
  return milliseconds > SLOW_MS ? `${(milliseconds / 1_000).toFixed(1)} s` : null;
}
