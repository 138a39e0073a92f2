import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_FOLDER } from './prepared-indexes.ts';

/** Before the first test file of a run; gives what is to be done after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-run-'));
  process.env[SHARED_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
