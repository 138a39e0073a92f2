import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Skipped } from '../../ingest/blocks.ts';
import type { ReadDocument } from '../../ingest/read-document.ts';
import { INGEST_NOTES } from './ingest-words.ts';
import type { InputFile } from './input-files.ts';
import type { ArchiveContents, ReadingCache } from './reading-cache.ts';
import type { NamedBytes } from './reading-jobs.ts';
import type { ReadingPool } from './reading-pool.ts';

/** Largest file that is read. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Reasons after which another try may end differently: the machine was busy, memory was short, time was up. */
export const PASSING_REASONS: readonly Skipped['reason'][] = [
  'too-slow',
  'too-much-memory',
  'reader-failed',
  'unfinished',
  'recognition-failed',
];

/** What one document of a file came to; `name` as people see it. */
export type InputReading =
  | { readonly name: string; readonly ms: number; readonly reading: ReadDocument }
  | { readonly name: string; readonly ms: number; readonly refused: string };

/** What reading needs. */
export interface ReadingParts {
  readonly pool: ReadingPool;
  readonly cache: ReadingCache;
  /** Told after each page. */
  readonly onPage: (name: string, done: number, total: number) => void;
}

/** SHA-256 of a file's bytes, hex; `null` when it cannot be read or is too large. */
export function digestFile(file: InputFile): string | null {
  const bytes = readInput(file);
  return bytes === null ? null : digestOf(bytes);
}

/**
 * Reads one file: a document, or every document of an archive. Earlier readings of the same bytes are used again.
 * @param digest of the file's bytes; `null` when they cannot be had
 * @throws what the pool throws
 */
export async function readInputFile(
  file: InputFile,
  digest: string | null,
  parts: ReadingParts,
): Promise<readonly InputReading[]> {
  if (digest === null) return [{ name: file.name, ms: 0, refused: whyNotOpened(file) }];
  const archive = parts.cache.archive(digest);
  if (archive !== null) {
    const readings = fromCache(file, archive, parts.cache);
    if (readings !== null) return readings;
  }
  const known = parts.cache.reading(digest, file.name);
  if (known !== null) return [{ name: file.name, ms: 0, reading: known }];
  const bytes = readInput(file);
  if (bytes === null) return [{ name: file.name, ms: 0, refused: whyNotOpened(file) }];
  const opened = isZip(bytes) ? await parts.pool.openArchive(bytes) : null;
  if (opened === null) return [await readBytes({ name: file.name, bytes }, digest, file.name, parts)];
  if (!opened.ok) return [{ name: file.name, ms: 0, refused: opened.skipped.message }];
  const members = opened.files.map((member) => ({ ...member, digest: digestOf(member.bytes) }));
  parts.cache.keepArchive(digest, {
    members: members.map((member) => ({ name: member.name, digest: member.digest })),
    refused: opened.refused,
  });
  const read = members.map((member) => readBytes(asFile(member), member.digest, memberName(file, member.name), parts));
  return [...(await Promise.all(read)), ...refusals(file, opened)];
}

async function readBytes(
  file: NamedBytes,
  digest: string,
  shownAs: string,
  { pool, cache, onPage }: ReadingParts,
): Promise<InputReading> {
  const known = cache.reading(digest, file.name);
  if (known !== null) return { name: shownAs, ms: 0, reading: known };
  const startedAt = performance.now();
  const reading = await pool.read(file, (done, total) => onPage(shownAs, done, total), cache.pagesFolder(digest));
  if (reading.ok || !PASSING_REASONS.includes(reading.skipped.reason)) cache.keepReading(digest, file.name, reading);
  return { name: shownAs, ms: Math.round(performance.now() - startedAt), reading };
}

/** Every document of an archive from earlier readings, or `null` when one is missing. */
function fromCache(file: InputFile, archive: ArchiveContents, cache: ReadingCache): readonly InputReading[] | null {
  const readings: InputReading[] = [];
  for (const member of archive.members) {
    const reading = cache.reading(member.digest, basename(member.name));
    if (reading === null) return null;
    readings.push({ name: memberName(file, member.name), ms: 0, reading });
  }
  return [...readings, ...refusals(file, archive)];
}

function refusals(file: InputFile, archive: Pick<ArchiveContents, 'refused'>): readonly InputReading[] {
  return archive.refused.map(({ name, message }) => ({ name: memberName(file, name), ms: 0, refused: message }));
}

/** A member is read under its own name, as if it lay in the folder. */
function asFile(member: NamedBytes): NamedBytes {
  return { name: basename(member.name), bytes: member.bytes };
}

function memberName(archive: InputFile, member: string): string {
  return `${archive.name} › ${member}`;
}

function readInput(file: InputFile): Uint8Array | null {
  if (!file.regular || file.size === null || file.size > MAX_FILE_BYTES) return null;
  try {
    return readFileSync(file.path);
  } catch {
    return null;
  }
}

function whyNotOpened(file: InputFile): string {
  if (file.problem !== null) return file.problem;
  if (!file.regular) return INGEST_NOTES.notRegular;
  if (file.size !== null && file.size > MAX_FILE_BYTES) return INGEST_NOTES.overLimit;
  return INGEST_NOTES.notOpened;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
