import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Writes a folder's list of names to the disk: a new name counts after a power cut only from then on. */
export function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
