import { setTimeout as wait } from 'node:timers/promises';
import { lockIngest } from './ingest-lock.ts';
import { listInputFiles } from './input-files.ts';
import type { IngestReport } from './report.ts';
import { type IngestParts, ingestLocked } from './run-ingest.ts';
import { type Asked, chooseSources } from './sources.ts';
import { uploadRoots } from './uploads.ts';

/** Time between two looks at the folders; at least twenty times what a look takes, so that big folders cost little. */
const LOOK_MS = 1_000;
const LOOK_SHARE = 20;
/** A file that is still being copied changes; files are read once nothing changed for this long. */
const SETTLED_MS = 2_000;

/** What watching needs beside an ingest. */
export interface WatchParts extends IngestParts {
  readonly signal: AbortSignal;
  readonly onReport: (report: IngestReport) => void;
  /** Time between two refreshes of web sources, ms; `null` = never. */
  readonly refreshMs: number | null;
}

/**
 * Indexes, then again whenever files came, changed or left, or web sources are due, until the signal fires. Looks at
 * names, sizes and times rather than waiting for the system's notices, which network drives do not send.
 * @throws IngestRunning, NothingToIngest
 */
export async function watchInputs(asked: Asked, dataDir: string, parts: WatchParts): Promise<void> {
  const unlock = lockIngest(dataDir, parts.now());
  try {
    const sources = chooseSources(asked, dataDir);
    const look = () => stateOf([...sources.paths, ...uploadRoots(dataDir)]);
    let indexed = look();
    let refreshedAt = parts.now();
    parts.onReport(await ingestLocked(sources, dataDir, parts));
    let seen = indexed;
    let seenSince = performance.now();
    for (let pause = LOOK_MS; ; ) {
      await wait(pause, undefined, { signal: parts.signal });
      const lookedAt = performance.now();
      const state = look();
      pause = Math.max(LOOK_MS, LOOK_SHARE * (performance.now() - lookedAt));
      if (state !== seen) {
        seen = state;
        seenSince = lookedAt;
      }
      const changed = seen !== indexed && lookedAt - seenSince >= SETTLED_MS;
      const due = parts.refreshMs !== null && sources.urls.length > 0 && parts.now() - refreshedAt >= parts.refreshMs;
      if (!changed && !due) continue;
      if (changed) indexed = seen;
      if (due) refreshedAt = parts.now();
      parts.onReport(await ingestLocked({ ...sources, refresh: due ? sources.urls : [] }, dataDir, parts));
    }
  } catch (error) {
    // Being stopped is how watching ends.
    if (!parts.signal.aborted) throw error;
  } finally {
    unlock();
  }
}

/** Names, sizes and times of all files as one text. */
function stateOf(paths: readonly string[]): string {
  return listInputFiles(paths)
    .map((file) => `${file.source}\t${file.size}\t${file.modifiedMs}`)
    .join('\n');
}
