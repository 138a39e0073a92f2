import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { BUCKETS } from './features.ts';
import { MATTERS } from './matters.ts';

/** A trained linear model: one row of `MATTERS.length` weights a bucket, whole numbers of −127 to 127. */
export interface Model {
  readonly weights: Int8Array;
  /** What a weight of 1 counts. */
  readonly step: number;
}

/** The model as text for a source file: the step, a space, and Base64 of Brotli of the weights. */
export function packModel(model: Model): string {
  const bytes = Buffer.from(model.weights.buffer, model.weights.byteOffset, model.weights.byteLength);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return `${model.step} ${brotliCompressSync(bytes, { params }).toString('base64')}`;
}

/** Reads what {@link packModel} wrote; about 10 ms. Throws where the weights are not of this program's features. */
export function unpackModel(packed: string): Model {
  const [step = '', body = ''] = packed.split(' ');
  const bytes = brotliDecompressSync(Buffer.from(body, 'base64'));
  if (bytes.length !== BUCKETS * MATTERS.length) {
    throw new Error('The weights of the policy classifier do not fit its features. Run `npm run train:policy`.');
  }
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), step: Number(step) };
}

/** Shares of belief in each of `MATTERS`, in that order; they add up to 1. */
export function weigh(model: Model, features: Uint16Array): Float64Array {
  const count = MATTERS.length;
  const scores = new Float64Array(count);
  for (const bucket of features) {
    const row = bucket * count;
    for (let matter = 0; matter < count; matter += 1) {
      scores[matter] = (scores[matter] ?? 0) + (model.weights[row + matter] ?? 0);
    }
  }
  // Long messages have many features; each then says less.
  const scale = model.step / Math.sqrt(Math.max(1, features.length));
  return softmax(scores.map((score) => score * scale));
}

/** Exponentials that add up to 1. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
