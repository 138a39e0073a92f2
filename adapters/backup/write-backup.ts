import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { correctionsFile } from '../corrections/correction-log.ts';
import { flushFolder } from '../flush-folder.ts';
import { type PresentSnapshot, presentSnapshot } from '../snapshots/snapshot-store.ts';
import { type ArchivedFile, type ArchiveWriter, createArchive } from './archive.ts';
import { BACKUP_FORMAT, MANIFEST, MANIFEST_DIGEST, type Manifest } from './manifest.ts';
import { readBackup } from './read-backup.ts';
import { copyState, examineState } from './state-copy.ts';

export type BackupOutcome =
  | { readonly ok: true; readonly manifest: Manifest; readonly bytes: number }
  | { readonly ok: false; readonly reason: 'exists' | 'no-state' | 'damaged-state' | 'index-switched' | 'not-whole' };

/**
 * Writes a backup of a data folder into one file, while the product runs. It holds what makes a working office again on
 * an empty machine and cannot be made from elsewhere:
 *
 * - `state.db`: conversations, mail, tickets, ledger, staff, channel tokens – as of one moment;
 * - `corrections.jsonl`: editors' decisions about documents, read after the state;
 * - `knowledge/`: the snapshot of the index that answers, with all texts and vectors; it was checked by its digests;
 * - `uploads/`: files that staff uploaded, which lie nowhere else in the office;
 * - `ingest/web/`: copies of web pages, as they were read.
 *
 * It leaves out what the next run makes again: readings and vectors kept for the next ingest, the graph of neighbours,
 * locks. Files and folders given to `ingest` stay where the office keeps them; the index names them.
 *
 * The backup gets its name only when it is wholly on the disk and was read back: digests, SQLite's integrity check of the
 * copied state, counts of its rows. Only its owner may read it; it is not encrypted.
 * @throws errors of the file system, such as a full disk; nothing is left behind then
 */
export function writeBackup(
  dataDir: string,
  file: string,
  surroundings: { readonly now: number; readonly onProgress: (written: number, total: number) => void },
): BackupOutcome {
  if (existsSync(file)) return { ok: false, reason: 'exists' };
  const state = join(dataDir, 'state.db');
  if (!existsSync(state)) return { ok: false, reason: 'no-state' };
  const copy = `${file}.${process.pid}.state`;
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    copyState(state, copy);
    const facts = examineState(copy);
    if (facts === null) return { ok: false, reason: 'damaged-state' };
    const snapshot = presentSnapshot(dataDir);
    const sources = [
      { name: 'state.db', path: copy },
      ...(existsSync(correctionsFile(dataDir)) ? [{ name: 'corrections.jsonl', path: correctionsFile(dataDir) }] : []),
      ...filesOf(dataDir, 'ingest/web', /\.(?:json|body)$/),
      ...filesOf(dataDir, 'uploads', /^[^.]/),
      ...(snapshot === null ? [] : filesOf(dataDir, `knowledge/${snapshot.name}`, /^[\w-]+\.\w+$/)),
    ];
    const total = sources.reduce((sum, source) => sum + statSync(source.path).size, 0);
    let written = 0;
    const archive = createArchive(unfinished, (bytes) => {
      written += bytes;
      surroundings.onProgress(Math.min(written, total), total);
    });
    const files = [...sources.map(({ name, path }) => addTo(archive, name, path)), ...pointerIn(archive, snapshot)];
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      madeAt: surroundings.now,
      ...facts,
      snapshot: snapshot?.name ?? null,
      files,
    };
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    archive.addBytes(MANIFEST, text);
    archive.addBytes(MANIFEST_DIGEST, Buffer.from(createHash('sha256').update(text).digest('hex')));
    archive.finish();
    if (!readBackup(unfinished).ok) return { ok: false, reason: 'not-whole' };
    return nameIt(unfinished, file)
      ? { ok: true, manifest, bytes: statSync(file).size }
      : { ok: false, reason: 'exists' };
  } catch (error) {
    // Two ingests in a row have removed the snapshot while it was read.
    if (isMissing(error) && String(error).includes('knowledge')) return { ok: false, reason: 'index-switched' };
    throw error;
  } finally {
    for (const left of [copy, `${copy}-journal`, unfinished]) rmSync(left, { force: true });
  }
}

function filesOf(dataDir: string, folder: string, wanted: RegExp): { name: string; path: string }[] {
  const path = join(dataDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, path: join(path, name) }));
}

function addTo(archive: ArchiveWriter, name: string, path: string): ArchivedFile {
  const source = openSync(path, 'r');
  try {
    return archive.addFile(name, source, fstatSync(source).size);
  } finally {
    closeSync(source);
  }
}

/** The restored index has one snapshot, so its pointer names no other. */
function pointerIn(archive: ArchiveWriter, snapshot: PresentSnapshot | null): ArchivedFile[] {
  return snapshot === null ? [] : [archive.addBytes('knowledge/current.json', Buffer.from(snapshot.pointer))];
}

/** Gives the finished file its name, unless another file got it meanwhile. */
function nameIt(unfinished: string, file: string): boolean {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (existsSync(file)) return false;
    // Memory sticks have no links.
    if (!(error instanceof Error)) throw error;
    renameSync(unfinished, file);
  }
  flushFolder(dirname(file));
  return true;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
