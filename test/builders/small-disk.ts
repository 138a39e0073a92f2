import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own with little room. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every free byte. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  makeReadOnly(): void;
  unmount(): void;
}

/** Mounts a small disk in memory; `null`, with the reason on standard error, where this user may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'assistant-test', folder], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    process.stderr.write(`Skipped: a small disk cannot be mounted here (${String(error).split('\n')[0]}).\n`);
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const target = openSync(filler, 'a');
      try {
        for (const size of [65_536, 4_096, 1]) writeUntilFull(target, Buffer.alloc(size, 1));
      } finally {
        closeSync(target);
      }
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    unmount() {
      // A connection that this process has closed may still be open below; the mount goes away with it.
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

function writeUntilFull(target: number, bytes: Buffer): void {
  for (;;) {
    try {
      writeSync(target, bytes);
    } catch {
      return;
    }
  }
}
