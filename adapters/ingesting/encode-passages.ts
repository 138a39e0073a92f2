import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { type EncodedPassage, encodedText } from '../../knowledge/retrieval/encoder.ts';
import { tokensOf } from '../../knowledge/retrieval/late-interaction.ts';
import type { PassageVectors } from '../../knowledge/retrieval/vector-search.ts';
import type { PassageEncoder } from '../encoder/encoding-threads.ts';
import { openIngestRecord, openSnapshot } from '../snapshots/snapshot-store.ts';
import { openVectorLog, type VectorLog } from './vector-log.ts';

/** Passages encoded between two writes of the log: about a second's work that a kill can cost. */
const PORTION = 128;

/** Vectors for a new index, and what each was made of. */
export interface EncodedPassages {
  readonly vectors: PassageVectors;
  readonly keys: readonly string[];
  /** To be called once the index holds the vectors. */
  readonly forget: () => void;
}

/**
 * Vectors of passages in their order; `documents` give the titles they stand under. What the present index or an interrupted ingest already encoded is used again,
 * so that an unchanged passage costs nothing.
 * @throws EncoderUnusable, or the reason of `signal`
 */
export async function encodePassages(
  documents: readonly OfficialDocument[],
  passages: readonly Passage[],
  encoder: PassageEncoder,
  dataDir: string,
  onProgress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<EncodedPassages> {
  const log = openVectorLog(join(dataDir, 'ingest', `vectors-${encoder.model}.log`), encoder.dimensions);
  const before = vectorsOfIndex(dataDir, encoder);
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const texts = passages.map((passage) => encodedText(passage, titles.get(passage.documentId) ?? ''));
  const encoded = await encodeTexts(texts, encoder, { log, before, onProgress, signal });
  return { ...encoded, forget: log.remove };
}

/**
 * Vectors of texts in their order: those of `log` and `before` are used again, the others made and appended to `log`
 * in portions.
 * @throws EncoderUnusable, or the reason of `signal`
 */
export async function encodeTexts(
  texts: readonly string[],
  encoder: PassageEncoder,
  parts: {
    readonly log: VectorLog;
    /** Vectors by key from elsewhere. */
    readonly before?: ReadonlyMap<string, EncodedPassage>;
    readonly onProgress?: (done: number, total: number) => void;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Omit<EncodedPassages, 'forget'>> {
  const { log, before = new Map(), onProgress = () => {}, signal } = parts;
  const keys = texts.map(vectorKey);
  const known = new Map([...before, ...log.known]);
  const missing = new Map(
    keys.map((key, index) => [key, texts[index] ?? ''] as const).filter(([key]) => !known.has(key)),
  );
  const todo = [...missing];
  for (let start = 0; start < todo.length; start += PORTION) {
    signal?.throwIfAborted();
    const portion = todo.slice(start, start + PORTION);
    const made = await encoder.encodePassages(
      portion.map(([, text]) => text),
      (done) => onProgress(start + done, todo.length),
    );
    const entries = portion.flatMap(([key], position) => {
      const passage = made[position];
      return passage === undefined ? [] : [{ key, passage }];
    });
    log.append(entries);
    for (const { key, passage } of entries) known.set(key, passage);
  }
  return {
    vectors: inOneRow(
      keys.map((key) => known.get(key)),
      encoder,
    ),
    keys,
  };
}

/** Vectors one after the other, as an index keeps them. */
function inOneRow(
  passages: readonly (EncodedPassage | undefined)[],
  { model, dimensions, tokenDimensions }: PassageEncoder,
): PassageVectors {
  const values = new Float32Array(passages.length * dimensions);
  const bytes = passages.reduce((sum, passage) => sum + (passage?.tokens.length ?? 0), 0);
  const tokens = new Int8Array(bytes);
  const starts = new Uint32Array(passages.length + 1);
  let end = 0;
  passages.forEach((passage, index) => {
    if (passage !== undefined) {
      values.set(passage.vector, index * dimensions);
      tokens.set(passage.tokens, end);
      end += passage.tokens.length;
    }
    starts[index + 1] = end / Math.max(1, tokenDimensions);
  });
  const ofTokens = tokenDimensions === 0 ? null : { dimensions: tokenDimensions, values: tokens, starts };
  return { model, dimensions, values, tokens: ofTokens };
}

/** Names what a vector was made of: the first 16 hex digits of the text's SHA-256. */
function vectorKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Vectors of the present index by key; none when there is no usable index of this model. */
function vectorsOfIndex(dataDir: string, encoder: PassageEncoder): ReadonlyMap<string, EncodedPassage> {
  const found = new Map<string, EncodedPassage>();
  const record = openIngestRecord(dataDir);
  if (record === null || record.encoder !== encoder.model) return found;
  const { vectors } = openSnapshot(dataDir);
  if (vectors === null) return found;
  const { dimensions, values, tokens } = vectors;
  record.vectorKeys.forEach((key, index) => {
    found.set(key, {
      vector: values.slice(index * dimensions, (index + 1) * dimensions),
      tokens: tokens === null ? new Int8Array() : tokensOf(tokens, index).slice(),
    });
  });
  return found;
}
