import type { Passage } from '../../knowledge/document.ts';
import type { PassageVectors } from '../../knowledge/knowledge-base.ts';
import { type Encoder, encodedText } from '../../knowledge/retrieval/encoder.ts';
import { hasSnapshot, openSnapshot } from '../snapshots/snapshot-store.ts';

/**
 * Vectors of passages in their order. Those of the present index are used again by digest, so that an unchanged
 * passage costs nothing.
 */
export async function encodePassages(
  passages: readonly Passage[],
  encoder: Encoder,
  dataDir: string,
  onProgress: (done: number, total: number, label: string) => void,
): Promise<PassageVectors> {
  const known = knownVectors(dataDir, encoder);
  const missing = passages.filter((passage) => !known.has(passage.digest));
  const made = await encoder.encodePassages(missing.map(encodedText), (done, total) =>
    onProgress(done, total, 'vectơ'),
  );
  missing.forEach((passage, index) => {
    known.set(passage.digest, made[index] ?? new Float32Array(encoder.dimensions));
  });
  const values = new Float32Array(passages.length * encoder.dimensions);
  passages.forEach((passage, index) => {
    values.set(known.get(passage.digest) ?? new Float32Array(encoder.dimensions), index * encoder.dimensions);
  });
  return { model: encoder.model, dimensions: encoder.dimensions, values };
}

/** Vectors of the present index by passage digest; none when there is no usable index of this model. */
function knownVectors(dataDir: string, encoder: Encoder): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  if (!hasSnapshot(dataDir)) return known;
  try {
    const { passages, vectors } = openSnapshot(dataDir);
    if (vectors?.model !== encoder.model) return known;
    passages.forEach((passage, index) => {
      known.set(passage.digest, vectors.values.slice(index * vectors.dimensions, (index + 1) * vectors.dimensions));
    });
  } catch {
    // A damaged index is about to be replaced; its vectors are made again.
  }
  return known;
}
