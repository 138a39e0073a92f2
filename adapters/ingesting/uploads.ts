import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flushFolder } from '../flush-folder.ts';
import { isDocumentName } from './input-files.ts';

/** A file that staff uploaded. */
export interface UploadedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was stored, ms since epoch. */
  readonly modifiedMs: number;
}

/** Bytes of UTF-8: with its folder a name fits the header of a backup. */
const LONGEST_NAME = 90;

/** The folder of uploaded files, absolute. What lies there is part of every ingest of the data folder. */
export function uploadsFolder(dataDir: string): string {
  return resolve(dataDir, 'uploads');
}

/** Uploads that were taken out, kept for bringing them back. */
function asideFolder(dataDir: string): string {
  return resolve(dataDir, 'uploads-removed');
}

/** The folder of uploads as inputs of an ingest; none before the first upload. */
export function uploadRoots(dataDir: string): readonly string[] {
  return existsSync(uploadsFolder(dataDir)) ? [uploadsFolder(dataDir)] : [];
}

/** What is uploaded now, by name. */
export function listUploads(dataDir: string): readonly UploadedFile[] {
  return listFolder(uploadsFolder(dataDir));
}

/** What was taken out and can be brought back, by name; of several of one name the last. */
export function listRemoved(dataDir: string): readonly UploadedFile[] {
  return listFolder(asideFolder(dataDir));
}

/**
 * A name of one file below one folder, made of what a browser sent: without folders, control characters, marks that turn
 * the direction of writing, and characters that some systems do not take; `null` when nothing is left that the ingest
 * would read, such as `.htaccess` or `~$bản.docx`.
 */
export function safeUploadName(given: string): string | null {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const name = shorten(plain);
  return name === '' || !isDocumentName(name) ? null : name;
}

/** Cut before its ending, with a digest of the whole, so that two long names do not become one. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const ending = /\.[\p{L}\d]{1,8}$/u.exec(name)?.[0] ?? '';
  const mark = `-${createHash('sha256').update(name).digest('hex').slice(0, 6)}${ending}`;
  const stem = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(stem.join('') + mark) > LONGEST_NAME) stem.pop();
  return stem.join('') + mark;
}

/**
 * Stores a file under a safe name; on the disk when this returns. Another file of that name is put aside.
 * @returns `same` when these very bytes lie there already
 */
export function keepUpload(dataDir: string, name: string, bytes: Uint8Array): 'new' | 'replaced' | 'same' {
  const folder = uploadsFolder(dataDir);
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  const before = existsSync(path);
  if (before && readFileSync(path).equals(bytes)) return 'same';
  const unfinished = join(folder, `.${process.pid}.unfinished`);
  writeFileSync(unfinished, bytes, { flush: true, mode: 0o600 });
  if (before) putAside(dataDir, name);
  renameSync(unfinished, path);
  flushFolder(folder);
  return before ? 'replaced' : 'new';
}

/** Takes an uploaded file out. `false` when there is none of that name. */
export function removeUpload(dataDir: string, name: string): boolean {
  if (!listUploads(dataDir).some((file) => file.name === name)) return false;
  putAside(dataDir, name);
  return true;
}

/** Brings back what was taken out or replaced; what has that name now changes places with it. `false` when there is none. */
export function bringBackUpload(dataDir: string, name: string): boolean {
  if (!listRemoved(dataDir).some((file) => file.name === name)) return false;
  const kept = join(asideFolder(dataDir), name);
  const path = join(uploadsFolder(dataDir), name);
  const moved = join(asideFolder(dataDir), `.${process.pid}.moved`);
  renameSync(kept, moved);
  if (existsSync(path)) putAside(dataDir, name);
  mkdirSync(uploadsFolder(dataDir), { recursive: true });
  renameSync(moved, path);
  flushFolder(uploadsFolder(dataDir));
  return true;
}

function putAside(dataDir: string, name: string): void {
  mkdirSync(asideFolder(dataDir), { recursive: true });
  renameSync(join(uploadsFolder(dataDir), name), join(asideFolder(dataDir), name));
  flushFolder(asideFolder(dataDir));
}

function listFolder(folder: string): readonly UploadedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isDocumentName)
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .flatMap((name): UploadedFile[] => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return stat?.isFile() ? [{ name, size: stat.size, modifiedMs: stat.mtimeMs }] : [];
    });
}
