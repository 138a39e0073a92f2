import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnusable } from '../../adapters/stores/errors.ts';
import { openCheckedDatabase } from '../../adapters/stores/libsql/checked-database.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createKeptValues } from '../../adapters/stores/libsql/kept-values.ts';
import { startProgram } from '../builders/program.ts';
import { mountSmallDisk } from '../builders/small-disk.ts';

const root = mkdtempSync(join(tmpdir(), 'assistant-bad-state-'));
let count = 0;
let folder: string;
let file: string;
beforeEach(() => {
  folder = join(root, String(++count));
  file = join(folder, 'state.db');
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A state file of some hundred pages, wholly in one file. */
function aStateFile(): void {
  const database = openDatabase(file);
  const kept = createKeptValues(database);
  for (let index = 0; index < 300; index += 1) kept.set(`name-${index}`, 'x'.repeat(3_000));
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  copyFileSync(file, `${file}.copy`);
  database.close();
  file = join(folder, 'office', 'state.db');
  mkdirSync(join(folder, 'office'));
  copyFileSync(join(folder, 'state.db.copy'), file);
}

function overwrite(at: number, bytes: Buffer): void {
  const target = openSync(file, 'r+');
  writeSync(target, bytes, 0, bytes.length, at);
  closeSync(target);
}

const start = () => openCheckedDatabase(file, 1);

describe('a state file that cannot be trusted is refused at the start', () => {
  it.each<readonly [string, () => void, RegExp]>([
    ['its header is overwritten', () => overwrite(0, Buffer.alloc(100, 7)), /damaged.*restore FILE/],
    [
      'a page in its middle is overwritten',
      () => overwrite(4_096 * 150, Buffer.alloc(4_096, 0xab)),
      /damaged.*restore/,
    ],
    ['its second half is missing', () => truncateSync(file, statSync(file).size >> 1), /damaged.*restore FILE/],
    ['it is empty', () => truncateSync(file, 0), /empty.*restore FILE.*delete/],
    [
      'it is gone while its log is there',
      () => {
        rmSync(file);
        writeFileSync(`${file}-wal`, 'pages');
      },
      /gone.*put the file back.*restore FILE/,
    ],
    [
      'it is of a newer program',
      () => new Libsql(file).exec('PRAGMA user_version = 99'),
      /schema version 99, newer.*start the newer program/,
    ],
    [
      'it is of another program',
      () => {
        rmSync(file);
        new Libsql(file).exec('CREATE TABLE albums (title TEXT)');
      },
      /another program.*--data/,
    ],
    [
      'it carries the mark of another program',
      () => new Libsql(file).exec('PRAGMA application_id = 77'),
      /another program.*--data/,
    ],
    [
      'a restore stopped half-way',
      () => writeFileSync(join(folder, 'office', 'restore-unfinished.json'), '{}'),
      /half restored.*restore FILE/,
    ],
  ])('when %s', (_what, harm, message) => {
    aStateFile();
    harm();
    expect(start).toThrow(StoreUnusable);
    expect(start).toThrow(message);
  });

  it('when its folder is a file', () => {
    writeFileSync(join(folder, 'not-a-folder'), '');
    file = join(folder, 'not-a-folder', 'state.db');
    expect(start).toThrow(/check the disk and that the folder exists/);
  });

  it('when its disk is full, and is whole afterwards', async ({ skip }) => {
    const disk = mountSmallDisk(8);
    if (disk === null) return skip();
    try {
      file = join(disk.folder, 'state.db');
      createKeptValues(openDatabase(file)).set('name', 'kept');
      // The log of the copy is empty, as after a clean end.
      copyFileSync(file, join(disk.folder, 'copy'));
      file = join(disk.folder, 'office', 'state.db');
      mkdirSync(join(disk.folder, 'office'));
      const original = openDatabase(join(disk.folder, 'state.db'));
      original.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      copyFileSync(join(disk.folder, 'state.db'), file);
      disk.fill();
      expect(start).toThrow(/disk is full; free some space and start again/);
      disk.free();
      expect(await createKeptValues(start()).get('name')).toBe('kept');
    } finally {
      disk.unmount();
    }
  });

  it('when its disk is read-only', ({ skip }) => {
    const disk = mountSmallDisk(8);
    if (disk === null) return skip();
    try {
      aStateFile();
      copyFileSync(file, join(disk.folder, 'state.db'));
      file = join(disk.folder, 'state.db');
      disk.makeReadOnly();
      expect(start).toThrow(/cannot be written; give the user/);
    } finally {
      disk.unmount();
    }
  });

  it('with exit status 2, the message alone, and the file left as it was', { timeout: 60_000 }, async () => {
    aStateFile();
    overwrite(4_096 * 150, Buffer.alloc(4_096, 0xab));
    const before = readFileSync(file);
    const result = await startProgram(['serve', '--data', join(folder, 'office')], { PORT: '0' }).ended;
    expect(result.code).toBe(2);
    expect(result.error).toMatch(/^The state at \S+state\.db is damaged; [^\n]*restore FILE[^\n]*\n$/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a log that was cut off by a crash', () => {
  /** Twenty commits that stand in the log only; gives the log's size after each. */
  function twentyCommits(): number[] {
    const database = openDatabase(file);
    database.pragma('wal_autocheckpoint = 0');
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    const kept = createKeptValues(database);
    const sizes = Array.from({ length: 20 }, (_, index) => {
      kept.set(`name-${index}`, 'x'.repeat(2_000));
      return statSync(`${file}-wal`).size;
    });
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    file = copy;
    return sizes;
  }
  const names = () => {
    const rows = start().prepare(`SELECT name FROM kept_values WHERE name LIKE 'name-%'`).all();
    return rows.length;
  };

  it('loses only the commit that was not wholly written', () => {
    const sizes = twentyCommits();
    truncateSync(`${file}-wal`, (sizes[19] ?? 0) - 50);
    expect(names()).toBe(19);
  });

  it('keeps every commit when half a page follows the last one', () => {
    twentyCommits();
    appendFileSync(`${file}-wal`, Buffer.alloc(2_000, 3));
    expect(names()).toBe(20);
  });
});
