import type { Skipped } from '../blocks.ts';
import { NOT_UNPACKED } from './reading-words.ts';
import { skip } from './skipped.ts';
import { listZip, type ZipEntry, type ZipLimits } from './zip-entries.ts';

/** One document out of an archive. */
export interface ArchiveFile {
  /** Path inside the archive, NFC, parts joined by `/`; a nested archive's name is a part: `a.zip/b.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One entry that was left out, with a Vietnamese sentence that says why. */
export interface RefusedEntry {
  readonly name: string;
  readonly message: string;
}

export type OpenedArchive =
  | { readonly ok: true; readonly files: readonly ArchiveFile[]; readonly refused: readonly RefusedEntry[] }
  | { readonly ok: false; readonly skipped: Skipped };

/** What one archive, nested archives included, may hold. */
const LIMITS: ZipLimits = { entries: 2_000, entryBytes: 50 * 1024 * 1024, totalBytes: 300 * 1024 * 1024 };
/** An archive in an archive is opened, one inside that is not. */
const MAX_DEPTH = 2;

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP_START = [0x50, 0x4b, 0x05, 0x06];
/** Entries that tell an office file, which is a zip too, from an archive of documents. */
const OFFICE_PARTS = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$/;
/** What systems add to archives beside the documents. */
const SYSTEM_FILES = /(?:^|\/)(?:__MACOSX\/|\.(?!\.)|Thumbs\.db$|desktop\.ini$|~\$)/i;

/**
 * Opens a zip of documents. Unpacks in memory only; refuses bombs as a whole, and entry by entry paths that lead
 * outside, encrypted entries and damaged ones.
 * @returns `null` when the bytes are not an archive: read them as a document
 */
export function openArchive(bytes: Uint8Array): OpenedArchive | null {
  if (!isZip(bytes)) return null;
  const found: Found = { files: [], refused: [], bytes: 0, entries: 0 };
  const listed = list(bytes, found);
  if (listed.kind === 'office') return null;
  if (listed.kind !== 'archive') return skip(listed.kind);
  takeAll(listed.entries, '', 1, found);
  if (found.files.length === 0 && found.refused.length === 0) return skip('empty');
  const encrypted =
    found.refused.length > 0 && found.refused.every((entry) => entry.message === NOT_UNPACKED.encrypted);
  if (found.files.length === 0 && encrypted) return skip('encrypted');
  return { ok: true, files: withOwnNames(found.files), refused: found.refused };
}

interface Found {
  readonly files: ArchiveFile[];
  readonly refused: RefusedEntry[];
  bytes: number;
  entries: number;
}

function isZip(bytes: Uint8Array): boolean {
  return [ZIP_START, EMPTY_ZIP_START].some((start) => start.every((byte, index) => bytes[index] === byte));
}

type ListedArchive =
  | { readonly kind: 'archive'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'office' | 'unsafe' | 'unreadable' };

function list(bytes: Uint8Array, found: Found): ListedArchive {
  const listed = listZip(bytes, {
    entries: LIMITS.entries - found.entries,
    entryBytes: LIMITS.entryBytes,
    totalBytes: LIMITS.totalBytes - found.bytes,
  });
  if (!listed.ok) return { kind: listed.fault === 'bomb' ? 'unsafe' : 'unreadable' };
  if (listed.entries.some((entry) => OFFICE_PARTS.test(entry.name))) return { kind: 'office' };
  return { kind: 'archive', entries: listed.entries };
}

function takeAll(entries: readonly ZipEntry[], prefix: string, depth: number, found: Found): void {
  found.entries += entries.length;
  found.bytes += entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries) {
    const path = entry.name.replaceAll('\\', '/');
    if (path.endsWith('/') || SYSTEM_FILES.test(path)) continue;
    const message = takeOne(entry, path, prefix + path, depth, found);
    if (message !== null) found.refused.push({ name: prefix + path, message });
  }
}

/** @returns why the entry was refused, or `null` when it was taken */
function takeOne(entry: ZipEntry, path: string, name: string, depth: number, found: Found): string | null {
  if (leadsOutside(path)) return NOT_UNPACKED.outside;
  if (entry.encrypted) return NOT_UNPACKED.encrypted;
  const bytes = entry.read();
  if (bytes === null) return NOT_UNPACKED.damaged;
  const inner = isZip(bytes) ? list(bytes, found) : null;
  if (inner === null || inner.kind === 'office') found.files.push({ name, bytes });
  else if (inner.kind !== 'archive') return inner.kind === 'unsafe' ? NOT_UNPACKED.unsafe : NOT_UNPACKED.damaged;
  else if (depth >= MAX_DEPTH) return NOT_UNPACKED.tooDeep;
  else takeAll(inner.entries, `${name}/`, depth + 1, found);
  return null;
}

function leadsOutside(name: string): boolean {
  return /^\/|^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..');
}

/** Two entries of one name both stay; the later ones are numbered. */
function withOwnNames(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const seen = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let copy = 2; seen.has(name); copy += 1) name = file.name.replace(/(\.[^./]*)?$/, ` (${copy})$1`);
    seen.add(name);
    return { ...file, name };
  });
}
