import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import type { PassageVectors } from '../../knowledge/knowledge-base.ts';
import { IndexUnusable } from './errors.ts';

/** Changes whenever the meaning of the files changes; an older snapshot must be built again. */
const FORMAT = 2;
const POINTER = 'current.json';
const FILES = ['documents.json', 'passages.json', 'vectors.f32'] as const;

const pointerSchema = z.object({ format: z.number(), snapshot: z.string().regex(/^[\w-]+$/) });
const manifestSchema = z.object({
  format: z.number(),
  builtAt: z.string(),
  documents: z.number(),
  passages: z.number(),
  /** `null` when the passages have no vectors. */
  encoder: z.object({ model: z.string(), dimensions: z.number() }).nullable(),
  digests: z.record(z.string(), z.string()),
});

/** What an index holds: documents with their passages. */
export interface Snapshot {
  readonly builtAt: string;
  readonly documents: readonly OfficialDocument[];
  readonly passages: readonly Passage[];
  readonly vectors: PassageVectors | null;
}

/** Whether a folder holds an index at all, sound or not. */
export function hasSnapshot(dataDir: string): boolean {
  return existsSync(join(dataDir, 'knowledge', POINTER));
}

/**
 * Writes a snapshot beside the present one and switches to it by renaming one small file: a reader sees the old
 * index or the new one, never half of one. The older snapshots are removed afterwards.
 */
export function writeSnapshot(dataDir: string, snapshot: Snapshot): void {
  const root = join(dataDir, 'knowledge');
  const name = `${snapshot.builtAt.replace(/[^0-9]/g, '')}-${randomUUID().slice(0, 8)}`;
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const values = snapshot.vectors?.values ?? new Float32Array();
  const contents = {
    'documents.json': Buffer.from(JSON.stringify(snapshot.documents)),
    'passages.json': Buffer.from(JSON.stringify(snapshot.passages)),
    'vectors.f32': Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  };
  for (const file of FILES) writeFileSync(join(folder, file), contents[file], { flush: true });
  const manifest = {
    format: FORMAT,
    builtAt: snapshot.builtAt,
    documents: snapshot.documents.length,
    passages: snapshot.passages.length,
    encoder:
      snapshot.vectors === null ? null : { model: snapshot.vectors.model, dimensions: snapshot.vectors.dimensions },
    digests: Object.fromEntries(FILES.map((file) => [file, digest(contents[file])])),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1), { flush: true });
  const pointer = join(root, `${POINTER}.${process.pid}.tmp`);
  writeFileSync(pointer, JSON.stringify({ format: FORMAT, snapshot: name }), { flush: true });
  renameSync(pointer, join(root, POINTER));
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== name) rmSync(join(root, entry.name), { recursive: true, force: true });
  }
}

/**
 * Opens the present snapshot after checking format, counts and digests.
 * @throws IndexUnusable when there is none or anything does not match; the message names the command that rebuilds it
 */
export function openSnapshot(dataDir: string): Snapshot {
  const root = join(dataDir, 'knowledge');
  if (!hasSnapshot(dataDir)) throw new IndexUnusable(dataDir, 'there is no index yet');
  try {
    const pointer = pointerSchema.parse(JSON.parse(readFileSync(join(root, POINTER), 'utf8')));
    if (pointer.format !== FORMAT)
      throw new IndexUnusable(dataDir, `it has format ${pointer.format}, this program reads ${FORMAT}`);
    const folder = join(root, pointer.snapshot);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    const read = (file: (typeof FILES)[number]): Buffer => {
      const bytes = readFileSync(join(folder, file));
      if (digest(bytes) !== manifest.digests[file]) throw new IndexUnusable(dataDir, `${file} was changed or damaged`);
      return bytes;
    };
    const documents: readonly OfficialDocument[] = JSON.parse(read('documents.json').toString('utf8'));
    const passages: readonly Passage[] = JSON.parse(read('passages.json').toString('utf8'));
    const vectors = manifest.encoder === null ? null : { ...manifest.encoder, values: toFloats(read('vectors.f32')) };
    const counts = documents.length === manifest.documents && passages.length === manifest.passages;
    if (!counts || (vectors !== null && vectors.values.length !== passages.length * vectors.dimensions)) {
      throw new IndexUnusable(dataDir, 'its counts do not match its manifest');
    }
    return { builtAt: manifest.builtAt, documents, passages, vectors };
  } catch (cause) {
    if (cause instanceof IndexUnusable) throw cause;
    throw new IndexUnusable(dataDir, 'it cannot be read', cause);
  }
}

/** A copy, because a file's bytes need not begin at a multiple of four. */
function toFloats(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
