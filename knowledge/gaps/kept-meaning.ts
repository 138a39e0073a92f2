import { createHash } from 'node:crypto';

/** Vectors are unit vectors, so that no number is larger than 1. */
const STEPS = 32_767;
const BYTES_A_NUMBER = 2;
const MARK_LENGTH = 12;

/**
 * The vector of a question as it is kept beside its words: a mark of what it is the vector of, and 16 bits a number, in
 * Base64. It tells nothing that the words beside it do not.
 * @param core as `questionCore` gives it
 * @param model that made the vector
 */
export function keptMeaning(vector: Float32Array, core: string, model: string): string {
  const bytes = Buffer.alloc(vector.length * BYTES_A_NUMBER);
  for (const [index, value] of vector.entries()) {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * STEPS), index * BYTES_A_NUMBER);
  }
  return `${markOf(core, model)}${bytes.toString('base64')}`;
}

/** The vector that {@link keptMeaning} kept; `null` where it is of other words or of another model, or damaged. */
export function readMeaning(kept: string, core: string, model: string): Float32Array | null {
  if (!kept.startsWith(markOf(core, model))) return null;
  const bytes = Buffer.from(kept.slice(MARK_LENGTH), 'base64');
  if (bytes.length === 0 || bytes.length % BYTES_A_NUMBER !== 0) return null;
  return Float32Array.from(
    { length: bytes.length / BYTES_A_NUMBER },
    (_, index) => bytes.readInt16LE(index * BYTES_A_NUMBER) / STEPS,
  );
}

function markOf(core: string, model: string): string {
  return createHash('sha256').update(`${model}\n${core}`).digest('hex').slice(0, MARK_LENGTH);
}
