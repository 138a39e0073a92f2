import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What decides how a file is read: our code, the word lists beside it, and the libraries' versions. */
const FOLDERS = ['ingest', 'knowledge', 'adapters/ocr'];
const CODE = /\.(?:ts|json|gz|txt|tsv)$/;

/** What decides how the picture of a page is recognised. */
const RECOGNITION = [
  'ingest/load/pictures',
  'adapters/ocr',
  'ingest/load/pdf-page.ts',
  'ingest/load/pdf-lines.ts',
  'ingest/load/pdf-tables.ts',
  'knowledge/text/reading-score.ts',
];

/** Changes whenever documents might be read differently, so that earlier readings are not used again. About 10 ms. */
export function readerVersion(): string {
  return versionOf(FOLDERS);
}

/** Changes whenever pictures of pages might be recognised differently; seldomer, because recognition costs minutes. */
export function recognitionVersion(): string {
  return versionOf(RECOGNITION);
}

function versionOf(paths: readonly string[]): string {
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
