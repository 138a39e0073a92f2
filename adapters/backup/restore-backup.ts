import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { flushFolder } from '../flush-folder.ts';
import { lockIngest } from '../ingesting/ingest-lock.ts';
import { openDatabase, UNFINISHED_RESTORE } from '../stores/libsql/database.ts';
import { eraseAgain, readDoneErasures } from '../stores/libsql/erasures-again.ts';
import { readStandingLinks, type StandingLinks, unlinkAgain } from '../stores/libsql/links-again.ts';
import { MOVED_MARK } from '../stores/libsql/moved-folder.ts';
import { lockServer } from '../stores/server-lock.ts';
import type { FileSink } from './archive.ts';
import type { Manifest } from './manifest.ts';
import { type BackupReading, readBackup } from './read-backup.ts';
import { examineState } from './state-copy.ts';

export type RestoreOutcome =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      /** Folder with what was there before; `null` when there was nothing. */
      readonly aside: string | null;
      /** Conversations erased after the backup was made, and erased from it again; `null`: the old state could not tell. */
      readonly erasedAgain: number | null;
      /** Messages that waited for an answer when the backup was made. */
      readonly waiting: number;
    }
  | Extract<BackupReading, { ok: false }>;

/** What a restore replaces. Locks, readings and vectors kept for the next ingest stay. */
const REPLACED = [
  'state.db',
  'state.db-wal',
  'state.db-shm',
  MOVED_MARK,
  'corrections.jsonl',
  'knowledge',
  'ingest/web',
  'uploads',
] as const;

const markerSchema = z.object({ aside: z.string(), kept: z.array(z.string()) });

/**
 * Puts a backup in the place of what a data folder holds. The backup is read and compared with its digests, unpacked beside
 * the present state and looked through before anything is moved; what was there is kept in a folder with the time in its
 * name. A restore that is cut off before the moves changes nothing; one cut off between them leaves a mark that keeps
 * servers from starting, and the next restore goes on from there.
 *
 * Log-ins of staff end. Whoever had their data erased after the backup was made is erased from it again, and links that
 * citizens undid are undone again.
 * @throws StoreUnusable while a server runs on the folder, IngestRunning while an ingest does; errors of the file system
 */
export function restoreBackup(file: string, dataDir: string, now: number): RestoreOutcome {
  const reading = readBackup(file);
  if (!reading.ok) return reading;
  const unlockServer = lockServer(dataDir, now);
  try {
    const unlockIngest = lockIngest(dataDir, now);
    try {
      return restoreLocked(file, dataDir, now);
    } finally {
      unlockIngest();
    }
  } finally {
    unlockServer();
  }
}

function restoreLocked(file: string, dataDir: string, now: number): RestoreOutcome {
  const marker = join(dataDir, UNFINISHED_RESTORE);
  const begun = existsSync(marker) ? markerSchema.parse(JSON.parse(readFileSync(marker, 'utf8'))) : null;
  const aside = begun?.aside ?? `before-restore-${stampInVietnam(now)}`;
  const old = join(dataDir, begun?.kept.includes('state.db') ? aside : '.', 'state.db');
  const present = existsSync(old) ? old : join(dataDir, 'state.db');
  const done = readDoneErasures(present);
  const standing = readStandingLinks(present);
  const fresh = join(dataDir, `restoring-${process.pid}`);
  try {
    const reading = readBackup(file, (name) => fileSink(join(fresh, name)));
    if (!reading.ok) return reading;
    const { manifest } = reading;
    const facts = examineState(join(fresh, 'state.db'));
    if (JSON.stringify(facts?.rows) !== JSON.stringify(manifest.rows)) return { ok: false, reason: 'damaged' };
    const { erasedAgain, waiting } = prepareState(join(fresh, 'state.db'), done, standing);

    const kept = begun?.kept ?? REPLACED.filter((name) => existsSync(join(dataDir, name)));
    writeFileSync(marker, JSON.stringify({ aside, kept }), { flush: true, mode: 0o600 });
    for (const name of REPLACED) setAside(dataDir, name, kept.includes(name) ? join(dataDir, aside) : null);
    for (const name of REPLACED) move(join(fresh, name), join(dataDir, name));
    flushFolder(dataDir);
    rmSync(marker);
    flushFolder(dataDir);
    return { ok: true, manifest, aside: kept.length === 0 ? null : join(dataDir, aside), erasedAgain, waiting };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Brings the unpacked state up to what happened since: erasures done, links undone, log-ins and codes ended. */
function prepareState(file: string, done: ReturnType<typeof readDoneErasures>, standing: StandingLinks | null) {
  const database = openDatabase(file);
  try {
    const erasedAgain = done === null ? null : eraseAgain(database, done);
    if (standing !== null) unlinkAgain(database, standing);
    database.exec('DELETE FROM staff_sessions; DELETE FROM link_codes');
    const { waiting } = database.prepare(`SELECT COUNT(*) AS waiting FROM inbox WHERE state = 'waiting'`).get() as {
      waiting: number;
    };
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    return { erasedAgain, waiting };
  } finally {
    database.close();
  }
}

/** Moves what is there into `aside`; where an earlier attempt has done so, or nothing was there, it is of that attempt. */
function setAside(dataDir: string, name: string, aside: string | null): void {
  const path = join(dataDir, name);
  if (aside === null || existsSync(join(aside, name))) rmSync(path, { recursive: true, force: true });
  else move(path, join(aside, name));
}

function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  flushFolder(dirname(to));
}

function fileSink(path: string): FileSink {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const target = openSync(path, 'wx', 0o600);
  return {
    write(chunk) {
      for (let done = 0; done < chunk.length; ) done += writeSync(target, chunk, done);
    },
    end() {
      fsyncSync(target);
      closeSync(target);
    },
  };
}

/** For names of files, for example `2026-11-26-15.04.05`. */
function stampInVietnam(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '.');
}
