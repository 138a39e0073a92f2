import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder that all test files of a run share; absent where a command builds for itself. */
export const SHARED_FOLDER = 'ASSISTANT_TEST_SHARED';

/**
 * A new folder with what `build` makes, which a run of the tests does once, however many files ask for it. Each gets a
 * copy of its own, so that none can spoil it for the others.
 */
export async function prepared(name: string, build: (folder: string) => Promise<unknown>): Promise<string> {
  const own = mkdtempSync(join(tmpdir(), `assistant-${name}-`));
  const shared = process.env[SHARED_FOLDER];
  if (shared === undefined) {
    await build(own);
    return own;
  }
  const kept = join(shared, name);
  if (!existsSync(kept)) {
    const making = mkdtempSync(join(shared, 'making-'));
    await build(making);
    try {
      renameSync(making, kept);
    } catch (error) {
      // Another file was faster.
      if (!existsSync(kept)) throw error;
    }
  }
  cpSync(kept, own, { recursive: true });
  return own;
}
