import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { groupSameTexts } from '../../ingest/same-text.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { EmbeddingsFailure } from '../embeddings/embeddings-failure.ts';
import type { PassageEncoder } from '../encoder/encoding-threads.ts';
import { EncoderUnusable } from '../encoder/onnx-encoder.ts';
import { createRecognisers } from '../ocr/recognising-threads.ts';
import type { IngestLine, IngestRecord, RecordedFile } from '../snapshots/ingest-record.ts';
import { openIngestRecord, writeSnapshot } from '../snapshots/snapshot-store.ts';
import { type EncodedPassages, encodePassages } from './encode-passages.ts';
import { lockIngest } from './ingest-lock.ts';
import { INGEST_NOTES } from './ingest-words.ts';
import { type InputFile, listInputFiles } from './input-files.ts';
import { digestFile, type InputReading, PASSING_REASONS, readInputFile } from './read-inputs.ts';
import { readerVersion, recognitionVersion } from './reader-version.ts';
import { openReadingCache } from './reading-cache.ts';
import { createReadingPool, type ReadingLimits } from './reading-pool.ts';
import { type IngestReport, removedSources } from './report.ts';
import { type Asked, chooseSources, refreshSources, type Sources } from './sources.ts';
import { uploadRoots } from './uploads.ts';
import type { FetchPage } from './web/fetch-page.ts';
import { webInputFiles } from './web/refresh-web.ts';
import { openWebCopies } from './web/web-copies.ts';

/** What an ingest is done with. */
export interface IngestParts {
  /** Makes the passages' vectors; `null` leaves them out, and answers come from word search alone. */
  readonly encoder: PassageEncoder | null;
  /** Reads web pages; without it copies of earlier refreshes are used. */
  readonly fetchPage?: FetchPage;
  readonly now: () => number;
  /** Limits of reading other than the usual. */
  readonly limits?: ReadingLimits;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Stops at the next file or portion of vectors; the present index stays, and the work done is used by the next run. */
  readonly signal?: AbortSignal | undefined;
}

/** How far an ingest is. `page` counts the pages of the document `label`. */
export interface IngestProgress {
  readonly step: 'fetch' | 'read' | 'page' | 'encode';
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** A file changed less than this before it was looked at may change again within the clock's grain, ms. */
const CLOCK_GRAIN_MS = 2_000;

/**
 * Reads files, folders and web sources, builds the index and switches to it. One bad file never stops the others.
 * @throws IngestRunning while another ingest works on the data folder, NothingToIngest, or the reason of `parts.signal`
 */
export async function ingest(asked: Asked, dataDir: string, parts: IngestParts): Promise<IngestReport> {
  const unlock = lockIngest(dataDir, parts.now());
  try {
    return await ingestLocked(chooseSources(asked, dataDir), dataDir, parts);
  } finally {
    unlock();
  }
}

/** As `ingest`, for a caller that holds the lock. */
export async function ingestLocked(sources: Sources, dataDir: string, parts: IngestParts): Promise<IngestReport> {
  const startedAt = parts.now();
  const { paths, urls } = sources;
  const before = openIngestRecord(dataDir);
  const copies = openWebCopies(dataDir);
  const web = await refreshSources(sources, copies, parts);
  const inputs = [...listInputFiles([...paths, ...uploadRoots(dataDir)]), ...webInputFiles(urls, copies, web.problems)];
  const found = lookAt(inputs, before);
  const version = readerVersion();
  const report = (fields: Pick<IngestReport, 'outcome' | 'lines'> & Partial<IngestReport>): IngestReport => ({
    removed: [],
    missing: [],
    documents: fields.lines.filter((line) => line.status === 'indexed').length,
    passages: fields.lines.reduce((sum, line) => sum + line.passages, 0),
    ...fields,
    notes: [...web.notes, ...(fields.notes ?? [])],
    seconds: (parts.now() - startedAt) / 1000,
  });

  const missing = missingRoots(paths, found, before);
  if (missing.length > 0)
    return report({ outcome: 'source-missing', lines: before?.files.flatMap((file) => file.lines) ?? [], missing });
  const usable =
    before?.readerVersion === version &&
    before.encoder === (parts.encoder?.model ?? null) &&
    isDeepStrictEqual([before.paths, before.urls], [paths, urls]);
  if (before !== null && usable && isUnchanged(found, before)) {
    return report({ outcome: 'unchanged', lines: before.files.flatMap((file) => file.lines.map(unchangedLine)) });
  }

  const cache = openReadingCache(join(dataDir, 'ingest'), version, recognitionVersion());
  const readings = await readAll(found, cache, parts);
  const { documents, passages, files } = merge(found, readings);
  const lines = files.flatMap((file) => file.lines);
  if (documents.length === 0) return report({ outcome: 'nothing-indexed', lines });

  const { encoded, notes } = await encode(documents, passages, dataDir, parts, before);
  parts.signal?.throwIfAborted();
  const record: IngestRecord = {
    readerVersion: version,
    encoder: encoded?.vectors.model ?? null,
    lookedAt: startedAt,
    paths,
    urls,
    files,
    vectorKeys: encoded?.keys ?? [],
  };
  const builtAt = new Date(parts.now()).toISOString();
  writeSnapshot(dataDir, { builtAt, documents, passages, vectors: encoded?.vectors ?? null }, record);
  encoded?.forget();
  cache.prune();
  return report({ outcome: 'switched', lines, removed: removedSources(before, files), notes });
}

/** A file with the digest of its bytes, and what the index before knew of it. */
interface Found {
  readonly file: InputFile;
  readonly digest: string | null;
  readonly before: RecordedFile | undefined;
}

/** Bytes are read only where size or time of change differ, or the change is too fresh for the clock to tell. */
function lookAt(files: readonly InputFile[], record: IngestRecord | null): readonly Found[] {
  const known = new Map(record?.files.map((file) => [file.source, file]));
  return files.map((file) => {
    const before = known.get(file.source);
    const same =
      before !== undefined &&
      before.digest !== null &&
      before.size === file.size &&
      before.modifiedMs === file.modifiedMs &&
      file.modifiedMs < (record?.lookedAt ?? 0) - CLOCK_GRAIN_MS;
    return { file, before, digest: same ? before.digest : digestFile(file) };
  });
}

/** Given paths that hold no file now, while the present index answers from some of them. */
function missingRoots(
  paths: readonly string[],
  found: readonly Found[],
  before: IngestRecord | null,
): readonly string[] {
  const held = new Set(
    before?.files.filter((file) => file.lines.some((line) => line.status === 'indexed')).map((file) => file.root),
  );
  const there = new Set(found.filter(({ file }) => file.size !== null).map(({ file }) => file.root));
  return paths.filter((path) => held.has(path) && !there.has(path));
}

function isUnchanged(found: readonly Found[], record: IngestRecord): boolean {
  return (
    found.length === record.files.length &&
    found.every(({ file, digest }, index) => {
      const before = record.files[index];
      return before?.source === file.source && before.digest === digest && !before.lines.some(mayEndDifferently);
    })
  );
}

function mayEndDifferently(line: IngestLine): boolean {
  return PASSING_REASONS.some((reason) => reason === line.reason);
}

async function readAll(
  found: readonly Found[],
  cache: ReturnType<typeof openReadingCache>,
  parts: IngestParts,
): Promise<readonly (readonly InputReading[])[]> {
  const recognisers = createRecognisers();
  const pool = createReadingPool({ signal: parts.signal, recognisers, ...parts.limits });
  const readings: (readonly InputReading[])[] = [];
  let next = 0;
  let done = 0;
  const onPage = (name: string, page: number, pages: number) =>
    parts.onProgress?.({ step: 'page', done: page, total: pages, label: name });
  // One more than there are threads, so that the next file's bytes are there when a thread is free.
  const lanes = Array.from({ length: pool.threads + 1 }, async () => {
    for (let index = next++; index < found.length; index = next++) {
      const each = found[index];
      if (each === undefined) return;
      readings[index] = await readInputFile(each.file, each.digest, { pool, cache, onPage });
      done += 1;
      parts.onProgress?.({ step: 'read', done, total: found.length, label: each.file.name });
    }
  });
  try {
    await Promise.all(lanes);
  } finally {
    await pool.close();
    await recognisers.close();
  }
  return readings;
}

/** One document for each text, and a line for each reading. */
function merge(
  found: readonly Found[],
  readings: readonly (readonly InputReading[])[],
): { readonly documents: OfficialDocument[]; readonly passages: Passage[]; readonly files: RecordedFile[] } {
  const named = readings.flat().flatMap((of) => {
    if (!('reading' in of) || !of.reading.ok) return [];
    return [{ ...of.reading, document: { ...of.reading.document, file: of.name }, of }];
  });
  const sameAs = new Map<InputReading, string>();
  const documents: OfficialDocument[] = [];
  const passages: Passage[] = [];
  for (const { chosen, others } of groupSameTexts(named)) {
    const files = [chosen, ...others].map((each) => each.document.file);
    documents.push({ ...chosen.document, sources: [...new Set(files)] });
    passages.push(...chosen.passages);
    for (const other of others) sameAs.set(other.of, chosen.document.file);
  }
  const files = found.map(({ file, digest, before }, index): RecordedFile => {
    const change = before === undefined ? 'new' : before.digest === digest ? 'unchanged' : 'changed';
    const lines = (readings[index] ?? []).map((one) => lineOf(one, file.source, change, sameAs.get(one) ?? null));
    return { source: file.source, root: file.root, size: file.size ?? 0, modifiedMs: file.modifiedMs, digest, lines };
  });
  return { documents, passages, files };
}

function lineOf(one: InputReading, source: string, change: IngestLine['change'], sameAs: string | null): IngestLine {
  const line = {
    file: one.name,
    source,
    change,
    ms: one.ms,
    pages: [],
    notes: [],
    format: null,
    number: null,
    passages: 0,
  };
  if ('refused' in one) return { ...line, status: 'skipped', reason: 'not-opened', message: one.refused };
  const { reading } = one;
  if (!reading.ok) {
    return { ...line, status: 'skipped', reason: reading.skipped.reason, message: reading.skipped.message };
  }
  const { format, notes, pages, document } = reading;
  const read = { ...line, format, notes, pages, number: document.number, reason: null };
  return sameAs === null
    ? { ...read, status: 'indexed', passages: reading.passages.length, message: null }
    : { ...read, status: 'duplicate', message: INGEST_NOTES.duplicateOf(sameAs) };
}

function unchangedLine(line: IngestLine): IngestLine {
  return { ...line, change: 'unchanged', ms: 0 };
}

async function encode(
  documents: readonly OfficialDocument[],
  passages: readonly Passage[],
  dataDir: string,
  { encoder, onProgress, signal }: IngestParts,
  before: IngestRecord | null,
): Promise<{ readonly encoded: EncodedPassages | null; readonly notes: readonly string[] }> {
  if (encoder === null) return { encoded: null, notes: [INGEST_NOTES.noVectors] };
  const report = (done: number, total: number) => onProgress?.({ step: 'encode', done, total, label: 'vectơ' });
  try {
    return { encoded: await encodePassages(documents, passages, encoder, dataDir, report, signal), notes: [] };
  } catch (error) {
    // Vectors that were paid for are not given up because the endpoint is down; without any, words alone are better.
    const endpointDown = error instanceof EmbeddingsFailure && before?.encoder !== encoder.model;
    if (!(error instanceof EncoderUnusable || endpointDown)) throw error;
    return { encoded: null, notes: [endpointDown ? error.message : INGEST_NOTES.noVectors] };
  }
}
