import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CODE = /\.(?:ts|json|gz|txt|tsv)$/;

/** What decides which words answer a question: our code, and the word lists beside it. */
const ANSWERING = ['knowledge', 'bot/from-documents.ts', 'bot/clarifying.ts', 'bot/policy/replies.ts'];
let answering: string | null = null;

/** Changes whenever the same documents might give another answer. About 10 ms, once a process. */
export function answeringVersion(): string {
  answering ??= versionOf(ANSWERING);
  return answering;
}

/**
 * A version of files and folders of this program: it changes with each of their bytes and with the libraries' versions.
 * @param paths relative to the program's folder
 */
export function versionOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    if (CODE.test(path)) hash.update(readFileSync(join(ROOT, path)));
    else addFolder(hash, join(ROOT, path));
  }
  hash.update(readFileSync(join(ROOT, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'samples') addFolder(hash, path);
    } else if (CODE.test(entry.name)) hash.update(entry.name).update(readFileSync(path));
  }
}
