import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusedEntry } from '../../ingest/load/archive.ts';
import type { ReadDocument } from '../../ingest/read-document.ts';

/** What an archive holds, without the bytes. */
export interface ArchiveContents {
  readonly members: readonly { readonly name: string; readonly digest: string }[];
  readonly refused: readonly RefusedEntry[];
}

/** Earlier readings, by what was read and by which code. Damaged entries count as absent. */
export interface ReadingCache {
  reading(digest: string, name: string): ReadDocument | null;
  keepReading(digest: string, name: string, reading: ReadDocument): void;
  archive(digest: string): ArchiveContents | null;
  keepArchive(digest: string, contents: ArchiveContents): void;
  /** Where recognised pages of a document are kept; they outlast changes of the code that reads what was recognised. */
  pagesFolder(digest: string): string;
  /** Removes what was neither asked for nor kept since this cache was opened. */
  prune(): void;
}

/**
 * Readings as files of a folder, each written whole or not at all, so that a killed ingest goes on where it was.
 * @param ingestFolder where an ingest keeps what is its own
 * @param version readings of another version are not found
 * @param pagesVersion the same for recognised pages
 */
export function openReadingCache(ingestFolder: string, version: string, pagesVersion: string): ReadingCache {
  const folder = join(ingestFolder, 'readings');
  const pages = join(ingestFolder, 'pages');
  mkdirSync(folder, { recursive: true });
  mkdirSync(pages, { recursive: true });
  const used = new Set<string>();
  const usedPages = new Set<string>();

  function read<T>(key: string): T | null {
    try {
      const value: T = JSON.parse(readFileSync(join(folder, key), 'utf8'));
      used.add(key);
      return value;
    } catch {
      return null;
    }
  }
  function write(key: string, value: unknown): void {
    const unfinished = join(folder, `${key}.${process.pid}.tmp`);
    writeFileSync(unfinished, JSON.stringify(value));
    renameSync(unfinished, join(folder, key));
    used.add(key);
  }
  const keyOf = (kind: string, digest: string, name: string) =>
    `${kind}-${createHash('sha256').update(`${version}\n${digest}\n${name}`).digest('hex').slice(0, 32)}.json`;

  function pagesOf(digest: string): string {
    const name = `${pagesVersion}-${digest.slice(0, 32)}`;
    usedPages.add(name);
    return join(pages, name);
  }

  return {
    pagesFolder: pagesOf,
    reading(digest, name) {
      pagesOf(digest);
      return read(keyOf('document', digest, name));
    },
    keepReading: (digest, name, reading) => write(keyOf('document', digest, name), reading),
    archive: (digest) => read(keyOf('archive', digest, '')),
    keepArchive: (digest, contents) => write(keyOf('archive', digest, ''), contents),
    prune() {
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), { force: true });
      for (const name of readdirSync(pages)) if (!usedPages.has(name)) rmSync(join(pages, name), { recursive: true });
    },
  };
}
