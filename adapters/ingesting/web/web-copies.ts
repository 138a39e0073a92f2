import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const copySchema = z.object({
  /** The given address under which it was found. */
  root: z.string(),
  /** File name shown to people. */
  name: z.string(),
  /** Whether it is a document, not only a list of some. */
  isDocument: z.boolean(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** SHA-256 of the bytes, hex. */
  digest: z.string(),
  size: z.number(),
  /** When these bytes were first fetched, ms since epoch. */
  changedAt: z.number(),
  /** Refreshes in a row that found it gone. */
  misses: z.number(),
});

/** The last good copy of one address. */
export type WebCopy = z.infer<typeof copySchema>;

const listSchema = z.object({ refreshedAt: z.number(), copies: z.record(z.string(), copySchema) });

/** Copies of web pages in a folder; every change is on disk when the call returns. */
export interface WebCopies {
  get(url: string): WebCopy | null;
  all(): readonly (readonly [url: string, copy: WebCopy])[];
  bytes(copy: WebCopy): Uint8Array | null;
  pathOf(copy: WebCopy): string;
  /** Keeps new bytes, or new facts about the same bytes. */
  keep(url: string, copy: Omit<WebCopy, 'digest' | 'size'>, bytes: Uint8Array): WebCopy;
  note(url: string, copy: WebCopy): void;
  remove(url: string): void;
  /** When all given addresses were last asked for again, ms since epoch; 0 for never. */
  refreshedAt(): number;
  noteRefresh(at: number): void;
}

/** Opens the web copies of a data folder; a damaged list counts as empty, and everything is fetched again. */
export function openWebCopies(dataDir: string): WebCopies {
  const folder = join(dataDir, 'ingest', 'web');
  mkdirSync(folder, { recursive: true });
  const listFile = join(folder, 'copies.json');
  const list = readList(listFile);
  const copies = new Map(Object.entries(list.copies));
  let refreshedAt = list.refreshedAt;
  const pathOf = (copy: Pick<WebCopy, 'digest'>) => join(folder, `${copy.digest}.body`);

  function save(): void {
    const unfinished = `${listFile}.${process.pid}.tmp`;
    writeFileSync(unfinished, JSON.stringify({ refreshedAt, copies: Object.fromEntries(copies) }, null, 1), {
      flush: true,
    });
    renameSync(unfinished, listFile);
    const used = new Set([...copies.values()].map((copy) => `${copy.digest}.body`));
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.body') && !used.has(name)) rmSync(join(folder, name), { force: true });
    }
  }

  return {
    get: (url) => copies.get(url) ?? null,
    all: () => [...copies],
    pathOf,
    bytes: (copy) => (existsSync(pathOf(copy)) ? readFileSync(pathOf(copy)) : null),
    keep(url, facts, bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      const copy = { ...facts, digest, size: bytes.length };
      const unfinished = `${pathOf(copy)}.${process.pid}.tmp`;
      writeFileSync(unfinished, bytes, { flush: true });
      renameSync(unfinished, pathOf(copy));
      copies.set(url, copy);
      save();
      return copy;
    },
    note(url, copy) {
      copies.set(url, copy);
      save();
    },
    remove(url) {
      copies.delete(url);
      save();
    },
    refreshedAt: () => refreshedAt,
    noteRefresh(at) {
      refreshedAt = at;
      save();
    },
  };
}

function readList(file: string): z.infer<typeof listSchema> {
  try {
    return listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { refreshedAt: 0, copies: {} };
  }
}
