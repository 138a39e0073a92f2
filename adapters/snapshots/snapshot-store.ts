import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import type { PassageVectors } from '../../knowledge/retrieval/vector-search.ts';
import { IndexUnusable } from './errors.ts';
import type { IngestRecord } from './ingest-record.ts';

/** Changes whenever the meaning of the files changes; an older snapshot must be built again. */
const FORMAT = 4;
const POINTER = 'current.json';
const FILES = [
  'documents.json',
  'passages.json',
  'vectors.f32',
  'tokens.i8',
  'token-starts.u32',
  'record.json',
] as const;
type SnapshotFile = (typeof FILES)[number];
/** Only folders of this shape are ours to remove. */
const SNAPSHOT_NAME = /^\d{17}-[0-9a-f]{8}$/;
/** A snapshot can be replaced twice while it is being opened; then the newest is opened instead. */
const OPEN_ATTEMPTS = 3;

const pointerSchema = z.object({
  format: z.number(),
  snapshot: z.string().regex(SNAPSHOT_NAME),
  previous: z.string().regex(SNAPSHOT_NAME).nullable(),
});
const manifestSchema = z.object({
  format: z.number(),
  builtAt: z.string(),
  documents: z.number(),
  passages: z.number(),
  /** `null` when the passages have no vectors. */
  encoder: z.object({ model: z.string(), dimensions: z.number(), tokenDimensions: z.number() }).nullable(),
  digests: z.record(z.string(), z.string()),
});

/** What an index holds: documents with their passages. */
export interface Snapshot {
  readonly builtAt: string;
  readonly documents: readonly OfficialDocument[];
  readonly passages: readonly Passage[];
  readonly vectors: PassageVectors | null;
}

/** A snapshot that was checked; `refused` says why a newer one was not taken, `null` when it is the newest. */
export interface OpenedSnapshot extends Snapshot {
  readonly refused: IndexUnusable | null;
}

/** The file that changes when another snapshot becomes the present one. */
export function pointerFile(dataDir: string): string {
  return join(dataDir, 'knowledge', POINTER);
}

/** Whether a folder holds an index at all, sound or not. */
export function hasSnapshot(dataDir: string): boolean {
  return existsSync(pointerFile(dataDir));
}

/**
 * Writes a snapshot beside the present one and switches to it by renaming one small file: a reader sees the old
 * index or the new one, never half of one. The one before stays, in case the new one cannot be opened; older ones
 * are removed.
 */
export function writeSnapshot(dataDir: string, snapshot: Snapshot, record: IngestRecord): void {
  const root = join(dataDir, 'knowledge');
  const name = `${snapshot.builtAt.replace(/[^0-9]/g, '')}-${randomUUID().slice(0, 8)}`;
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const { vectors } = snapshot;
  const contents: Readonly<Record<SnapshotFile, Buffer>> = {
    'documents.json': Buffer.from(JSON.stringify(snapshot.documents)),
    'passages.json': Buffer.from(JSON.stringify(snapshot.passages)),
    'vectors.f32': bytesOf(vectors?.values ?? new Float32Array()),
    'tokens.i8': bytesOf(vectors?.tokens?.values ?? new Int8Array()),
    'token-starts.u32': bytesOf(vectors?.tokens?.starts ?? new Uint32Array()),
    'record.json': Buffer.from(JSON.stringify(record)),
  };
  for (const file of FILES) writeFileSync(join(folder, file), contents[file], { flush: true });
  const manifest = {
    format: FORMAT,
    builtAt: snapshot.builtAt,
    documents: snapshot.documents.length,
    passages: snapshot.passages.length,
    encoder:
      vectors === null
        ? null
        : {
            model: vectors.model,
            dimensions: vectors.dimensions,
            tokenDimensions: vectors.tokens?.dimensions ?? 0,
          },
    digests: Object.fromEntries(FILES.map((file) => [file, digest(contents[file])])),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1), { flush: true });
  const previous = candidates(root).find((candidate) => isSound(dataDir, join(root, candidate))) ?? null;
  const pointer = join(root, `${POINTER}.${process.pid}.tmp`);
  writeFileSync(pointer, JSON.stringify({ format: FORMAT, snapshot: name, previous }), { flush: true });
  renameSync(pointer, pointerFile(dataDir));
  for (const entry of snapshotFolders(root)) {
    if (entry !== name && entry !== previous) rmSync(join(root, entry), { recursive: true, force: true });
  }
}

/**
 * Opens the present snapshot after checking format, counts and digests; when it is not sound, the one before it.
 * @throws IndexUnusable when there is none that can be used; the message names the command that rebuilds it
 */
export function openSnapshot(dataDir: string): OpenedSnapshot {
  const root = join(dataDir, 'knowledge');
  if (!hasSnapshot(dataDir)) throw new IndexUnusable(dataDir, 'there is no index yet');
  let refused: IndexUnusable | null = null;
  for (let attempt = 1; attempt <= OPEN_ATTEMPTS; attempt += 1) {
    const names = candidates(root);
    refused = null;
    for (const name of names) {
      try {
        return { ...readSnapshot(dataDir, join(root, name)), refused };
      } catch (error) {
        if (!(error instanceof IndexUnusable)) throw error;
        refused ??= error;
      }
    }
    if (candidates(root)[0] === names[0]) break;
  }
  throw refused ?? new IndexUnusable(dataDir, 'it cannot be read');
}

/** A snapshot to be copied elsewhere: the name of its folder below `knowledge`, and a pointer file that names only it. */
export interface PresentSnapshot {
  readonly name: string;
  readonly pointer: string;
}

/** The snapshot that answers, checked by its digests; `null` when there is none that can be used. */
export function presentSnapshot(dataDir: string): PresentSnapshot | null {
  const root = join(dataDir, 'knowledge');
  const name = candidates(root).find((candidate) => isSound(dataDir, join(root, candidate)));
  if (name === undefined) return null;
  return { name, pointer: JSON.stringify({ format: FORMAT, snapshot: name, previous: null }) };
}

/** How the present index came to be, or `null` when there is none that can be used. */
export function openIngestRecord(dataDir: string): IngestRecord | null {
  const root = join(dataDir, 'knowledge');
  const name = candidates(root)[0];
  if (name === undefined) return null;
  try {
    if (!isSound(dataDir, join(root, name))) return null;
    const { read } = openFolder(dataDir, join(root, name));
    return JSON.parse(read('record.json').toString('utf8'));
  } catch {
    return null;
  }
}

function openFolder(dataDir: string, folder: string) {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  if (manifest.format !== FORMAT)
    throw new IndexUnusable(dataDir, `it has format ${manifest.format}, this program reads ${FORMAT}`);
  const read = (file: SnapshotFile): Buffer => {
    const bytes = readFileSync(join(folder, file));
    if (digest(bytes) !== manifest.digests[file]) throw new IndexUnusable(dataDir, `${file} was changed or damaged`);
    return bytes;
  };
  return { manifest, read };
}

function isSound(dataDir: string, folder: string): boolean {
  try {
    const { read } = openFolder(dataDir, folder);
    return FILES.every((file) => read(file).length >= 0);
  } catch {
    return false;
  }
}

function readSnapshot(dataDir: string, folder: string): Snapshot {
  try {
    const { manifest, read } = openFolder(dataDir, folder);
    const documents: readonly OfficialDocument[] = JSON.parse(read('documents.json').toString('utf8'));
    const passages: readonly Passage[] = JSON.parse(read('passages.json').toString('utf8'));
    const vectors = manifest.encoder === null ? null : readVectors(manifest.encoder, read);
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

/** Snapshots worth opening, best first. Without a readable pointer these are all there are, newest first. */
function candidates(root: string): readonly string[] {
  try {
    const pointer = pointerSchema.parse(JSON.parse(readFileSync(join(root, POINTER), 'utf8')));
    return [pointer.snapshot, ...(pointer.previous === null ? [] : [pointer.previous])];
  } catch {
    return snapshotFolders(root).sort().reverse();
  }
}

function snapshotFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && SNAPSHOT_NAME.test(entry.name))
    .map((entry) => entry.name);
}

function readVectors(
  { model, dimensions, tokenDimensions }: { model: string; dimensions: number; tokenDimensions: number },
  read: (file: SnapshotFile) => Buffer,
): PassageVectors {
  const values = new Float32Array(aligned(read('vectors.f32')));
  if (tokenDimensions === 0) return { model, dimensions, values, tokens: null };
  const tokens = {
    dimensions: tokenDimensions,
    values: new Int8Array(aligned(read('tokens.i8'))),
    starts: new Uint32Array(aligned(read('token-starts.u32'))),
  };
  return { model, dimensions, values, tokens };
}

/** A copy, because a file's bytes need not begin at a multiple of four. */
function aligned(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array | Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
